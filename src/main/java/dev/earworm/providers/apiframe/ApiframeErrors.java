package dev.earworm.providers.apiframe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderFailure.BadRequest;
import dev.earworm.music.ProviderFailure.ContentRefused;
import dev.earworm.music.ProviderFailure.Internal;
import dev.earworm.music.ProviderFailure.OutOfCredit;
import dev.earworm.music.ProviderFailure.OutcomeUnknown;
import dev.earworm.music.ProviderFailure.RateLimited;
import dev.earworm.music.ProviderFailure.Unauthorised;
import dev.earworm.music.ProviderFailure.Unavailable;
import dev.earworm.providers.Redactor;
import dev.earworm.providers.VendorAnswer;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.StringJoiner;

/**
 * Sorts Apiframe's refusals: {@code {error}}, with {@code details} by path where a field was wrong, and with the credits
 * where there were too few (the responses of each path in
 * https://github.com/apiframe-ai/apiframe-nodejs-sdk/blob/main/openapi.json).
 */
final class ApiframeErrors {
    /** The key was used before, for another request. */
    static final int CONFLICT = 409;

    private final Redactor redactor;

    ApiframeErrors(Redactor redactor) {
        this.redactor = redactor;
    }

    /** Why a song was not taken; or, for an answer of success without an id, that nobody knows. */
    ProviderFailure ofSubmit(VendorAnswer answer) {
        String detail = detail(answer);
        return switch (answer.status()) {
            case 400 -> badRequest(answer, detail);
            case 401, 403 -> new Unauthorised(detail);
            case 402 -> new OutOfCredit(detail);
            // The song was handed in before, though not in these very words: it may be made and paid.
            case CONFLICT -> new OutcomeUnknown(detail);
            case 429 -> rateLimited(answer, detail);
            // Documented for a queue or database that is down: nothing was taken.
            case 408, 503 -> new Unavailable(detail);
            default ->
                answer.successful() || answer.status() >= 500 ? new OutcomeUnknown(detail) : new BadRequest(detail);
        };
    }

    /** Why a question was not answered. The song itself goes on, whatever became of the question. */
    ProviderFailure ofPoll(VendorAnswer answer) {
        String detail = detail(answer);
        // Only the vendor's own words count against a song: a gateway in between has pages for these, too.
        boolean vendor = answer.json().isObject();
        return switch (answer.status()) {
            case 401 -> new Unauthorised(detail);
            case 403 -> vendor ? new Unauthorised(detail) : new Unavailable(detail);
            case 400, 404, 410, 422 -> vendor ? new Internal(detail) : new Unavailable(detail);
            case 429 -> rateLimited(answer, detail);
            default -> new Unavailable(detail);
        };
    }

    /**
     * Why a job ended without a song.
     *
     * @param error the vendor's free text, of whatever type
     */
    ProviderFailure ofJob(JsonNode error) {
        String message = message(error);
        String detail = redactor.clean("the song failed: " + message);
        return ContentRefusalPolicy.isRefusal(message)
                ? new ContentRefused(detail, Optional.empty())
                : new Internal(detail);
    }

    private static ProviderFailure badRequest(VendorAnswer answer, String detail) {
        return ContentRefusalPolicy.isRefusal(message(answer.json().path("error")))
                ? new ContentRefused(detail, Optional.empty())
                : new BadRequest(detail);
    }

    private String detail(VendorAnswer answer) {
        JsonNode body = answer.json();
        StringJoiner detail = new StringJoiner("; ");
        detail.add("HTTP " + answer.status() + ": " + message(body.path("error")));
        for (String credits : new String[] {"creditsRequired", "creditsAvailable"}) {
            if (body.path(credits).isNumber()) {
                detail.add(credits + " " + body.path(credits).asText());
            }
        }
        body.path("details")
                .properties()
                .forEach(field -> detail.add(field.getKey() + ": " + reasons(field.getValue())));
        return redactor.clean(detail.toString());
    }

    private static String reasons(JsonNode reasons) {
        StringJoiner all = new StringJoiner(", ");
        reasons.forEach(reason -> all.add(reason.asText()));
        return reasons.isArray() ? all.toString() : reasons.asText();
    }

    private static String message(JsonNode error) {
        String nested = error.path("message").asText("");
        String message = error.isTextual() ? error.textValue() : nested;
        return message.isBlank() ? "no explanation" : message;
    }

    private static RateLimited rateLimited(VendorAnswer answer, String detail) {
        return new RateLimited(detail, answer.retryAfter(), OptionalInt.empty());
    }
}
