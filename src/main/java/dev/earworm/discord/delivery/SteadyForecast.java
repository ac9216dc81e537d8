package dev.earworm.discord.delivery;

import dev.earworm.jobs.Forecast;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps a time that was told to a member unless it has become wrong: guesses move by a few seconds all the time, and
 * every other digit would be an edit.
 */
final class SteadyForecast {
    private static final Duration SLACK = Duration.ofSeconds(10);

    private SteadyForecast() {}

    /** The new guess, with the time that was shown where that is still ahead and near enough. */
    static Forecast of(Forecast shown, Forecast guess, Instant now) {
        return switch (guess) {
            case Forecast.InLine line -> new Forecast.InLine(line.position(), steady(shown, line.readyAt(), now));
            case Forecast.Making making -> new Forecast.Making(making.percent(), steady(shown, making.readyAt(), now));
            case Forecast.Late _, Forecast.Certain _ -> guess;
        };
    }

    private static Instant steady(Forecast shown, Instant guess, Instant now) {
        return told(shown)
                .filter(told -> told.isAfter(now) && isNear(told, guess, now))
                .orElse(guess);
    }

    private static Optional<Instant> told(Forecast forecast) {
        return switch (forecast) {
            case Forecast.InLine line -> Optional.of(line.readyAt());
            case Forecast.Making making -> Optional.of(making.readyAt());
            case Forecast.Late _, Forecast.Certain _ -> Optional.empty();
        };
    }

    private static boolean isNear(Instant told, Instant guess, Instant now) {
        Duration slack = longer(SLACK, Duration.between(now, guess).dividedBy(5));
        return Duration.between(told, guess).abs().compareTo(slack) <= 0;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
