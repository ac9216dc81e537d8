package dev.earworm.discord.words;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of music as members read them. */
public final class Lengths {
    private static final Pattern SECONDS =
            Pattern.compile("(\\d{1,5}) ?(?:s|sec|seconds?|sek|sekunden?|secondes?|seg|segundos?|秒)?");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,3}):([0-5]\\d)");

    private Lengths() {}

    /** Reads {@code 90}, {@code 90 s}, {@code 90秒} and {@code 1:30}, also in wide characters; empty for anything else. */
    public static Optional<Duration> read(String typed) {
        String text = Normalizer.normalize(typed, Form.NFKC).strip().toLowerCase(Locale.ROOT);
        Matcher seconds = SECONDS.matcher(text);
        if (seconds.matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(seconds.group(1))));
        }
        Matcher clock = CLOCK.matcher(text);
        return clock.matches()
                ? Optional.of(
                        Duration.ofMinutes(Long.parseLong(clock.group(1))).plusSeconds(Long.parseLong(clock.group(2))))
                : Optional.empty();
    }

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
