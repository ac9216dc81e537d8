package dev.earworm.sandbox;

/** Something that a person who watches the sandbox would notice. */
public sealed interface SandboxEvent {
    /** A new message, ephemeral ones and "thinking…" included. */
    record MessagePosted(SandboxMessage message) implements SandboxEvent {}

    record MessageEdited(SandboxMessage before, SandboxMessage after) implements SandboxEvent {}

    record MessageDeleted(SandboxMessage message) implements SandboxEvent {}

    /** A member ran a command, pressed a button, typed or sent a form. */
    record InteractionSent(SandboxInteraction interaction) implements SandboxEvent {}

    /** The bot gave its first answer. */
    record InteractionAnswered(SandboxInteraction interaction) implements SandboxEvent {}

    /** "The application did not respond". */
    record InteractionFailed(SandboxInteraction interaction) implements SandboxEvent {}

    /** A bot's session came, went or was resumed. */
    record SessionsChanged(int connected) implements SandboxEvent {}

    /** A guild, channel, role or member came, changed or went. */
    record PlacesChanged() implements SandboxEvent {}

    /** The bot's commands were changed. */
    record CommandsChanged() implements SandboxEvent {}
}
