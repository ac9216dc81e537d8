package dev.earworm.sandbox;

/** What a member did, with Discord's number of it. */
public enum InteractionKind {
    COMMAND(2),
    COMPONENT(3),
    AUTOCOMPLETE(4),
    MODAL(5);

    private final int number;

    InteractionKind(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
