package dev.earworm.discord.delivery;

import java.util.stream.LongStream;

/**
 * Decides what to try after Discord refused a file as too large. It does not say what it would take, so the next lower of
 * its known limits is taken to hold: 100 and 50 MiB for boosted guilds, 20, 10 and formerly 25 and 8 MiB for everyone.
 */
final class UploadLimitPolicy {
    private static final long MEBIBYTE = 1024 * 1024;

    private UploadLimitPolicy() {}

    /**
     * A limit that is surely lower.
     *
     * @param refused size of the file in bytes
     */
    static long below(long refused) {
        return LongStream.of(100, 50, 25, 20, 10, 8)
                .map(size -> size * MEBIBYTE)
                .filter(limit -> limit < refused)
                .findFirst()
                .orElse(refused * 3 / 4);
    }
}
