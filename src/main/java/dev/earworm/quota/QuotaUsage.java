package dev.earworm.quota;

/**
 * What an account has spent today, and has under way.
 *
 * @param songs reserved or committed today
 * @param seconds reserved or committed today
 * @param concurrentSongs reserved and neither committed nor released, whatever the day
 */
public record QuotaUsage(int songs, int seconds, int concurrentSongs) {
    public static final QuotaUsage NONE = new QuotaUsage(0, 0, 0);

    public QuotaUsage plus(int moreSeconds) {
        return new QuotaUsage(songs + 1, seconds + moreSeconds, concurrentSongs + 1);
    }

    /** Never negative, also when an admin has lowered the limit below what was spent. */
    public int songsLeft(QuotaLimits limits) {
        return Math.max(0, limits.dailySongs() - songs);
    }

    /** Never negative, also when an admin has lowered the limit below what was spent. */
    public int secondsLeft(QuotaLimits limits) {
        return Math.max(0, limits.dailySeconds() - seconds);
    }
}
