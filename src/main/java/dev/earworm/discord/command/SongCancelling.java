package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.delivery.StatusPosts;
import dev.earworm.jobs.Cancellation;
import dev.earworm.jobs.SongService;
import dev.earworm.music.JobId;
import dev.earworm.quota.Account;

/** Calls songs back, by command or button, and says what came of it. */
public final class SongCancelling {
    private final SongService songs;

    public SongCancelling(SongService songs) {
        this.songs = songs;
    }

    public Reply cancel(JobId song, Account account) {
        return switch (songs.cancel(song, account)) {
            case Cancellation.Cancelled cancelled -> Reply.of(say("cancel.done", StatusPosts.prompt(cancelled.job())));
            case Cancellation.Stopped stopped -> Reply.of(say("cancel.stopped", StatusPosts.prompt(stopped.job())));
            case Cancellation.TooLate _ -> Reply.of(say("cancel.too-late"));
            case Cancellation.Ended _ -> Reply.of(say("cancel.ended"));
            case Cancellation.NotYours _ -> Reply.of(say("cancel.not-yours"));
            case Cancellation.NoSuchSong _ -> Reply.of(say("cancel.no-such-song"));
        };
    }
}
