package dev.earworm.config;

import dev.earworm.providers.aigateway.AigatewayConfig;
import dev.earworm.providers.aimlapi.AimlapiConfig;
import dev.earworm.providers.apiframe.ApiframeConfig;
import dev.earworm.providers.elevenlabs.ElevenLabsConfig;
import dev.earworm.providers.elevenlabs.SongKeeping;
import java.net.URI;
import java.util.Optional;

/**
 * Where the vendors are for accounts of guilds, whose keys come later: at the same addresses as for the operator's. Nobody
 * is asked to call back about songs of such an account, as each has secrets of its own to prove its calls with.
 */
public record GuildAccountsConfig(
        URI elevenLabs, SongKeeping elevenLabsKeeping, URI aimlapi, URI apiframe, URI aigateway) {
    /** At the vendors' own addresses. */
    public static GuildAccountsConfig standard() {
        return new GuildAccountsConfig(
                ElevenLabsConfig.DEFAULT_BASE_URL,
                SongKeeping.NOT_KEPT,
                AimlapiConfig.DEFAULT_BASE_URL,
                ApiframeConfig.DEFAULT_BASE_URL,
                AigatewayConfig.DEFAULT_BASE_URL);
    }

    public ElevenLabsConfig elevenLabs(String apiKey) {
        return new ElevenLabsConfig(apiKey, elevenLabs, elevenLabsKeeping);
    }

    public AimlapiConfig aimlapi(String apiKey) {
        return new AimlapiConfig(apiKey, aimlapi);
    }

    public ApiframeConfig apiframe(String apiKey) {
        return new ApiframeConfig(apiKey, apiframe, Optional.empty());
    }

    public AigatewayConfig aigateway(String apiKey) {
        return new AigatewayConfig(apiKey, aigateway, Optional.empty());
    }
}
