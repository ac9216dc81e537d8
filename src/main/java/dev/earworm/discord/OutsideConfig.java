package dev.earworm.discord;

/**
 * Where members may use the bot beside the guilds that it was added to
 * (<a href="https://docs.discord.com/developers/interactions/application-commands#interaction-contexts">Discord,
 * interaction contexts</a>).
 */
public enum OutsideConfig {
    /** In direct messages with the bot. */
    DIRECT_MESSAGES,
    /** Wherever a member is who added the bot to their own account: any guild, any direct message, any group. */
    USER_INSTALL
}
