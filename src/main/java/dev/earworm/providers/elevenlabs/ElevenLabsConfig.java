package dev.earworm.providers.elevenlabs;

import dev.earworm.providers.ApiKeyPolicy;
import dev.earworm.providers.BaseUrl;
import java.net.URI;

/**
 * The account at ElevenLabs.
 *
 * @param apiKey never printed
 * @param baseUrl the vendor's, a region's, or a gateway's that speaks like it
 * @param songs whether the vendor keeps them
 */
public record ElevenLabsConfig(String apiKey, URI baseUrl, SongKeeping songs) {
    public static final URI DEFAULT_BASE_URL = URI.create("https://api.elevenlabs.io");

    /** @throws IllegalArgumentException in words for the operator, without the values */
    public ElevenLabsConfig {
        ApiKeyPolicy.requireUsable(apiKey);
        BaseUrl.of(baseUrl);
    }

    public ElevenLabsConfig(String apiKey, URI baseUrl) {
        this(apiKey, baseUrl, SongKeeping.NOT_KEPT);
    }

    public static ElevenLabsConfig of(String apiKey) {
        return new ElevenLabsConfig(apiKey, DEFAULT_BASE_URL);
    }

    @Override
    public String toString() {
        return "ElevenLabsConfig[apiKey=hidden, baseUrl=" + baseUrl + ", songs=" + songs + "]";
    }
}
