package dev.earworm.config;

/** How the text of a setting becomes a value. */
interface ValueFormat<T> {
    Parsed<T> parse(String text);

    /** What a mistake may say of a text that was refused. */
    default String shown(String text) {
        return Quoted.of(text);
    }

    /** A value, or what would have been allowed. */
    sealed interface Parsed<T> {}

    record Accepted<T>(T value) implements Parsed<T> {}

    /**
     * Not a value of this kind.
     *
     * @param reason the end of the sentence that starts with the key and what was found, without the full stop
     */
    record Refused<T>(String reason) implements Parsed<T> {}
}
