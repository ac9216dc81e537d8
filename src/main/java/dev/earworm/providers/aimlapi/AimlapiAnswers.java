package dev.earworm.providers.aimlapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earworm.music.ProviderFailure.Internal;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Rendering;
import dev.earworm.music.Rendering.Failed;
import dev.earworm.music.Rendering.Ready;
import dev.earworm.music.Rendering.Running;
import dev.earworm.music.Submission;
import dev.earworm.music.Submission.Rejected;
import dev.earworm.music.Submission.Submitted;
import dev.earworm.music.TrackDetails;
import dev.earworm.providers.Redactor;
import dev.earworm.providers.VendorAnswer;
import java.util.Locale;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Reads the vendor's job object: {@code id, status, audio_file, error}. */
final class AimlapiAnswers {
    private final Redactor redactor;
    private final AimlapiErrors errors;

    AimlapiAnswers(Redactor redactor) {
        this.redactor = redactor;
        this.errors = new AimlapiErrors(redactor);
    }

    /** The id is all that counts, be the status 200 (as documented) or 201 (as seen), and the job failed already. */
    Submission submission(VendorAnswer answer) {
        String id = answer.json().path("id").asText("");
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
        return switch (job.path("status").textValue().toLowerCase(Locale.ROOT)) {
            case "completed" -> finished(job);
            case "error" -> new Failed(new Internal(redactor.clean("the song failed: " + AimlapiErrors.message(job))));
            // queued, generating, waiting of old, and whatever the vendor thinks of next.
            default -> Running.unknown();
        };
    }

    private static Rendering finished(JsonNode job) {
        return Optional.ofNullable(
                        HttpUrl.parse(job.path("audio_file").path("url").asText("")))
                .<Rendering>map(url -> new Ready(url.uri(), TrackDetails.NONE))
                .orElseGet(
                        () -> new Failed(new Internal("the song is completed, but without an address of its audio")));
    }
}
