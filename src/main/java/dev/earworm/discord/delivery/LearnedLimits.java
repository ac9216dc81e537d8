package dev.earworm.discord.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.earworm.discord.delivery.Ladder.Rung;
import dev.earworm.jobs.Destination;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.Venue;
import dev.earworm.jobs.Visibility;
import dev.earworm.quota.GuildId;
import java.time.Duration;

/**
 * How large a file may really be, where Discord named a limit and then refused a smaller file (error 40005). It happens:
 * what an interaction names is the best that its member has, by boosts of the guild or by an own subscription, and the
 * bot's message in the channel gets less. Kept for a day and for the named limit alone, so that another one counts at
 * once.
 */
public final class LearnedLimits {
    private final Cache<Named, Long> learned = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofDays(1))
            .build();

    /** A limit as Discord named it, in bytes, for the channels of a guild or for direct messages of its members. */
    private record Named(GuildId guild, Visibility visibility, long limit) {}

    /** The limit that holds where Discord names this one; both in bytes. */
    public long of(GuildId guild, Visibility visibility, long named) {
        Long lower = learned.getIfPresent(new Named(guild, visibility, named));
        return lower == null ? named : of(guild, visibility, lower);
    }

    /** A song was refused as too large there; this is sure to be less. */
    void refused(Job job, Rung rung, long lower) {
        Visibility visibility = job.destination().visibility();
        long named = job.destination().uploadLimit();
        if (isOwn(rung, job.destination()) && lower < named) {
            learned.asMap().merge(new Named(job.account().guild(), visibility, named), lower, Math::min);
        }
    }

    /**
     * Public songs belong into the channel, be it direct messages, private ones into those; what is true elsewhere teaches
     * nothing.
     */
    private static boolean isOwn(Rung rung, Destination destination) {
        return switch (rung) {
            case Rung.Channel _ -> destination.visibility() == Visibility.PUBLIC;
            case Rung.Direct _ ->
                destination.visibility() == Visibility.PRIVATE || destination.venue() == Venue.DIRECT_MESSAGES;
            case Rung.Interaction _ -> false;
        };
    }
}
