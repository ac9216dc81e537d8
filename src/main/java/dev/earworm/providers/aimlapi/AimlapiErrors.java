package dev.earworm.providers.aimlapi;

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
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sorts AI/ML API's refusals (https://docs.aimlapi.com/errors-and-messages), in both of its envelopes: the older
 * {@code {message, statusCode}} and {@code {title, status, message, error{name, message}}}.
 */
final class AimlapiErrors {
    private final Redactor redactor;

    AimlapiErrors(Redactor redactor) {
        this.redactor = redactor;
    }

    /** Why a song was not taken; or, for an answer of success without an id, that nobody knows. */
    ProviderFailure ofSubmit(VendorAnswer answer) {
        String detail = detail(answer);
        return switch (status(answer)) {
            case 401 -> new Unauthorised(detail);
            case 402 -> new OutOfCredit(detail);
            // The vendor's way to say "You've run out of credits"; a gateway's page with 403 is another matter.
            case 403 -> answer.json().isObject() ? new OutOfCredit(detail) : new Unauthorised(detail);
            case 429 -> rateLimited(answer, detail);
            case 408, 503 -> new Unavailable(detail);
            case 500 -> underMaintenance(detail) ? new Unavailable(detail) : new OutcomeUnknown(detail);
            // A song may be in the works under an id that we never learned: after 502 and 504 too, which come from
            // between the vendor and the maker of the music.
            default -> accepted(answer) || status(answer) > 500 ? new OutcomeUnknown(detail) : new BadRequest(detail);
        };
    }

    /** Why a question was not answered. The song itself goes on, whatever became of the question. */
    ProviderFailure ofPoll(VendorAnswer answer) {
        String detail = detail(answer);
        return switch (status(answer)) {
            case 401 -> new Unauthorised(detail);
            // The vendor does not know the id (or does not like it), and never will: the song is gone, perhaps paid.
            case 400, 404, 410, 422 -> new Internal(detail);
            case 429 -> rateLimited(answer, detail);
            // 403 among them: the account ran dry while this song, already paid, was being made.
            default -> new Unavailable(detail);
        };
    }

    /** The vendor's words, wherever this answer keeps them. */
    static String message(JsonNode answer) {
        JsonNode error = answer.path("error");
        String message = Stream.of(
                        answer.path("title"), error.path("name"), answer.path("message"), error.path("message"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .distinct()
                .collect(Collectors.joining(" · "));
        return message.isEmpty() ? "no explanation" : message;
    }

    private String detail(VendorAnswer answer) {
        return redactor.clean("HTTP " + answer.status() + ": " + message(answer.json()));
    }

    private static RateLimited rateLimited(VendorAnswer answer, String detail) {
        return new RateLimited(detail, answer.retryAfter(), OptionalInt.empty());
    }

    private static boolean underMaintenance(String detail) {
        return detail.toLowerCase(Locale.ROOT).contains("under maintenance");
    }

    private static boolean accepted(VendorAnswer answer) {
        return status(answer) < 300;
    }

    /** The HTTP status, unless it says success over an envelope that does not; there it may be a number or a text. */
    private static int status(VendorAnswer answer) {
        JsonNode envelope = answer.json();
        int said = Math.max(
                envelope.path("statusCode").asInt(), envelope.path("status").asInt());
        return answer.successful() && said >= 400 ? said : answer.status();
    }
}
