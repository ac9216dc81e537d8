package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.delivery.StatusPosts;
import dev.earworm.discord.words.MemberWords;
import dev.earworm.jobs.Cancellation;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.SongService;
import dev.earworm.music.JobId;
import dev.earworm.quota.Account;

/** Calls songs back, by command or button, and says what came of it. */
public final class SongCancelling {
    private static final int PROVIDER_SHOWN = 60;

    private final SongService songs;

    public SongCancelling(SongService songs) {
        this.songs = songs;
    }

    public Reply cancel(JobId song, Account account) {
        return switch (songs.cancel(song, account)) {
            case Cancellation.Cancelled cancelled -> Reply.of(say("cancel.done", prompt(cancelled.job())));
            case Cancellation.Stopped stopped -> Reply.of(say("cancel.stopped", prompt(stopped.job())));
            case Cancellation.NotYet late -> Reply.of(say("cancel.not-yet", prompt(late.job()), provider(late.job())));
            case Cancellation.CannotStop late ->
                Reply.of(say("cancel.cannot-stop", prompt(late.job()), provider(late.job())));
            case Cancellation.NotStopped late ->
                Reply.of(say("cancel.not-stopped", prompt(late.job()), provider(late.job())));
            case Cancellation.TooLate late -> Reply.of(say("cancel.too-late", prompt(late.job())));
            case Cancellation.Ended _ -> Reply.of(say("cancel.ended"));
            case Cancellation.NotYours _ -> Reply.of(say("cancel.not-yours"));
            case Cancellation.NoSuchSong _ -> Reply.of(say("cancel.no-such-song"));
        };
    }

    /** Whether it would do anything now. */
    boolean isWorthTrying(Job job) {
        return switch (songs.cancelTerms(job)) {
            case FREE, COUNTS, NOT_YET -> true;
            case IMPOSSIBLE, TOO_LATE -> false;
        };
    }

    private static String prompt(Job job) {
        return StatusPosts.prompt(job);
    }

    private static String provider(Job job) {
        return MemberWords.shown(job.provider(), PROVIDER_SHOWN);
    }
}
