package dev.earworm.discord.component;

/** What works in the guilds that the bot is a member of, and perhaps in direct messages. */
public interface Placed {
    /** Whether it does so where no guild is known; asked before anything else. */
    default boolean worksInDirectMessages() {
        return false;
    }
}
