package dev.earworm.providers.acestep;

import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderFailure.BadRequest;
import dev.earworm.music.ProviderFailure.Internal;
import dev.earworm.music.ProviderFailure.OutcomeUnknown;
import dev.earworm.music.ProviderFailure.RateLimited;
import dev.earworm.music.ProviderFailure.Unauthorised;
import dev.earworm.music.ProviderFailure.Unavailable;
import dev.earworm.providers.Redactor;
import java.util.OptionalInt;

/** Sorts what an ACE-Step server refuses (docs/en/API.md, "Error Handling"). */
final class AcestepErrors {
    /** The words of the server's framework for an address that it has nothing at. */
    private static final String NO_SUCH_ROUTE = "Not Found";

    private final Redactor redactor;

    AcestepErrors(Redactor redactor) {
        this.redactor = redactor;
    }

    /** Why a song was not taken; or, for an answer of success without an id, that nobody knows. */
    ProviderFailure ofSubmit(AcestepReply reply) {
        String detail = detail(reply);
        return switch (reply.status()) {
            case 401, 403 -> new Unauthorised(detail);
            case 404, 405 -> new Unavailable(detail + " (is acestep.base-url the address of ACE-Step's own API?)");
            case 408, 503 -> new Unavailable(detail);
            case 429 -> rateLimited(reply, detail);
            default -> isRefusal(reply.status()) ? new BadRequest(detail) : new OutcomeUnknown(detail);
        };
    }

    /** Why a question was not answered. The song itself goes on, unless the server says that it has none of that id. */
    ProviderFailure ofQuestion(AcestepReply reply) {
        String detail = detail(reply);
        return switch (reply.status()) {
            case 401, 403 -> new Unauthorised(detail);
            case 404, 410 -> isAboutTheSong(reply) ? new Internal(detail) : new Unavailable(detail);
            case 429 -> rateLimited(reply, detail);
            default -> new Unavailable(detail);
        };
    }

    /** Why a finished song did not come. 403 is the server's word for a file that it may not hand out. */
    ProviderFailure ofDownload(AcestepReply reply) {
        String detail = detail(reply);
        return switch (reply.status()) {
            case 401 -> new Unauthorised(detail);
            case 408, 425 -> new Unavailable(detail);
            case 429 -> rateLimited(reply, detail);
            default -> reply.status() >= 500 ? new Unavailable(detail) : new Internal(detail);
        };
    }

    /** A failed song, whose explanation is a whole Python traceback with the reason on its last line. */
    Internal ofSong(String explanation) {
        String reason = explanation.strip();
        return new Internal(redactor.clean("the song failed: " + reason.substring(reason.lastIndexOf('\n') + 1)));
    }

    private static boolean isRefusal(int status) {
        return status >= 400 && status < 500;
    }

    private static boolean isAboutTheSong(AcestepReply reply) {
        return reply.envelope().isObject() && !reply.message().equals(NO_SUCH_ROUTE);
    }

    private static RateLimited rateLimited(AcestepReply reply, String detail) {
        return new RateLimited(detail, reply.retryAfter(), OptionalInt.empty());
    }

    private String detail(AcestepReply reply) {
        return redactor.clean("HTTP " + reply.status() + ": " + reply.message());
    }
}
