package dev.earworm.music;

/**
 * How long a text may be.
 *
 * @param minimum in characters
 * @param maximum in characters
 */
public record TextRange(int minimum, int maximum) {
    public static final TextRange NONE = new TextRange(0, 0);

    public TextRange {
        if (minimum < 0 || maximum < minimum) {
            throw new IllegalArgumentException("not a range of characters: " + minimum + " to " + maximum);
        }
    }

    public static TextRange upTo(int maximum) {
        return new TextRange(0, maximum);
    }
}
