package dev.earworm.discord.delivery;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.words.ProgressBar;
import dev.earworm.discord.words.RefusalSentences;
import dev.earworm.jobs.Forecast;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.ProgressPolicy;
import dev.earworm.jobs.Refusal;

/** What the status message of stems says at each step; {@code {0}} is the words of the song that they are of. */
final class StemsStatus {
    private StemsStatus() {}

    static String underWay(Job job, Forecast forecast) {
        return switch (forecast) {
            case Forecast.InLine line -> waiting(job, line);
            case Forecast.Making making ->
                say(
                        "stems.status.making",
                        StatusPosts.prompt(job),
                        StatusPosts.relative(making.readyAt()),
                        ProgressBar.of(making.percent()));
            case Forecast.Late late ->
                say("stems.status.late", StatusPosts.prompt(job), StatusPosts.relative(late.begunAt()));
            case Forecast.Certain _ ->
                say("stems.status.preparing", StatusPosts.prompt(job), ProgressBar.of(ProgressPolicy.MOST));
        };
    }

    private static String waiting(Job job, Forecast.InLine line) {
        String ready = StatusPosts.relative(line.readyAt());
        return line.position() <= 1
                ? say("stems.status.waiting", StatusPosts.prompt(job), ready)
                : say("stems.status.in-line", StatusPosts.prompt(job), line.position(), ready);
    }

    static String unattended(Job job) {
        return say("stems.status.unattended", StatusPosts.prompt(job));
    }

    static String delivered(Job job, Deliveries.Place place) {
        return switch (place) {
            case Deliveries.Place.Linked linked -> say("stems.status.delivered", StatusPosts.prompt(job), linked.url());
            case Deliveries.Place.Direct _ -> say("stems.status.delivered-directly", StatusPosts.prompt(job));
            case Deliveries.Place.Kept kept ->
                say("stems.status.kept", StatusPosts.prompt(job), KeptPosts.day(kept.until()));
            case Deliveries.Place.Below _ -> say("stems.status.delivered-here", StatusPosts.prompt(job));
        };
    }

    static String failed(Job job) {
        Refusal.Reason reason = job.refusal().map(Refusal::reason).orElse(Refusal.Reason.BUG);
        return say("stems.status.failed", StatusPosts.prompt(job), RefusalSentences.becauseOfStems(reason));
    }

    static String cancelled(Job job) {
        return say("stems.status.cancelled", StatusPosts.prompt(job));
    }
}
