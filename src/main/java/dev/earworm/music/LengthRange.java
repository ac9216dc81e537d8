package dev.earworm.music;

import java.time.Duration;

/**
 * How long a model's songs are.
 *
 * @param minimum whole seconds
 * @param usual used when the member names none; what a model makes that decides by itself
 * @param maximum whole seconds
 */
public record LengthRange(Duration minimum, Duration usual, Duration maximum) {
    public LengthRange {
        if (minimum.compareTo(usual) > 0 || usual.compareTo(maximum) > 0) {
            throw new IllegalArgumentException("not a range of lengths: " + minimum + ", " + usual + ", " + maximum);
        }
    }

    public static LengthRange ofSeconds(int minimum, int usual, int maximum) {
        return new LengthRange(Duration.ofSeconds(minimum), Duration.ofSeconds(usual), Duration.ofSeconds(maximum));
    }

    public boolean contains(Duration length) {
        return length.compareTo(minimum) >= 0 && length.compareTo(maximum) <= 0;
    }
}
