package dev.earworm.discord.delivery;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.discord.delivery.Post.PostButton;
import dev.earworm.discord.words.Lengths;
import dev.earworm.discord.words.MemberWords;
import dev.earworm.discord.words.RefusalSentences;
import dev.earworm.jobs.Forecast;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.Refusal;
import dev.earworm.jobs.Work;
import dev.earworm.music.MusicModel;
import dev.earworm.music.Providers;
import dev.earworm.music.SongRequest;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.utils.TimeFormat;

/** The status message of a song at each step of its life. */
public final class StatusPosts {
    private static final int PROMPT_SHOWN = 200;

    private final Providers providers;
    private final Deliveries deliveries;

    public StatusPosts(Providers providers, Deliveries deliveries) {
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
            case QUEUED -> withQuota(StemsStatus.waiting(job, forecast), left).with(cancelButton(job));
            case SUBMITTING, RENDERING -> withQuota(StemsStatus.making(job, forecast), left);
            case RENDERED -> withQuota(StemsStatus.preparing(job), left);
            case DELIVERED -> Post.of(StemsStatus.delivered(job, deliveries.of(job)));
            case FAILED -> Post.of(StemsStatus.failed(job));
            case CANCELLED -> Post.of(StemsStatus.cancelled(job));
        };
    }

    private Post ofSong(Job job, Forecast forecast, String left) {
        return switch (job.state()) {
            case QUEUED -> withQuota(waiting(job, forecast), left).with(cancelButton(job));
            case SUBMITTING, RENDERING -> withQuota(making(job, forecast), left);
            case RENDERED -> withQuota(say("status.preparing", prompt(job), model(job), length(job)), left);
            case DELIVERED -> Post.of(delivered(job));
            case FAILED -> Post.of(say("status.failed", prompt(job), reason(job)));
            case CANCELLED -> Post.of(cancelled(job));
        };
    }

    /** The title of the model that makes the song. */
    public String model(Job job) {
        SongRequest request = job.request();
        return providers.model(request.model()).map(MusicModel::title).orElseGet(request.model()::toString);
    }

    /** The member's words, shortened and safe to show. */
    public static String prompt(Job job) {
        return MemberWords.shown(job.request().prompt(), PROMPT_SHOWN);
    }

    private String waiting(Job job, Forecast forecast) {
        if (forecast.position() <= 1) {
            return say("status.waiting", prompt(job), model(job), length(job), ready(forecast));
        }
        return say("status.in-line", prompt(job), model(job), length(job), forecast.position(), ready(forecast));
    }

    private String making(Job job, Forecast forecast) {
        return say("status.making", prompt(job), model(job), length(job), ready(forecast));
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

    private static Post withQuota(String content, String left) {
        return Post.of(say("status.quota", content, left));
    }

    private static PostButton cancelButton(Job job) {
        return new PostButton(new CustomId(Action.CANCEL, job.id()), say("status.cancel"), ButtonStyle.SECONDARY);
    }

    private static String reason(Job job) {
        return RefusalSentences.because(job.refusal().map(Refusal::reason).orElse(Refusal.Reason.BUG));
    }

    private static String length(Job job) {
        return Lengths.clock(job.request().length());
    }

    private static String ready(Forecast forecast) {
        return TimeFormat.RELATIVE.atInstant(forecast.readyAt()).toString();
    }
}
