package dev.earworm.discord;

/** What came of connecting to Discord. */
public sealed interface Login {
    record LoggedIn() implements Login {}

    /**
     * Discord will not let this bot in until its configuration is changed.
     *
     * @param sentence for the operator, without secrets
     */
    record Refused(String sentence) implements Login {}

    /**
     * Discord could not be reached, or is not well.
     *
     * @param sentence for the operator
     */
    record Unreachable(String sentence) implements Login {}
}
