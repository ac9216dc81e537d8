package dev.earworm.providers.aimlapi;

import dev.earworm.providers.ApiKeyPolicy;
import dev.earworm.providers.BaseUrl;
import java.net.URI;

/**
 * The account at AI/ML API.
 *
 * @param apiKey never printed
 * @param baseUrl the vendor's, or a gateway's that speaks like it
 */
public record AimlapiConfig(String apiKey, URI baseUrl) {
    public static final URI DEFAULT_BASE_URL = URI.create("https://api.aimlapi.com");

    /** @throws IllegalArgumentException in words for the operator, without the values */
    public AimlapiConfig {
        ApiKeyPolicy.requireUsable(apiKey);
        BaseUrl.of(baseUrl);
    }

    public static AimlapiConfig of(String apiKey) {
        return new AimlapiConfig(apiKey, DEFAULT_BASE_URL);
    }

    @Override
    public String toString() {
        return "AimlapiConfig[apiKey=hidden, baseUrl=" + baseUrl + "]";
    }
}
