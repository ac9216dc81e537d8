package dev.earworm.discord.delivery;

/** What came of taking a message away. */
public sealed interface Removal {
    /** It is gone, by this or from before. */
    record Removed() implements Removal {}

    /** The bot does not reach it any more. */
    record OutOfReach(String detail) implements Removal {}

    /** Discord is not well; to be tried again. */
    record Later(String detail) implements Removal {}
}
