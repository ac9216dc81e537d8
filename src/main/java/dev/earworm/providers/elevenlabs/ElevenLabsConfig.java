package dev.earworm.providers.elevenlabs;

import java.net.URI;

/**
 * How ElevenLabs is reached.
 *
 * @param apiKey the account's key, a secret
 * @param baseUrl the vendor's address, as {@code https://api.elevenlabs.io}, or any server that speaks its API
 */
public record ElevenLabsConfig(String apiKey, URI baseUrl) {
    /** The same without the key's value, so that it may be logged. */
    @Override
    public String toString() {
        return "ElevenLabsConfig[apiKey=set, baseUrl=" + baseUrl + "]";
    }
}
