package dev.earworm.providers.aimlapi;

import java.net.URI;

/**
 * How AI/ML API is reached.
 *
 * @param apiKey the account's key, a secret
 * @param baseUrl the vendor's address, as {@code https://api.aimlapi.com}, or any server that speaks its API
 */
public record AimlapiConfig(String apiKey, URI baseUrl) {
    /** The same without the key's value, so that it may be logged. */
    @Override
    public String toString() {
        return "AimlapiConfig[apiKey=set, baseUrl=" + baseUrl + "]";
    }
}
