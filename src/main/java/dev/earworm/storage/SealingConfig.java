package dev.earworm.storage;

import java.util.Base64;
import java.util.List;

/**
 * What secrets of guilds are sealed with at rest.
 *
 * @param keys 32 bytes each, in base64; the first one seals, and all of them open. Never printed. Empty where guilds cannot
 *     leave secrets here
 */
public record SealingConfig(List<String> keys) {
    private static final int BYTES = 32;

    /** @throws IllegalArgumentException in words for the operator, without the keys */
    public SealingConfig {
        keys = keys.stream().distinct().toList();
        keys.forEach(SealingConfig::bytes);
    }

    public static SealingConfig none() {
        return new SealingConfig(List.of());
    }

    static byte[] bytes(String key) {
        byte[] bytes = Base64.getDecoder().decode(key);
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a key is " + BYTES + " bytes");
        }
        return bytes;
    }

    @Override
    public String toString() {
        return "SealingConfig[" + keys.size() + " hidden]";
    }
}
