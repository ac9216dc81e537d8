package dev.earworm.quota;

import java.time.Instant;

/** Whether an account may have one more song. */
public sealed interface QuotaDecision {
    /** Yes, and it is set aside. */
    record Reserved(QuotaUsage usage, QuotaLimits limits) implements QuotaDecision {}

    /**
     * No; nothing was written.
     *
     * @param usage as it is without the song
     * @param resetsAt when the daily limits start anew
     */
    record QuotaExceeded(Limit limit, QuotaUsage usage, QuotaLimits limits, Instant resetsAt)
            implements QuotaDecision {}

    /** The limit that is in the way. */
    enum Limit {
        CONCURRENT_SONGS,
        DAILY_SONGS,
        DAILY_SECONDS
    }
}
