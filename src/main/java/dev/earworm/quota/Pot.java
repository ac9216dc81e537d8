package dev.earworm.quota;

/** What a song is taken from: all three at once. The nearest to the member comes first. */
public enum Pot {
    /** What the member may have in this guild. */
    MEMBER,
    /** What all members of the guild may have together. */
    GUILD,
    /** What everybody may spend together at the operator's expense. */
    INSTANCE
}
