package dev.earworm.jobs;

import java.time.Duration;
import java.time.Instant;

/** The arithmetic of a forecast. */
public final class ForecastPolicy {
    private ForecastPolicy() {}

    /**
     * What to expect of a song that waits.
     *
     * @param position 1 is next
     * @param slots of the provider; at least 1
     * @param turn the earliest that it may have one
     */
    public static Forecast waiting(int position, int slots, Duration typical, Instant turn) {
        int rounds = (position + slots - 1) / slots;
        return new Forecast(position, turn.plus(typical.multipliedBy(rounds)));
    }

    /** A song that takes longer than usual is always "soon": never in the past. */
    public static Forecast rendering(Instant submittedAt, Duration typical, Instant now) {
        Instant usual = submittedAt.plus(typical);
        Instant soon = now.plus(typical.dividedBy(10));
        return new Forecast(0, usual.isAfter(soon) ? usual : soon);
    }
}
