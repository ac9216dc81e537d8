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
import dev.earworm.music.Usd;
import dev.earworm.providers.BaseUrl;
import dev.earworm.providers.Redactor;
import dev.earworm.providers.VendorAnswer;
import java.util.Locale;
import java.util.Optional;

/** Reads the vendor's job object: {@code id, status, audio_file, error, meta}. */
final class AimlapiAnswers {
    private final AimlapiErrors errors;
    private final BaseUrl baseUrl;

    AimlapiAnswers(Redactor redactor, BaseUrl baseUrl) {
        this.baseUrl = baseUrl;
        this.errors = new AimlapiErrors(redactor);
    }

    /** The id is all that counts, be the status 200 (as documented) or 201 (as seen), and the job failed already. */
    Submission submission(AimlapiReply reply) {
        return generation(reply)
                .<Submission>map(id -> new Submitted(new ProviderJobId(id), reply.cost()))
                .orElseGet(() -> new Rejected(errors.ofSubmit(reply.answer())));
    }

    /** The headers name the song, too, should the text fail to. */
    private Optional<String> generation(AimlapiReply reply) {
        if (!reply.answer().successful()) {
            return Optional.empty();
        }
        String id = reply.answer().json().path("id").asText("");
        if (!id.isBlank()) {
            return Optional.of(id);
        }
        return reply.inferenceId().filter(_ -> errors.saysSuccess(reply.answer()));
    }

    Rendering rendering(AimlapiReply reply) {
        VendorAnswer answer = reply.answer();
        JsonNode job = answer.json();
        if (!answer.successful() || !job.path("status").isTextual()) {
            return new Failed(errors.ofPoll(answer));
        }
        return switch (job.path("status").textValue().toLowerCase(Locale.ROOT)) {
            case "completed" -> finished(job, reply.cost());
            case "error" -> new Failed(errors.ofSong(job));
            // queued, generating, waiting of old, and whatever the vendor thinks of next.
            default -> Running.unknown();
        };
    }

    private Rendering finished(JsonNode job, Optional<Usd> cost) {
        return baseUrl.locate(job.path("audio_file").path("url").asText(""))
                .<Rendering>map(url -> new Ready(url.uri(), TrackDetails.NONE.withCost(cost)))
                .orElseGet(
                        () -> new Failed(new Internal("the song is completed, but without an address of its audio")));
    }
}
