package dev.earworm.sandbox;

/** Where an interaction happens: receiving-and-responding, "Interaction Context Types". */
enum InteractionContext {
    GUILD(0),
    BOT_DM(1),
    PRIVATE_CHANNEL(2);

    private final int number;

    InteractionContext(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static InteractionContext of(SandboxChannel channel) {
        if (channel.guild().isPresent()) {
            return GUILD;
        }
        return channel.isDirect() ? BOT_DM : PRIVATE_CHANNEL;
    }
}
