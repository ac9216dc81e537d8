package dev.earworm.discord.words;

import java.time.Duration;

/** Lengths of music as members read them. */
public final class Lengths {
    private Lengths() {}

    /** As on a player: {@code 0:30}, {@code 12:05}, {@code 1:00:00}; to the nearest second. */
    public static String clock(Duration length) {
        long seconds = length.plusMillis(500).toSeconds();
        if (seconds < 3600) {
            return "%d:%02d".formatted(seconds / 60, seconds % 60);
        }
        return "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    public static String clock(long seconds) {
        return clock(Duration.ofSeconds(seconds));
    }
}
