package dev.earworm.discord;

import java.net.URI;
import java.util.Optional;

/**
 * How the bot reaches Discord.
 *
 * @param botToken the bot's token, a secret; empty when none was set, which {@code run} refuses
 * @param apiUrl where Discord's REST API is, ending with a slash; the gateway's address follows {@code GET /gateway/bot}
 * @param shards which part of the bot's guilds this process serves
 */
public record DiscordConfig(Optional<String> botToken, URI apiUrl, ShardsConfig shards) {
    /** The same without the token's value, so that it may be logged. */
    @Override
    public String toString() {
        String shown = botToken.isPresent() ? "set" : "not set";
        return "DiscordConfig[botToken=" + shown + ", apiUrl=" + apiUrl + ", shards=" + shards + "]";
    }
}
