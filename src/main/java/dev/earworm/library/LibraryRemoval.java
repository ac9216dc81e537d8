package dev.earworm.library;

import dev.earworm.jobs.SongMessages;
import dev.earworm.jobs.SongMessages.Withdrawal;
import dev.earworm.music.JobId;
import dev.earworm.quota.Account;
import java.util.Optional;

/** Puts songs away: out of the library for good, with or without what was posted of them. */
public final class LibraryRemoval {
    private final LibraryStore store;
    private final KeptSongs kept;
    private final SongMessages messages;

    public LibraryRemoval(LibraryStore store, KeptSongs kept, SongMessages messages) {
        this.store = store;
        this.kept = kept;
        this.messages = messages;
    }

    /** What came of it. */
    public sealed interface Outcome {
        record Removed() implements Outcome {}

        /** It is out of the library, and some message of it is still there. */
        record RemovedButPosted() implements Outcome {}

        /** Nothing was changed; to be tried again. */
        record TryLater() implements Outcome {}

        record NoSuchSong() implements Outcome {}
    }

    /** Its messages stay where they are. */
    public Outcome remove(JobId id, Account member) {
        if (!store.hide(id, member)) {
            return new Outcome.NoSuchSong();
        }
        kept.drop(id);
        return new Outcome.Removed();
    }

    /** Its messages go, as far as the bot reaches them. */
    public Outcome removeWithMessages(JobId id, Account member) {
        Optional<LibrarySong> song = store.own(id, member);
        if (song.isEmpty()) {
            return new Outcome.NoSuchSong();
        }
        return switch (messages.withdraw(song.get().job())) {
            case Withdrawal.Withdrawn _ -> remove(id, member);
            case Withdrawal.OutOfReach _ ->
                remove(id, member) instanceof Outcome.Removed
                        ? new Outcome.RemovedButPosted()
                        : new Outcome.NoSuchSong();
            case Withdrawal.TryLater _ -> new Outcome.TryLater();
        };
    }
}
