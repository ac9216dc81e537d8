package dev.earworm.ops;

/** How a part of the program is at this moment. */
public sealed interface Health {
    /** It does its work. */
    record Well() implements Health {}

    /**
     * It cannot do its work now; it may again later.
     *
     * @param reason a few plain words for the operator, on one line, without secrets
     */
    record Unwell(String reason) implements Health {}
}
