package dev.earworm.jobs;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How far a song is that is being made: as far as its vendor says, else as far as such songs were after this time. It
 * never says that a song is done, since only the song itself does, and it never takes anything back.
 */
public final class ProgressPolicy {
    /** In percent, until the song is really there. */
    public static final int MOST = 95;

    /** A model's songs differ by this much without being worth a word. */
    private static final Duration LEAST_DELAY = Duration.ofSeconds(15);

    private ProgressPolicy() {}

    /**
     * In percent, from 0 to {@link #MOST}.
     *
     * @param said by the vendor, in percent
     * @param elapsed since the song was handed in; negative once the clock was set back
     * @param typical time of the model
     * @param before what was told already; 0 when nothing was
     */
    static int percent(OptionalInt said, Duration elapsed, Duration typical, int before) {
        int now = said.isPresent() ? said.getAsInt() : learned(elapsed, typical);
        return Math.max(before, Math.clamp(now, 0, MOST));
    }

    private static int learned(Duration elapsed, Duration typical) {
        return typical.isZero()
                ? MOST
                : Math.clamp(elapsed.toMillis() * 100 / Math.max(1, typical.toMillis()), 0, MOST);
    }

    /** Whether it takes half as long again as usual, and so much that a member would notice. */
    static boolean isLate(Duration elapsed, Duration typical) {
        Duration delay = elapsed.minus(typical);
        return delay.compareTo(typical.dividedBy(2)) > 0 && delay.compareTo(LEAST_DELAY) > 0;
    }
}
