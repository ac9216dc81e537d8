package dev.earworm.keys;

import java.util.UUID;

/** One key as it was entered once; the key that replaces it has another id, so that a song's own can still be found. */
public record KeyId(String value) {
    public static KeyId random() {
        return new KeyId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
