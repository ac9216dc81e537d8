package dev.earworm.discord.words;

/** How much of a limit is used up, as a row of blocks; the number stands beside it, as not everybody sees blocks. */
final class QuotaBar {
    private QuotaBar() {}

    /** Empty only where nothing is used, full only where nothing is left. */
    static String of(long used, long limit) {
        return ProgressBar.row(full(used, limit));
    }

    private static int full(long used, long limit) {
        if (used >= limit) {
            return ProgressBar.BLOCKS;
        }
        long rounded = Math.round((double) ProgressBar.BLOCKS * used / limit);
        return used <= 0 ? 0 : Math.clamp(rounded, 1, ProgressBar.BLOCKS - 1);
    }
}
