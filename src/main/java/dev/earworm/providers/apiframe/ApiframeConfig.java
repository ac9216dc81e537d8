package dev.earworm.providers.apiframe;

import dev.earworm.providers.ApiKeyPolicy;
import dev.earworm.providers.BaseUrl;
import java.net.URI;
import java.util.Optional;

/**
 * The account at Apiframe.
 *
 * @param apiKey never printed
 * @param baseUrl the vendor's, or a gateway's that speaks like it
 * @param webhook where the vendor shall say that a song is done; empty without an address that it can reach
 */
public record ApiframeConfig(String apiKey, URI baseUrl, Optional<URI> webhook) {
    public static final URI DEFAULT_BASE_URL = URI.create("https://api.apiframe.ai");

    /** @throws IllegalArgumentException in words for the operator, without the values */
    public ApiframeConfig {
        ApiKeyPolicy.requireUsable(apiKey);
        BaseUrl.of(baseUrl);
    }

    public static ApiframeConfig of(String apiKey) {
        return new ApiframeConfig(apiKey, DEFAULT_BASE_URL, Optional.empty());
    }

    @Override
    public String toString() {
        return "ApiframeConfig[apiKey=hidden, baseUrl=" + baseUrl + ", webhook=" + webhook + "]";
    }
}
