package dev.earworm.providers.aimlapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderFailure.BadRequest;
import dev.earworm.music.ProviderFailure.ContentRefused;
import dev.earworm.music.ProviderFailure.Internal;
import dev.earworm.music.ProviderFailure.OutOfCredit;
import dev.earworm.music.ProviderFailure.RateLimited;
import dev.earworm.music.ProviderFailure.Unauthorised;
import dev.earworm.providers.Redactor;
import dev.earworm.providers.VendorAnswer;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Sorts what MiniMax says of music-01 within an HTTP success: {@code base_resp{status_code,status_msg}}
 * (https://platform.minimax.io/docs/api-reference/errorcode). Everything else is {@link AimlapiErrors}'.
 */
final class Music01Errors {
    private final Redactor redactor;
    private final AimlapiErrors errors;

    Music01Errors(Redactor redactor) {
        this.redactor = redactor;
        this.errors = new AimlapiErrors(redactor);
    }

    /** Why an answer without audio is no success; empty when it is one. */
    Optional<ProviderFailure> of(VendorAnswer answer) {
        return errors.saysSuccess(answer) && answer.json().isObject()
                ? said(answer)
                : Optional.of(errors.ofSubmit(answer));
    }

    /** Why the song failed by MiniMax's own words; empty where there are none. */
    Optional<ProviderFailure> said(VendorAnswer answer) {
        JsonNode said = answer.json().path("base_resp");
        int code = said.path("status_code").asInt();
        String detail = redactor.clean(
                "MiniMax " + code + ": " + said.path("status_msg").asText("no explanation"));
        return switch (code) {
            case 0 -> Optional.empty();
            case 1002 -> Optional.of(new RateLimited(detail, answer.retryAfter(), OptionalInt.empty()));
            case 1004, 2049 -> Optional.of(new Unauthorised(detail));
            case 1008 -> Optional.of(new OutOfCredit(detail));
            // What went in, what came out.
            case 1026, 1027 -> Optional.of(new ContentRefused(detail, Optional.empty()));
            case 2013 -> Optional.of(new BadRequest(detail));
            default -> Optional.of(new Internal(detail));
        };
    }
}
