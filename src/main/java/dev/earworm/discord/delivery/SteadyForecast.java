package dev.earworm.discord.delivery;

import dev.earworm.jobs.Forecast;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps a time that was told to a member unless it has become wrong: guesses move by a few seconds all the time, and
 * every other digit would be an edit.
 */
final class SteadyForecast {
    private static final Duration SLACK = Duration.ofSeconds(10);

    private SteadyForecast() {}

    /** The new guess, with the time that was shown where that is still ahead and near enough. */
    static Forecast of(Forecast shown, Forecast guess, Instant now) {
        Instant told = shown.readyAt();
        Duration slack = longer(SLACK, Duration.between(now, guess.readyAt()).dividedBy(5));
        boolean isNear = Duration.between(told, guess.readyAt()).abs().compareTo(slack) <= 0;
        return told.isAfter(now) && isNear ? new Forecast(guess.position(), told) : guess;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
