package dev.earworm.providers.acestep;

import dev.earworm.providers.ApiKeyPolicy;
import dev.earworm.providers.BaseUrl;
import java.net.URI;
import java.util.Optional;

/**
 * An ACE-Step server of the operator's own.
 *
 * @param baseUrl of its API, as {@code http://localhost:8001}
 * @param apiKey never printed; empty where the server asks for none
 */
public record AcestepConfig(URI baseUrl, Optional<String> apiKey) {
    /** @throws IllegalArgumentException in words for the operator, without the values */
    public AcestepConfig {
        BaseUrl.of(baseUrl);
        apiKey.ifPresent(ApiKeyPolicy::requireUsable);
    }

    @Override
    public String toString() {
        return "AcestepConfig[baseUrl=" + baseUrl + ", apiKey=" + apiKey.map(_ -> "hidden") + "]";
    }
}
