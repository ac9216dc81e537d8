package dev.earworm.providers.apiframe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earworm.music.AccountStatus;
import dev.earworm.music.AccountStatus.Unusable;
import dev.earworm.music.AccountStatus.Usable;
import dev.earworm.music.ProviderFailure.Internal;
import dev.earworm.music.ProviderFailure.OutOfCredit;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Rendering;
import dev.earworm.music.Rendering.Failed;
import dev.earworm.music.Rendering.Ready;
import dev.earworm.music.Rendering.Running;
import dev.earworm.music.Submission;
import dev.earworm.music.Submission.Rejected;
import dev.earworm.music.Submission.Submitted;
import dev.earworm.providers.BaseUrl;
import dev.earworm.providers.Redactor;
import dev.earworm.providers.VendorAnswer;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what the vendor says of a job and of the account. */
final class ApiframeAnswers {
    private static final int ALMOST_DONE = 99;

    private final ApiframeErrors errors;
    private final BaseUrl baseUrl;

    ApiframeAnswers(Redactor redactor, BaseUrl baseUrl) {
        this.baseUrl = baseUrl;
        this.errors = new ApiframeErrors(redactor);
    }

    /**
     * The id is all that counts: a key that is sent again brings back the first job, which may have ended by now, well or
     * not. The first poll tells.
     */
    Submission submission(VendorAnswer answer) {
        String id = answer.json().path("jobId").asText("");
        if (!answer.successful() || id.isBlank()) {
            return new Rejected(errors.ofSubmit(answer));
        }
        return new Submitted(new ProviderJobId(id));
    }

    Rendering rendering(VendorAnswer answer) {
        JsonNode job = answer.json();
        if (!answer.successful() || !job.path("status").isTextual()) {
            return new Failed(errors.ofPoll(answer));
        }
        return switch (job.path("status").textValue().toUpperCase(Locale.ROOT)) {
            case "COMPLETED" -> finished(job);
            case "FAILED" -> new Failed(errors.ofJob(job.path("error")));
            case "CANCELLED" -> new Failed(new Internal("the song was cancelled at the vendor"));
            // QUEUED, PROCESSING, and whatever the vendor thinks of next.
            default -> new Running(percent(job.path("progress")), Optional.empty());
        };
    }

    AccountStatus account(VendorAnswer answer) {
        if (!answer.successful() || !answer.json().path("user").isObject()) {
            return new Unusable(errors.ofPoll(answer));
        }
        JsonNode credits = answer.json().path("team").path("credits");
        if (!credits.isNumber()) {
            return new Usable(Optional.empty());
        }
        String left = credits.asText() + " credits";
        return credits.doubleValue() > 0
                ? new Usable(Optional.of(left))
                : new Unusable(new OutOfCredit(left + " left"));
    }

    private Rendering finished(JsonNode job) {
        if (job.path("expired").asBoolean()) {
            return new Failed(
                    new Internal("the song was made, but its audio has expired: the vendor keeps it for a day"));
        }
        return ApiframeTrack.of(job, baseUrl)
                .<Rendering>map(track -> new Ready(track.audio(), track.details()))
                .orElseGet(
                        () -> new Failed(new Internal("the song is completed, but without an address of its audio")));
    }

    private static OptionalInt percent(JsonNode progress) {
        return progress.isNumber()
                ? OptionalInt.of(Math.clamp(progress.intValue(), 0, ALMOST_DONE))
                : OptionalInt.empty();
    }
}
