package dev.earworm.discord;

/**
 * What is set at https://discord.com/developers/applications for the bot
 * (<a href="https://docs.discord.com/developers/resources/application#application-object">application object</a>).
 *
 * @param flags as Discord numbers them
 * @param asksForCode whoever adds the bot has to come by way of a website, which there is none of
 */
public record BotApplication(String id, long flags, boolean asksForCode) {
    /** Presence, members and message content, each also in its form for bots in fewer than a hundred guilds. */
    private static final long PRIVILEGED = 1L << 12 | 1L << 13 | 1L << 14 | 1L << 15 | 1L << 18 | 1L << 19;

    /** The bot may read what it never does. */
    public boolean isPrivileged() {
        return (flags & PRIVILEGED) != 0;
    }
}
