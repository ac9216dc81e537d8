package dev.earworm.discord.words;

/** How much of a limit is used up, as a row of ten boxes; the number stands beside it, as not everybody sees boxes. */
final class QuotaBar {
    private static final int BOXES = 10;
    private static final String USED = "█";
    private static final String LEFT = "░";

    private QuotaBar() {}

    /** Empty only where nothing is used, full only where nothing is left. */
    static String of(long used, long limit) {
        int filled = filled(used, limit);
        return USED.repeat(filled) + LEFT.repeat(BOXES - filled);
    }

    private static int filled(long used, long limit) {
        if (used >= limit) {
            return BOXES;
        }
        return used <= 0 ? 0 : Math.clamp(Math.round((double) BOXES * used / limit), 1, BOXES - 1);
    }
}
