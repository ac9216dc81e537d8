package dev.earworm.discord.delivery;

import dev.earworm.jobs.Job;
import dev.earworm.jobs.PostedAt;
import dev.earworm.jobs.Visibility;
import dev.earworm.jobs.VoiceMessageStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes a finished song away with everything that was posted of it: its voice message, its status message where others
 * see that, and at last the song itself, whose buttons stay as long as something is left to do. May be repeated.
 */
public final class TrackRemoval {
    private final PostedMessages messages;
    private final VoiceMessageStore voices;

    public TrackRemoval(Shards shards, VoiceMessageStore voices) {
        this.messages = new PostedMessages(new Places(shards));
        this.voices = voices;
    }

    public Removal remove(Job job) {
        for (PostedAt at : besides(job)) {
            if (messages.remove(job, at) instanceof Removal.Later later) {
                return later;
            }
        }
        voices.forget(job.id());
        return job.trackMessage().map(at -> messages.remove(job, at)).orElseGet(Removal.Removed::new);
    }

    private List<PostedAt> besides(Job job) {
        List<PostedAt> besides = new ArrayList<>(voices.of(job.id()));
        status(job).ifPresent(besides::add);
        return besides;
    }

    /** A private one is an answer that only its member saw, and that nobody but Discord can take away. */
    private static Optional<PostedAt> status(Job job) {
        return job.destination().visibility() == Visibility.PRIVATE
                ? Optional.empty()
                : job.statusMessage()
                        .map(message -> new PostedAt(job.destination().channel(), message));
    }
}
