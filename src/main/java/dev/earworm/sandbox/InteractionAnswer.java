package dev.earworm.sandbox;

import java.util.Arrays;
import java.util.Optional;

/**
 * A bot's first answer to an interaction: developers/interactions/receiving-and-responding, "Interaction Callback Type".
 */
public enum InteractionAnswer {
    MESSAGE(4),
    DEFERRED_MESSAGE(5),
    DEFERRED_UPDATE(6),
    UPDATE(7),
    CHOICES(8),
    MODAL(9);

    private final int number;

    InteractionAnswer(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** Whether it answers this; the two updates need a message that was there before. */
    boolean fits(SandboxInteraction interaction) {
        InteractionKind kind = interaction.kind();
        return switch (this) {
            case MESSAGE, DEFERRED_MESSAGE -> kind != InteractionKind.AUTOCOMPLETE;
            case DEFERRED_UPDATE, UPDATE -> interaction.source().isPresent();
            case CHOICES -> kind == InteractionKind.AUTOCOMPLETE;
            case MODAL -> kind == InteractionKind.COMMAND || kind == InteractionKind.COMPONENT;
        };
    }

    static Optional<InteractionAnswer> of(int number) {
        return Arrays.stream(values()).filter(answer -> answer.number == number).findFirst();
    }
}
