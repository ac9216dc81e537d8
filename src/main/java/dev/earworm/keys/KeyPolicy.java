package dev.earworm.keys;

import java.util.Optional;

/** Decides what can be a key, and how much of one may be shown. */
final class KeyPolicy {
    private static final int SHORTEST = 8;
    private static final int SHOWN = 4;

    /** Of a shorter one, four letters would be too much to tell. */
    private static final int LONG_ENOUGH_TO_SHOW = 20;

    private KeyPolicy() {}

    /** Without the blanks around it that come with copying; empty where it cannot be a key. */
    static Optional<ApiKey> read(String typed) {
        String key = typed.strip();
        boolean isOne = key.length() >= SHORTEST
                && key.length() <= KeyDesk.LONGEST
                && key.chars().allMatch(letter -> letter > ' ' && letter < 0x7f);
        return isOne ? Optional.of(ApiKey.of(key)) : Optional.empty();
    }

    static Optional<String> ending(ApiKey key) {
        String secret = key.reveal();
        return secret.length() >= LONG_ENOUGH_TO_SHOW
                ? Optional.of(secret.substring(secret.length() - SHOWN))
                : Optional.empty();
    }
}
