package dev.earworm.discord.delivery;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.words.RefusalSentences;
import dev.earworm.jobs.Forecast;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.Refusal;
import net.dv8tion.jda.api.utils.TimeFormat;

/** What the status message of stems says at each step; {@code {0}} is the words of the song that they are of. */
final class StemsStatus {
    private StemsStatus() {}

    static String waiting(Job job, Forecast forecast) {
        return forecast.position() <= 1
                ? say("stems.status.waiting", StatusPosts.prompt(job), ready(forecast))
                : say("stems.status.in-line", StatusPosts.prompt(job), forecast.position(), ready(forecast));
    }

    static String making(Job job, Forecast forecast) {
        return say("stems.status.making", StatusPosts.prompt(job), ready(forecast));
    }

    static String preparing(Job job) {
        return say("stems.status.preparing", StatusPosts.prompt(job));
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

    private static String ready(Forecast forecast) {
        return TimeFormat.RELATIVE.atInstant(forecast.readyAt()).toString();
    }
}
