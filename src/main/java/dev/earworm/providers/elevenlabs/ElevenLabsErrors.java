package dev.earworm.providers.elevenlabs;

import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderFailure.BadRequest;
import dev.earworm.music.ProviderFailure.ContentRefused;
import dev.earworm.music.ProviderFailure.OutOfCredit;
import dev.earworm.music.ProviderFailure.OutcomeUnknown;
import dev.earworm.music.ProviderFailure.RateLimited;
import dev.earworm.music.ProviderFailure.Unauthorised;
import dev.earworm.music.ProviderFailure.Unavailable;
import dev.earworm.providers.Redactor;
import dev.earworm.providers.VendorAnswer;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sorts ElevenLabs' refusals (https://elevenlabs.io/docs/eleven-api/resources/errors).
 *
 * <p>The vendor's words go before its HTTP status: an empty account answers 402 today and answered 401 before.
 */
final class ElevenLabsErrors {
    private static final Set<String> REFUSED = Set.of("bad_prompt", "bad_composition_plan");

    private static final String NO_SUCH_FEATURE = "feature_not_available";

    /** No money, or a plan without music: the operator mends both at the same page. */
    private static final Set<String> NO_CREDIT = Set.of(
            "quota_exceeded",
            "insufficient_credits",
            "payment_required",
            "paid_plan_required",
            "limited_access",
            "subscription_required",
            NO_SUCH_FEATURE);

    private static final Set<String> TOO_MANY_AT_ONCE =
            Set.of("concurrent_limit_exceeded", "too_many_concurrent_requests");

    private static final Set<String> NOT_NOW = Set.of("rate_limit_error", "rate_limit_exceeded", "system_busy");

    /** "Your current subscription is associated with a maximum of 2 concurrent requests": the only place that tells. */
    private static final Pattern MAXIMUM = Pattern.compile("maximum of ([1-9]\\d{0,3})\\b");

    private final Redactor redactor;

    ElevenLabsErrors(Redactor redactor) {
        this.redactor = redactor;
    }

    /** @param answer one without success */
    ProviderFailure failure(VendorAnswer answer) {
        ElevenLabsFault fault = ElevenLabsFault.of(answer);
        String detail = redactor.clean("HTTP " + answer.status() + ": " + fault.message());
        if (fault.saysAnyOf(REFUSED)) {
            return new ContentRefused(detail, fault.suggestion());
        }
        if (fault.saysAnyOf(NO_CREDIT)) {
            return new OutOfCredit(detail);
        }
        if (fault.saysAnyOf(TOO_MANY_AT_ONCE)) {
            return new RateLimited(detail, answer.retryAfter(), maximum(fault.message()));
        }
        if (fault.saysAnyOf(NOT_NOW)) {
            return new RateLimited(detail, answer.retryAfter(), OptionalInt.empty());
        }
        return byStatus(answer, detail);
    }

    /**
     * Sorts the refusal of a question that is free and changes nothing: there, no outcome is unknown.
     *
     * @param answer one without success
     */
    ProviderFailure ofQuestion(VendorAnswer answer) {
        ProviderFailure failure = failure(answer);
        return failure instanceof OutcomeUnknown(String detail) ? new Unavailable(detail) : failure;
    }

    /**
     * Whether the vendor does not have this call at all, or not for this account, so that nothing was begun. A song or a
     * model that is not found is named, and is another matter.
     */
    boolean isNoSuchCall(VendorAnswer answer) {
        ElevenLabsFault fault = ElevenLabsFault.of(answer);
        return switch (answer.status()) {
            case 404, 405 -> fault.signals().stream().noneMatch(signal -> signal.endsWith("_not_found"));
            case 403 -> fault.signals().contains(NO_SUCH_FEATURE);
            default -> false;
        };
    }

    boolean isMissingPermission(VendorAnswer answer) {
        return ElevenLabsFault.of(answer).signals().contains("missing_permissions");
    }

    private static ProviderFailure byStatus(VendorAnswer answer, String detail) {
        return switch (answer.status()) {
            case 401, 403 -> new Unauthorised(detail);
            case 402 -> new OutOfCredit(detail);
            case 429 -> new RateLimited(detail, answer.retryAfter(), OptionalInt.empty());
            // 408: the request did not arrive whole. 503: documented for maintenance and overload, turned away at the
            // door. Every other 5xx may come from the middle of the work, and the vendor does not say whether that is
            // charged.
            case 408, 503 -> new Unavailable(detail);
            default -> answer.status() >= 500 ? new OutcomeUnknown(detail) : new BadRequest(detail);
        };
    }

    private static OptionalInt maximum(String message) {
        Matcher matcher = MAXIMUM.matcher(message);
        return matcher.find() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }
}
