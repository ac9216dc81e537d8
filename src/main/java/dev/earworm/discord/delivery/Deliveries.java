package dev.earworm.discord.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.earworm.jobs.Destination;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.PostedAt;
import dev.earworm.jobs.Venue;
import dev.earworm.jobs.Visibility;
import dev.earworm.music.JobId;
import java.time.Duration;
import java.time.Instant;

/**
 * Where finished songs were handed over, so that their status messages can point there. Kept in memory for a while: after
 * a restart the place is found by the channel that was written down.
 */
public final class Deliveries {
    private final Cache<JobId, Place> places = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofHours(2))
            .build();

    /** Where a song is. */
    public sealed interface Place {
        /** In a channel that others see as well. */
        record Linked(String url) implements Place {}

        /** In the member's direct messages, and the status message is elsewhere. */
        record Direct() implements Place {}

        /** In a message below the status message. */
        record Below() implements Place {}

        /** Nowhere yet; its file waits for its member. */
        record Kept(Instant until) implements Place {}
    }

    void note(JobId song, Place place) {
        places.put(song, place);
    }

    Place of(Job job) {
        Place noted = places.getIfPresent(job.id());
        return noted != null
                ? noted
                : job.trackMessage().map(at -> written(job, at)).orElseGet(() -> withoutMessage(job));
    }

    private static Place withoutMessage(Job job) {
        return job.keptUntil().<Place>map(Place.Kept::new).orElseGet(Place.Direct::new);
    }

    private static Place written(Job job, PostedAt at) {
        Destination destination = job.destination();
        if (!at.channel().equals(destination.channel())) {
            return new Place.Direct();
        }
        return destination.visibility() == Visibility.PUBLIC && destination.venue() == Venue.GUILD
                ? new Place.Linked("https://discord.com/channels/%s/%s/%s"
                        .formatted(job.account().guild(), at.channel(), at.message()))
                : new Place.Below();
    }
}
