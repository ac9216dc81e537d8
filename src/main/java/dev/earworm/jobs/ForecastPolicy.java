package dev.earworm.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/** The arithmetic of a forecast. */
public final class ForecastPolicy {
    /** Below this a vendor's percentage says little about the rest, in percent. */
    private static final int TELLING = 20;

    private ForecastPolicy() {}

    /**
     * What to expect of a song that waits.
     *
     * @param position 1 is next
     * @param slots of the provider; at least 1
     * @param turn the earliest that it may have one
     */
    public static Forecast.InLine waiting(int position, int slots, Duration typical, Instant turn) {
        int rounds = (position + slots - 1) / slots;
        return new Forecast.InLine(position, turn.plus(typical.multipliedBy(rounds)));
    }

    /**
     * What to expect of a song that is being made.
     *
     * @param said by the vendor, in percent
     * @param before the percentage that was told already
     */
    public static Forecast making(Instant begunAt, Duration typical, OptionalInt said, int before, Instant now) {
        Duration elapsed = Duration.between(begunAt, now);
        int percent = ProgressPolicy.percent(said, elapsed, typical, before);
        if (ProgressPolicy.isLate(elapsed, typical)) {
            return new Forecast.Late(said.isPresent() ? OptionalInt.of(percent) : OptionalInt.empty(), begunAt);
        }
        Instant usual = begunAt.plus(whole(said, elapsed, typical));
        Instant soon = now.plus(typical.dividedBy(10));
        return new Forecast.Making(percent, usual.isAfter(soon) ? usual : soon);
    }

    /** How long the song will have taken, if it goes on as it went. */
    private static Duration whole(OptionalInt said, Duration elapsed, Duration typical) {
        return said.orElse(0) < TELLING ? typical : elapsed.multipliedBy(100).dividedBy(said.getAsInt());
    }
}
