package dev.earworm.providers;

import java.time.Duration;

/**
 * How long a vendor is waited for.
 *
 * @param connect to reach the vendor
 * @param silence between two bytes of its answer, the first included
 * @param whole from the start of a call to the last byte of its answer
 */
public record VendorTimeouts(Duration connect, Duration silence, Duration whole) {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** For questions that a vendor answers at once. */
    public static VendorTimeouts quick() {
        return new VendorTimeouts(CONNECT, Duration.ofSeconds(60), Duration.ofSeconds(90));
    }

    /** For a vendor that is silent while it makes the song, and then sends the audio. */
    public static VendorTimeouts untilTheSongIsMade() {
        return new VendorTimeouts(CONNECT, Duration.ofMinutes(10), Duration.ofMinutes(15));
    }

    /** For finished audio that waits at an address. */
    public static VendorTimeouts download() {
        return new VendorTimeouts(CONNECT, Duration.ofSeconds(30), Duration.ofMinutes(5));
    }
}
