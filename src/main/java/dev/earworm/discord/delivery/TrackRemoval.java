package dev.earworm.discord.delivery;

import dev.earworm.jobs.Job;
import dev.earworm.jobs.PostedAt;
import dev.earworm.jobs.SongCopies;
import dev.earworm.jobs.SongMessages;
import dev.earworm.jobs.Visibility;
import dev.earworm.jobs.VoiceMessageStore;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a finished song away with everything that was posted of it: its voice messages and copies, its status message
 * where others see that, and at last the song itself, whose buttons stay as long as something is left to do. May be
 * repeated. The bot's own messages it may delete wherever it sees them.
 */
public final class TrackRemoval implements SongMessages {
    private final PostedMessages messages;
    private final VoiceMessageStore voices;
    private final SongCopies copies;

    public TrackRemoval(Shards shards, VoiceMessageStore voices, SongCopies copies) {
        this.messages = new PostedMessages(new Places(shards));
        this.voices = voices;
        this.copies = copies;
    }

    /** Says what came of the song's own message; what is out of reach beside it stays. */
    public Removal remove(Job job) {
        for (PostedAt at : besides(job)) {
            if (messages.remove(job, at) instanceof Removal.Later later) {
                return later;
            }
        }
        voices.forget(job.id());
        return job.trackMessage().map(at -> messages.remove(job, at)).orElseGet(Removal.Removed::new);
    }

    @Override
    public Withdrawal withdraw(Job job) {
        List<String> outOfReach = new ArrayList<>();
        Set<PostedAt> all = besides(job);
        job.trackMessage().ifPresent(all::add);
        for (PostedAt at : all) {
            switch (messages.remove(job, at)) {
                case Removal.Removed _ -> {}
                case Removal.OutOfReach left -> outOfReach.add(left.detail());
                case Removal.Later later -> {
                    return new Withdrawal.TryLater(later.detail());
                }
            }
        }
        voices.forget(job.id());
        return outOfReach.isEmpty()
                ? new Withdrawal.Withdrawn()
                : new Withdrawal.OutOfReach(String.join("; ", outOfReach));
    }

    private Set<PostedAt> besides(Job job) {
        Set<PostedAt> besides = new LinkedHashSet<>(voices.of(job.id()));
        besides.addAll(copies.of(job.id()));
        status(job).ifPresent(besides::add);
        job.trackMessage().ifPresent(besides::remove);
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
