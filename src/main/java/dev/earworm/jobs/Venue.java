package dev.earworm.jobs;

/** The kind of place that a song was asked for in, which decides by which ways it can come. */
public enum Venue {
    /** A guild that the bot was added to. */
    GUILD,
    /** The direct messages of a member and the bot. */
    DIRECT_MESSAGES,
    /**
     * Wherever else a member is who added the bot to their own account: the bot is not there and can only answer the
     * command.
     */
    ELSEWHERE
}
