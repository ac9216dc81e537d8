package dev.earworm.providers.aigateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderFailure.BadRequest;
import dev.earworm.music.ProviderFailure.Internal;
import dev.earworm.music.ProviderFailure.OutOfCredit;
import dev.earworm.music.ProviderFailure.OutcomeUnknown;
import dev.earworm.music.ProviderFailure.RateLimited;
import dev.earworm.music.ProviderFailure.Unauthorised;
import dev.earworm.music.ProviderFailure.Unavailable;
import dev.earworm.providers.Redactor;
import dev.earworm.providers.VendorAnswer;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sorts AIgateway's refusals, {@code {error{message, type, code, param}}} with the HTTP status repeated in {@code code}
 * (https://aigateway.sh/docs/openapi).
 */
final class AigatewayErrors {
    private final Redactor redactor;

    AigatewayErrors(Redactor redactor) {
        this.redactor = redactor;
    }

    /**
     * Why a song was not taken; or, for an answer of success without an id, that nobody knows.
     *
     * @param model the vendor's own name
     */
    ProviderFailure ofSubmit(VendorAnswer answer, String model) {
        String detail = detail(answer);
        int status = status(answer);
        return switch (status) {
            case 401, 403 -> new Unauthorised(detail);
            case 402 -> new OutOfCredit(detail);
            case 404 -> new BadRequest(detail + " (asked for the model " + model + ")");
            case 429 -> rateLimited(answer, detail);
            case 503 -> new Unavailable(detail);
            // 409: there is a song of this idempotency key. 408 and 500: "retryable" says that another try may help,
            // and not that this one left nothing behind; failed jobs are free, a job that goes on unknown to us is not.
            case 408, 409 -> new OutcomeUnknown(detail);
            default -> status < 300 || status >= 500 ? new OutcomeUnknown(detail) : new BadRequest(detail);
        };
    }

    /** Why a question was not answered. The song goes on, unless the vendor says in its own words that it has none. */
    ProviderFailure ofQuestion(VendorAnswer answer) {
        return switch (status(answer)) {
            case 400, 404, 410, 422 ->
                answer.json().isObject() ? new Internal(detail(answer)) : new Unavailable(detail(answer));
            // The account ran dry while this song was being made.
            case 402 -> new Unavailable(detail(answer));
            default -> ofErrand(answer);
        };
    }

    /** Why something beside the songs was not answered: the account, or a link to a file. */
    ProviderFailure ofErrand(VendorAnswer answer) {
        String detail = detail(answer);
        return switch (status(answer)) {
            case 401, 403 -> new Unauthorised(detail);
            case 402 -> new OutOfCredit(detail);
            case 429 -> rateLimited(answer, detail);
            default -> new Unavailable(detail);
        };
    }

    /** Why a song that was made did not become one: its error is a text, or an object with code and message. */
    Internal ofJob(JsonNode job) {
        return new Internal(redactor.clean("the song failed: " + message(job)));
    }

    String detail(VendorAnswer answer) {
        return redactor.clean("HTTP " + answer.status() + ": " + message(answer.json()));
    }

    private static String message(JsonNode answer) {
        JsonNode error = answer.path("error");
        String message = Stream.of(
                        error,
                        error.path("type"),
                        error.path("code"),
                        error.path("message"),
                        error.path("param"),
                        answer.path("message"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(text -> !text.isBlank())
                .distinct()
                .collect(Collectors.joining(" · "));
        return message.isEmpty() ? "no explanation" : message;
    }

    private static RateLimited rateLimited(VendorAnswer answer, String detail) {
        return new RateLimited(detail, answer.retryAfter(), OptionalInt.empty());
    }

    /** The HTTP status, unless it says success over an envelope that does not. */
    private static int status(VendorAnswer answer) {
        int said = answer.json().path("error").path("code").asInt();
        return answer.successful() && said >= 400 ? said : answer.status();
    }
}
