package dev.earworm.ops;

import java.time.Duration;

/**
 * How the program behaves towards the machine that it runs on.
 *
 * @param minimumFreeMegabytes what the data folder's disk must have left (in mebibytes) for songs to be accepted; 0 or
 *     more
 * @param drain how long a stop waits for songs that a provider is just answering
 * @param logLevel from the start on, until an operator sets another one
 */
public record OpsConfig(int minimumFreeMegabytes, Duration drain, LogLevelConfig logLevel) {
    private static final long MEGABYTE = 1 << 20;

    /** What counts where nothing is set. */
    public static OpsConfig standard() {
        return new OpsConfig(200, Duration.ofSeconds(20), LogLevelConfig.INFO);
    }

    /** The same in bytes. */
    public long minimumFreeBytes() {
        return minimumFreeMegabytes * MEGABYTE;
    }
}
