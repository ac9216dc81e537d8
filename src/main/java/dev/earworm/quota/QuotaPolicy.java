package dev.earworm.quota;

import dev.earworm.quota.QuotaDecision.Limit;
import java.util.Optional;

/** The pure arithmetic of a quota. */
public final class QuotaPolicy {
    private QuotaPolicy() {}

    /** The limit that stands in the way of one more song, the one that waiting a minute would not lift first. */
    public static Optional<Limit> exceeded(QuotaUsage usage, QuotaLimits limits, int seconds) {
        if (usage.songs() >= limits.dailySongs()) {
            return Optional.of(Limit.DAILY_SONGS);
        }
        if (seconds > usage.secondsLeft(limits)) {
            return Optional.of(Limit.DAILY_SECONDS);
        }
        if (usage.concurrentSongs() >= limits.concurrentSongs()) {
            return Optional.of(Limit.CONCURRENT_SONGS);
        }
        return Optional.empty();
    }
}
