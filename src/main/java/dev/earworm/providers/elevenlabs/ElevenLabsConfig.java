package dev.earworm.providers.elevenlabs;

import dev.earworm.providers.ApiKeyPolicy;
import dev.earworm.providers.BaseUrl;
import java.net.URI;

/**
 * The account at ElevenLabs.
 *
 * @param apiKey never printed
 * @param baseUrl the vendor's, or that of a gateway that speaks like it, or a region's: {@code api.us.elevenlabs.io},
 *     {@code api.eu.residency.elevenlabs.io}, {@code api.in.residency.elevenlabs.io} or
 *     {@code api.sg.residency.elevenlabs.io}; each region has its own keys
 */
public record ElevenLabsConfig(String apiKey, URI baseUrl, SongKeeping keeping) {
    public static final URI DEFAULT_BASE_URL = URI.create("https://api.elevenlabs.io");

    /** @throws IllegalArgumentException in words for the operator, without the values */
    public ElevenLabsConfig {
        ApiKeyPolicy.requireUsable(apiKey);
        BaseUrl.of(baseUrl);
    }

    /** An account that keeps no songs. */
    public ElevenLabsConfig(String apiKey, URI baseUrl) {
        this(apiKey, baseUrl, SongKeeping.NOT_KEPT);
    }

    public static ElevenLabsConfig of(String apiKey) {
        return new ElevenLabsConfig(apiKey, DEFAULT_BASE_URL);
    }

    @Override
    public String toString() {
        return "ElevenLabsConfig[apiKey=hidden, baseUrl=" + baseUrl + ", keeping=" + keeping + "]";
    }
}
