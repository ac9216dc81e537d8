package dev.earworm.discord;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * How the bot reaches Discord, and where members reach the bot.
 *
 * @param botToken the bot's token, a secret; empty when none was set, which {@code run} refuses
 * @param apiUrl where Discord's REST API is, ending with a slash; the gateway's address follows {@code GET /gateway/bot}
 * @param shards which part of the bot's guilds this process serves
 * @param commands where the commands are offered
 * @param outside where they may be used beside the bot's guilds
 */
public record DiscordConfig(
        Optional<String> botToken,
        URI apiUrl,
        ShardsConfig shards,
        CommandsConfig commands,
        Set<OutsideConfig> outside) {
    public DiscordConfig {
        outside = Set.copyOf(outside);
    }

    /** With commands in all the bot's guilds, and nowhere else. */
    public DiscordConfig(Optional<String> botToken, URI apiUrl, ShardsConfig shards) {
        this(botToken, apiUrl, shards, CommandsConfig.global(), Set.of());
    }

    public DiscordConfig withCommands(CommandsConfig others) {
        return new DiscordConfig(botToken, apiUrl, shards, others, outside);
    }

    public DiscordConfig withOutside(Set<OutsideConfig> others) {
        return new DiscordConfig(botToken, apiUrl, shards, commands, others);
    }

    /** The same without the token's value, so that it may be logged. */
    @Override
    public String toString() {
        String shown = botToken.isPresent() ? "set" : "not set";
        return "DiscordConfig[botToken=" + shown + ", apiUrl=" + apiUrl + ", shards=" + shards + ", commands="
                + commands + ", outside=" + outside + "]";
    }
}
