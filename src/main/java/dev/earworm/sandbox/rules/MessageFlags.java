package dev.earworm.sandbox.rules;

/** The switches of a message: developers/resources/message, "Message Flags". */
public record MessageFlags(int bits) {
    public static final int SUPPRESS_EMBEDS = 1 << 2;
    public static final int EPHEMERAL = 1 << 6;
    public static final int LOADING = 1 << 7;
    public static final int SUPPRESS_NOTIFICATIONS = 1 << 12;
    public static final int VOICE_MESSAGE = 1 << 13;
    public static final int COMPONENTS_V2 = 1 << 15;

    /** What a bot may set; Discord ignores the rest without a word. */
    public MessageFlags settable() {
        return new MessageFlags(
                bits & (SUPPRESS_EMBEDS | EPHEMERAL | SUPPRESS_NOTIFICATIONS | VOICE_MESSAGE | COMPONENTS_V2));
    }

    public boolean isEphemeral() {
        return has(EPHEMERAL);
    }

    public boolean isLoading() {
        return has(LOADING);
    }

    public boolean isVoiceMessage() {
        return has(VOICE_MESSAGE);
    }

    public boolean hasComponentsV2() {
        return has(COMPONENTS_V2);
    }

    public boolean isSilent() {
        return has(SUPPRESS_NOTIFICATIONS);
    }

    public MessageFlags with(int added) {
        return new MessageFlags(bits | added);
    }

    public MessageFlags without(int removed) {
        return new MessageFlags(bits & ~removed);
    }

    private boolean has(int bit) {
        return (bits & bit) != 0;
    }
}
