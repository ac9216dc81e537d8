package dev.earworm.discord.command;

/** What was found when one thing was looked at that a guild's songs need, in a sentence for its admins. */
public sealed interface GuildFinding {
    String sentence();

    /** It will do. */
    record Well(String sentence) implements GuildFinding {}

    /** Something has to be done about it; the sentence says what. */
    record Problem(String sentence) implements GuildFinding {}
}
