package dev.earworm.sandbox;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * A bot's first answer to an interaction: developers/interactions/receiving-and-responding, "Interaction Callback Type".
 */
public enum InteractionAnswer {
    MESSAGE(4, Set.of(InteractionKind.COMMAND, InteractionKind.COMPONENT, InteractionKind.MODAL)),
    DEFERRED_MESSAGE(5, Set.of(InteractionKind.COMMAND, InteractionKind.COMPONENT, InteractionKind.MODAL)),
    DEFERRED_UPDATE(6, Set.of(InteractionKind.COMPONENT, InteractionKind.MODAL)),
    UPDATE(7, Set.of(InteractionKind.COMPONENT, InteractionKind.MODAL)),
    CHOICES(8, Set.of(InteractionKind.AUTOCOMPLETE)),
    MODAL(9, Set.of(InteractionKind.COMMAND, InteractionKind.COMPONENT));

    private final int number;
    private final List<InteractionKind> kinds;

    InteractionAnswer(int number, List<InteractionKind> kinds) {
        this.number = number;
        this.kinds = kinds;
    }

    int number() {
        return number;
    }

    /** Whether it answers that kind; the two updates also need a message that was there before. */
    boolean fits(SandboxInteraction interaction) {
        boolean needsMessage = this == DEFERRED_UPDATE || this == UPDATE;
        return kinds.contains(interaction.kind())
                && (!needsMessage || interaction.source().isPresent());
    }

    static Optional<InteractionAnswer> of(int number) {
        return Arrays.stream(values()).filter(answer -> answer.number == number).findFirst();
    }
}
