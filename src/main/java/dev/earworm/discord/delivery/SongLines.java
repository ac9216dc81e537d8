package dev.earworm.discord.delivery;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.delivery.Deliveries.Place;
import dev.earworm.discord.words.CostSentences;
import dev.earworm.discord.words.Lengths;
import dev.earworm.discord.words.MemberWords;
import dev.earworm.discord.words.RefusalSentences;
import dev.earworm.jobs.Costs;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.Refusal;
import dev.earworm.jobs.Visibility;
import dev.earworm.jobs.Work;
import java.util.Optional;

/**
 * What the admins of a guild read of a song that has ended: who, where, what it was, what it cost, and the words that were
 * asked for. Of a song that its member wanted for themselves alone they read that there is one and what it cost, and
 * neither its words nor where it is.
 */
public final class SongLines {
    private static final int PROMPT_SHOWN = 150;

    private final StatusPosts posts;
    private final Deliveries deliveries;

    public SongLines(StatusPosts posts, Deliveries deliveries) {
        this.posts = posts;
        this.deliveries = deliveries;
    }

    String of(Job job) {
        String told = say("log.and", outcome(job), particulars(job));
        return job.destination().visibility() == Visibility.PRIVATE
                ? told
                : say(
                        "log.and",
                        told,
                        say("log.words", MemberWords.shown(job.request().prompt(), PROMPT_SHOWN)));
    }

    private String outcome(Job job) {
        String who = MemberWords.mention(job.account().user());
        return switch (job.state()) {
            case DELIVERED -> delivered(job, who);
            case FAILED -> failed(job, who);
            case CANCELLED -> job.work().isSong() ? say("log.cancelled", who) : say("log.stems-cancelled", who);
            case QUEUED, SUBMITTING, RENDERING, RENDERED ->
                throw new IllegalArgumentException("song " + job.id() + " has not ended");
        };
    }

    private String delivered(Job job, String who) {
        return switch (job.work()) {
            case Work.Song _ -> say("log.delivered", who, place(job));
            case Work.Stems _ -> say("log.stems-delivered", who, place(job));
        };
    }

    private String place(Job job) {
        if (job.destination().visibility() == Visibility.PRIVATE) {
            return say("log.for-themselves");
        }
        return switch (deliveries.of(job)) {
            case Place.Linked linked -> linked.url();
            case Place.Direct _ -> say("log.directly");
            case Place.Below _ -> say("log.as-answer");
            case Place.Kept _ -> say("log.kept");
        };
    }

    private static String failed(Job job, String who) {
        Refusal.Reason reason = job.refusal().map(Refusal::reason).orElse(Refusal.Reason.BUG);
        return switch (job.work()) {
            case Work.Song _ -> say("log.failed", who, RefusalSentences.because(reason));
            case Work.Stems _ -> say("log.stems-failed", who, RefusalSentences.becauseOfStems(reason));
        };
    }

    private String particulars(Job job) {
        String what =
                say("log.beside", posts.model(job), Lengths.clock(job.request().length()));
        return CostSentences.of(costs(job))
                .map(cost -> say("log.beside", what, cost))
                .orElse(what);
    }

    /** What was expected of a song that did not come says nothing of what it cost. */
    private static Costs costs(Job job) {
        return job.state().cameToNothing()
                ? new Costs(Optional.empty(), job.costs().actual())
                : job.costs();
    }
}
