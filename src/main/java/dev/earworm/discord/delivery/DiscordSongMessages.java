package dev.earworm.discord.delivery;

import dev.earworm.jobs.Job;
import dev.earworm.jobs.PostedAt;
import dev.earworm.jobs.SongCopies;
import dev.earworm.jobs.SongMessages;
import dev.earworm.jobs.Visibility;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Deletes what was posted of a song: its copies, its status message and at last the song itself. The bot's own messages it
 * may delete wherever it sees them, without a permission of its own for that.
 */
public final class DiscordSongMessages implements SongMessages {
    private final PostedMessages messages;
    private final SongCopies copies;

    public DiscordSongMessages(Shards shards, SongCopies copies) {
        this.messages = new PostedMessages(new Places(shards));
        this.copies = copies;
    }

    @Override
    public Withdrawal withdraw(Job job) {
        List<String> outOfReach = new ArrayList<>();
        for (PostedAt at : all(job)) {
            switch (messages.remove(job, at)) {
                case Removal.Removed _ -> {}
                case Removal.OutOfReach left -> outOfReach.add(left.detail());
                case Removal.Later later -> {
                    return new Withdrawal.TryLater(later.detail());
                }
            }
        }
        return outOfReach.isEmpty()
                ? new Withdrawal.Withdrawn()
                : new Withdrawal.OutOfReach(String.join("; ", outOfReach));
    }

    private Set<PostedAt> all(Job job) {
        Set<PostedAt> all = new LinkedHashSet<>(copies.of(job.id()));
        status(job).ifPresent(all::add);
        job.trackMessage().ifPresent(all::add);
        return all;
    }

    /** A private one is an answer that only its member saw, and that nobody but Discord can take away. */
    private static Optional<PostedAt> status(Job job) {
        return job.destination().visibility() == Visibility.PRIVATE
                ? Optional.empty()
                : job.statusMessage()
                        .map(message -> new PostedAt(job.destination().channel(), message));
    }
}
