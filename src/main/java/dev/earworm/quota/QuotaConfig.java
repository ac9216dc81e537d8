package dev.earworm.quota;

/**
 * What each member may spend in each guild until an admin sets other limits.
 *
 * @param dailySongs songs per day (UTC); 0 or more
 * @param dailySeconds seconds of music per day (UTC); 0 or more
 * @param concurrentSongs songs that are waiting or being made at once; 0 or more
 */
public record QuotaConfig(int dailySongs, int dailySeconds, int concurrentSongs) {
    public QuotaConfig {
        if (dailySongs < 0 || dailySeconds < 0 || concurrentSongs < 0) {
            throw new IllegalArgumentException("a limit cannot be negative");
        }
    }

    public QuotaLimits limits() {
        return QuotaLimits.UNLIMITED
                .with(Limit.DAILY_SONGS, dailySongs)
                .with(Limit.DAILY_SECONDS, dailySeconds)
                .with(Limit.CONCURRENT_SONGS, concurrentSongs);
    }
}
