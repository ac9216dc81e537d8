package dev.earworm.jobs;

import dev.earworm.keys.ProviderAccount;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.Suggestion;
import java.util.Optional;

/**
 * Why an accepted song did not come, as its member is told.
 *
 * @param suggestion what the provider would take instead
 */
public record Refusal(Reason reason, Optional<Suggestion> suggestion) {
    /** What a member reads differs by these. */
    public enum Reason {
        BAD_REQUEST,
        CONTENT_REFUSED,
        RATE_LIMITED,
        UNAVAILABLE,
        OUT_OF_CREDIT,
        UNAUTHORISED,
        OUTCOME_UNKNOWN,
        PROVIDER_FAILED,
        /** The sound that it shall start from cannot be fetched any more. */
        REFERENCE_GONE,
        /** It is no sound, or of a kind that the model does not read. */
        REFERENCE_UNREADABLE,
        /** It is too short or too long for the model. */
        REFERENCE_LENGTH,
        /** It has more bytes than the vendor takes. */
        REFERENCE_TOO_LARGE,
        /** The finished song of which something was to be made cannot be fetched any more. */
        SONG_GONE,
        /** The provider did not finish in time. */
        TOO_SLOW,
        /** What the provider sent is not a sound file. */
        NOT_AUDIO,
        /** No encoding of the song fits Discord's limit for a file. */
        TOO_LARGE,
        /** No way was left to hand the song over. Of earlier versions only: such songs are kept now. */
        UNDELIVERABLE,
        /** The account of the guild's own key is used up. */
        OWN_KEY_EMPTY,
        /** The provider does not take the guild's own key. */
        OWN_KEY_REFUSED,
        /** The guild's own key was taken away before the song was begun. */
        OWN_KEY_REMOVED,
        /** The guild's own key cannot be read now. */
        OWN_KEY_LOCKED,
        /** Our own mistake. */
        BUG
    }

    public static Refusal because(Reason reason) {
        return new Refusal(reason, Optional.empty());
    }

    /** @param account that its provider's failure concerns */
    public static Refusal of(ProviderFailure failure, ProviderAccount account) {
        return account.isOperators() ? of(failure) : ofGuild(failure);
    }

    private static Refusal ofGuild(ProviderFailure failure) {
        return switch (failure) {
            case ProviderFailure.OutOfCredit _ -> because(Reason.OWN_KEY_EMPTY);
            case ProviderFailure.Unauthorised _ -> because(Reason.OWN_KEY_REFUSED);
            case ProviderFailure.BadRequest _,
                    ProviderFailure.ContentRefused _,
                    ProviderFailure.RateLimited _,
                    ProviderFailure.Unavailable _,
                    ProviderFailure.OutcomeUnknown _,
                    ProviderFailure.Internal _ -> of(failure);
        };
    }

    /** Of the operator's account. */
    public static Refusal of(ProviderFailure failure) {
        return switch (failure) {
            case ProviderFailure.BadRequest _ -> because(Reason.BAD_REQUEST);
            case ProviderFailure.ContentRefused refused -> new Refusal(Reason.CONTENT_REFUSED, refused.suggestion());
            case ProviderFailure.RateLimited _ -> because(Reason.RATE_LIMITED);
            case ProviderFailure.Unavailable _ -> because(Reason.UNAVAILABLE);
            case ProviderFailure.OutOfCredit _ -> because(Reason.OUT_OF_CREDIT);
            case ProviderFailure.Unauthorised _ -> because(Reason.UNAUTHORISED);
            case ProviderFailure.OutcomeUnknown _ -> because(Reason.OUTCOME_UNKNOWN);
            case ProviderFailure.Internal _ -> because(Reason.PROVIDER_FAILED);
        };
    }
}
