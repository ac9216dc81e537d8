package dev.earworm.providers.aimlapi;

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
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sorts AI/ML API's refusals (https://docs.aimlapi.com/errors-and-messages), in both of its envelopes: the older
 * {@code {message, statusCode}} and {@code {title, status, message, error{name, message}}}.
 */
final class AimlapiErrors {
    /**
     * Words of a refusal. The vendor hands on the free text of those who make the music, and has no code for it; whoever
     * is refused wrongly reads other words for a song that failed either way.
     */
    private static final Pattern REFUSAL = Pattern.compile(
            "\\b(policy|policies|guidelines|safety|nsfw|prohibited|copyright(ed)?|moderat(ed|ion)|terms of (service|use))\\b"
                    + "|(?<!case[- ])(?<!in)sensitive",
            Pattern.CASE_INSENSITIVE);

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
            case 500 -> upstream(detail);
            // A song may be in the works under an id that we never learned: after 502 and 504 too, which come from
            // between the vendor and the maker of the music.
            default -> saysSuccess(answer) || status(answer) > 500 ? new OutcomeUnknown(detail) : badRequest(detail);
        };
    }

    /** The vendor says 500 for whatever went wrong at the maker of the music. */
    private static ProviderFailure upstream(String detail) {
        if (isRefusal(detail)) {
            return new ContentRefused(detail, Optional.empty());
        }
        return underMaintenance(detail) ? new Unavailable(detail) : new OutcomeUnknown(detail);
    }

    /** A field that is malformed is quoted, and may hold whatever words the member chose. */
    private static ProviderFailure badRequest(String detail) {
        boolean isField = detail.toLowerCase(Locale.ROOT).contains("validation");
        return isRefusal(detail) && !isField ? new ContentRefused(detail, Optional.empty()) : new BadRequest(detail);
    }

    /** Why a song that was taken will not come. */
    ProviderFailure ofSong(JsonNode job) {
        String detail = redactor.clean("the song failed: " + message(job));
        return isRefusal(detail) ? new ContentRefused(detail, Optional.empty()) : new Internal(detail);
    }

    /** Why the account cannot be asked after, or not be used. */
    ProviderFailure ofAccount(VendorAnswer answer) {
        return saysSuccess(answer) || status(answer) >= 500 ? new Unavailable(detail(answer)) : ofSubmit(answer);
    }

    /** Why a question was not answered. The song itself goes on, whatever became of the question. */
    ProviderFailure ofPoll(VendorAnswer answer) {
        String detail = detail(answer);
        return switch (status(answer)) {
            case 401 -> new Unauthorised(detail);
            // The vendor does not know the id (or does not like it), and never will: the song is gone, perhaps paid.
            // Only its own words say so: a gateway in between has pages for these, too.
            case 400, 404, 410, 422 -> answer.json().isObject() ? new Internal(detail) : new Unavailable(detail);
            case 429 -> rateLimited(answer, detail);
            // 403 among them: the account ran dry while this song, already paid, was being made.
            default -> new Unavailable(detail);
        };
    }

    /** The vendor's words, wherever this answer keeps them. */
    static String message(JsonNode answer) {
        JsonNode error = answer.path("error");
        String message = Stream.of(
                        answer.path("title"), error, error.path("name"), answer.path("message"), error.path("message"))
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

    private static boolean isRefusal(String detail) {
        return REFUSAL.matcher(detail).find();
    }

    /** By its HTTP status and its envelope. */
    boolean saysSuccess(VendorAnswer answer) {
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
