package dev.earworm.quota;

/** Whose account at the provider a song is charged to. */
public enum Payer {
    /** The operator's; it counts against the instance's ceilings, too. */
    INSTANCE,
    /** The guild's own; it counts against the guild's and the member's limits alone. */
    GUILD
}
