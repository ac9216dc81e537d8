package dev.earworm.providers.aigateway;

import dev.earworm.music.ProviderFailure.BadRequest;
import dev.earworm.music.ProviderFailure.Internal;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Rendering;
import dev.earworm.music.Rendering.Failed;
import dev.earworm.music.Rendering.Ready;
import dev.earworm.music.Rendering.Running;
import dev.earworm.music.Stopping;
import dev.earworm.music.Stopping.NotStopped;
import dev.earworm.music.Stopping.Stopped;
import dev.earworm.music.Submission;
import dev.earworm.music.Submission.Rejected;
import dev.earworm.music.Submission.Submitted;
import dev.earworm.music.TrackDetails;
import dev.earworm.providers.VendorAnswer;
import dev.earworm.providers.aigateway.JobRecord.State;
import java.util.Optional;
import java.util.OptionalInt;
import okhttp3.HttpUrl;

/** Reads the vendor's answers about a job. */
final class AigatewayAnswers {
    private static final int NOT_MODIFIED = 304;
    private static final int CONFLICT = 409;

    private final HttpUrl base;
    private final AigatewayErrors errors;

    AigatewayAnswers(HttpUrl base, AigatewayErrors errors) {
        this.base = base;
        this.errors = errors;
    }

    /** The id is all that counts: be the status 202, as documented, or another success, and the job finished already. */
    Submission submission(VendorAnswer answer, String model) {
        return Optional.of(answer)
                .filter(VendorAnswer::successful)
                .flatMap(taken -> job(taken).id())
                .<Submission>map(id -> new Submitted(new ProviderJobId(id)))
                .orElseGet(() -> new Rejected(errors.ofSubmit(answer, model)));
    }

    Rendering rendering(VendorAnswer answer) {
        if (answer.status() == NOT_MODIFIED) {
            // Asked too soon, says the vendor; not that the song has not moved since the answer before the last.
            return new Running(OptionalInt.empty(), Optional.of(AigatewayProvider.MINIMUM_POLL_INTERVAL));
        }
        JobRecord job = job(answer);
        if (!answer.successful() || job.state().isEmpty()) {
            return new Failed(errors.ofQuestion(answer));
        }
        return switch (job.state().get()) {
            case UNDER_WAY, UNHEARD_OF -> Running.unknown();
            case COMPLETED -> finished(job);
            case FAILED -> new Failed(errors.ofJob(answer.json()));
            case CANCELLED -> new Failed(new Internal("the song was cancelled at the vendor"));
        };
    }

    /** A success is "cancelled or terminal" by the API's description: only the job's state tells which. */
    Stopping stopping(VendorAnswer answer) {
        if (answer.status() == CONFLICT) {
            return new NotStopped(new BadRequest("too late to stop: " + errors.detail(answer)));
        }
        if (!answer.successful()) {
            return new NotStopped(errors.ofQuestion(answer));
        }
        return switch (job(answer).state().orElse(State.UNHEARD_OF)) {
            case UNDER_WAY -> new NotStopped(new BadRequest("too late to stop: the song goes on"));
            case COMPLETED -> new NotStopped(new BadRequest("too late to stop: the song is completed"));
            // Also where it says nothing of a state, as with {"status":"ok"}.
            case CANCELLED, FAILED, UNHEARD_OF -> new Stopped();
        };
    }

    private static Rendering finished(JobRecord job) {
        return job.audio()
                .<Rendering>map(audio -> new Ready(audio, TrackDetails.NONE.withCost(job.cost())))
                .orElseGet(
                        () -> new Failed(new Internal("the song is completed, but without an address of its audio")));
    }

    private JobRecord job(VendorAnswer answer) {
        return JobRecord.of(answer.json(), base);
    }
}
