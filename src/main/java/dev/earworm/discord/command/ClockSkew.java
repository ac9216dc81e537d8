package dev.earworm.discord.command;

import java.time.Duration;
import java.time.Instant;

/**
 * How far this machine's clock is from Discord's.
 *
 * @param ahead negative where it is behind
 */
public record ClockSkew(Duration ahead) {
    /** What a slow answer may look like, and what nothing here minds: tokens live for minutes. */
    private static final Duration HARMLESS = Duration.ofSeconds(10);

    public static ClockSkew between(Instant discords, Instant ours) {
        return new ClockSkew(Duration.between(discords, ours));
    }

    public boolean isHarmless() {
        return ahead.abs().compareTo(HARMLESS) <= 0;
    }

    public boolean isAhead() {
        return ahead.isPositive();
    }

    /** In whole seconds, whichever way. */
    public long seconds() {
        return ahead.abs().toSeconds();
    }
}
