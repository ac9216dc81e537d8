package dev.earworm.discord.delivery;

import java.time.Duration;
import java.util.Set;

/**
 * Decides what an error of Discord's API says about a place: closed to the bot, too small for the file, or not well at the
 * moment. Codes: <a href="https://docs.discord.com/developers/topics/opcodes-and-status-codes">Discord, JSON error
 * codes</a>.
 */
final class SendFailurePolicy {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration IN_A_MINUTE = Duration.ofMinutes(1);
    private static final int ENTITY_TOO_LARGE = 413;
    private static final int UNAUTHORISED = 401;
    private static final int RATE_LIMITED = 429;
    private static final int SERVER_ERROR = 500;

    /** Request entity too large; file uploaded exceeds the maximum size. */
    private static final Set<Integer> TOO_LARGE = Set.of(40005, 50045);

    /**
     * Slow mode, the channel's and the guild's write limits, direct messages opened too fast, sending disabled for a
     * moment, a shared resource limited, resources overloaded.
     */
    private static final Set<Integer> BUSY = Set.of(20016, 20028, 20029, 40003, 40004, 40006, 40062, 130000);

    private SendFailurePolicy() {}

    /**
     * What to do after an error.
     *
     * @param status of HTTP; 0 or less when there was no answer at all
     * @param code Discord's own; 0 when there was none
     */
    static Sent judge(int status, int code, String detail) {
        String described = "HTTP %d, code %d: %s".formatted(status, code, detail);
        if (TOO_LARGE.contains(code) || status == ENTITY_TOO_LARGE) {
            return new Sent.TooLarge(described);
        }
        if (status <= 0 || status >= SERVER_ERROR || status == RATE_LIMITED || BUSY.contains(code)) {
            return new Sent.Later(SOON, described);
        }
        // The token was changed or revoked: no place is open, but an operator can mend that.
        return status == UNAUTHORISED && code != 50027
                ? new Sent.Later(IN_A_MINUTE, described)
                : new Sent.Closed(described);
    }
}
