package dev.earworm.discord.words;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.jobs.Refusal;

/** Why a song did not come, in a sentence for each reason. */
public final class RefusalSentences {
    private RefusalSentences() {}

    /** The same of the stems of a song. */
    public static String becauseOfStems(Refusal.Reason reason) {
        return reason == Refusal.Reason.OUTCOME_UNKNOWN ? say("stems.outcome-unknown") : because(reason);
    }

    public static String because(Refusal.Reason reason) {
        return switch (reason) {
            case BAD_REQUEST -> say("refusal.bad-request");
            case CONTENT_REFUSED -> say("refusal.content-refused");
            case RATE_LIMITED -> say("refusal.rate-limited");
            case UNAVAILABLE -> say("refusal.unavailable");
            case OUT_OF_CREDIT -> say("refusal.out-of-credit");
            case UNAUTHORISED -> say("refusal.unauthorised");
            case OUTCOME_UNKNOWN -> say("refusal.outcome-unknown");
            case PROVIDER_FAILED -> say("refusal.provider-failed");
            case REFERENCE_GONE -> say("refusal.reference-gone");
            case REFERENCE_UNREADABLE -> say("refusal.reference-unreadable");
            case REFERENCE_LENGTH -> say("refusal.reference-length");
            case REFERENCE_TOO_LARGE -> say("refusal.reference-too-large");
            case SONG_GONE -> say("refusal.song-gone");
            case TOO_SLOW -> say("refusal.too-slow");
            case NOT_AUDIO -> say("refusal.not-audio");
            case TOO_LARGE -> say("refusal.too-large");
            case UNDELIVERABLE -> say("refusal.undeliverable");
            case OWN_KEY_EMPTY -> say("keys.refusal-empty");
            case OWN_KEY_REFUSED -> say("keys.refusal-refused");
            case OWN_KEY_REMOVED -> say("keys.refusal-removed");
            case OWN_KEY_LOCKED -> say("keys.refusal-locked");
            case BUG -> say("refusal.bug");
        };
    }
}
