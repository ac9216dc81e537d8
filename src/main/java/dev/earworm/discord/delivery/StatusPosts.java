package dev.earworm.discord.delivery;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.discord.delivery.Post.PostButton;
import dev.earworm.discord.words.Lengths;
import dev.earworm.discord.words.MemberWords;
import dev.earworm.discord.words.ProgressBar;
import dev.earworm.discord.words.RefusalSentences;
import dev.earworm.jobs.CancelPolicy;
import dev.earworm.jobs.Forecast;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.ProgressPolicy;
import dev.earworm.jobs.Refusal;
import dev.earworm.jobs.Work;
import dev.earworm.keys.GuildProviders;
import dev.earworm.music.MusicModel;
import dev.earworm.music.SongRequest;
import java.time.Instant;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.utils.TimeFormat;

/** The status message of a song at each step of its life. */
public final class StatusPosts {
    private static final int PROMPT_SHOWN = 200;

    private final GuildProviders providers;
    private final Deliveries deliveries;

    public StatusPosts(GuildProviders providers, Deliveries deliveries) {
        this.providers = providers;
        this.deliveries = deliveries;
    }

    /**
     * As the song stands.
     *
     * @param left of the member's quota, in a few words
     */
    public Post of(Job job, Forecast forecast, String left) {
        return switch (job.work()) {
            case Work.Song _ -> ofSong(job, forecast, left);
            case Work.Stems _ -> ofStems(job, forecast, left);
        };
    }

    private Post ofStems(Job job, Forecast forecast, String left) {
        return switch (job.state()) {
            case QUEUED, SUBMITTING, RENDERING, RENDERED ->
                withCancel(job, Post.of(say("status.quota", StemsStatus.underWay(job, forecast), left)));
            case DELIVERED -> Post.of(StemsStatus.delivered(job, deliveries.of(job)));
            case FAILED -> Post.of(StemsStatus.failed(job));
            case CANCELLED -> Post.of(StemsStatus.cancelled(job));
        };
    }

    private Post ofSong(Job job, Forecast forecast, String left) {
        return switch (job.state()) {
            case QUEUED, SUBMITTING, RENDERING, RENDERED ->
                withCancel(job, Post.of(say("status.quota", underWay(job, forecast), left)));
            case DELIVERED -> Post.of(delivered(job));
            case FAILED -> Post.of(say("status.failed", prompt(job), reason(job)));
            case CANCELLED -> Post.of(cancelled(job));
        };
    }

    /** As long as the song is under way, in a message that is too old for further edits. */
    public Post unattended(Job job) {
        String content = switch (job.work()) {
            case Work.Song _ -> say("status.unattended", prompt(job), model(job), length(job));
            case Work.Stems _ -> StemsStatus.unattended(job);
        };
        return withCancel(job, Post.of(content));
    }

    /** The title of the model that makes the song. */
    public String model(Job job) {
        SongRequest request = job.request();
        return providers
                .instance()
                .model(request.model())
                .map(MusicModel::title)
                .orElseGet(request.model()::toString);
    }

    /** The member's words, shortened and safe to show. */
    public static String prompt(Job job) {
        return MemberWords.shown(job.request().prompt(), PROMPT_SHOWN);
    }

    private String underWay(Job job, Forecast forecast) {
        return switch (forecast) {
            case Forecast.InLine line -> waiting(job, line);
            case Forecast.Making making ->
                say(
                        "status.making",
                        prompt(job),
                        model(job),
                        length(job),
                        relative(making.readyAt()),
                        ProgressBar.of(making.percent()));
            case Forecast.Late late -> late(job, late);
            case Forecast.Certain _ ->
                say("status.preparing", prompt(job), model(job), length(job), ProgressBar.of(ProgressPolicy.MOST));
        };
    }

    private String waiting(Job job, Forecast.InLine line) {
        String ready = relative(line.readyAt());
        return line.position() <= 1
                ? say("status.waiting", prompt(job), model(job), length(job), ready)
                : say("status.in-line", prompt(job), model(job), length(job), line.position(), ready);
    }

    /** The time since it was begun counts on by itself, without an edit. */
    private String late(Job job, Forecast.Late late) {
        String begun = relative(late.begunAt());
        if (late.percent().isEmpty()) {
            return say("status.late", prompt(job), model(job), length(job), begun);
        }
        String bar = ProgressBar.of(late.percent().getAsInt());
        return say("status.late-with-bar", prompt(job), model(job), length(job), begun, bar);
    }

    /** A song that its provider had begun may have cost. */
    private static String cancelled(Job job) {
        return job.providerJobId().isPresent()
                ? say("status.stopped", prompt(job))
                : say("status.cancelled", prompt(job));
    }

    private String delivered(Job job) {
        return switch (deliveries.of(job)) {
            case Deliveries.Place.Linked linked -> say("status.delivered", prompt(job), linked.url());
            case Deliveries.Place.Direct _ -> say("status.delivered-directly", prompt(job));
            case Deliveries.Place.Below _ -> say("status.delivered-here", prompt(job));
            case Deliveries.Place.Kept kept -> say("status.kept", prompt(job), KeptPosts.day(kept.until()));
        };
    }

    /** There is no button for what cannot be done; a press on an old one is answered in words. */
    private Post withCancel(Job job, Post post) {
        return switch (CancelPolicy.of(job, providers)) {
            case FREE -> post.with(cancelButton(job, say("status.cancel")));
            case COUNTS -> post.with(cancelButton(job, say("status.cancel-making")));
            case NOT_YET, IMPOSSIBLE, TOO_LATE -> post;
        };
    }

    private static PostButton cancelButton(Job job, String label) {
        return new PostButton(new CustomId(Action.CANCEL, job.id()), label, ButtonStyle.SECONDARY);
    }

    private static String reason(Job job) {
        return RefusalSentences.because(job.refusal().map(Refusal::reason).orElse(Refusal.Reason.BUG));
    }

    private static String length(Job job) {
        return Lengths.clock(job.request().length());
    }

    static String relative(Instant instant) {
        return TimeFormat.RELATIVE.atInstant(instant).toString();
    }
}
