package dev.earworm.keys;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The providers that a guild can have a key of its own for. A server of one's own is none of them: whoever names an
 * address decides where the bot sends requests. The order is part of what buttons in old messages hold, so new ones come
 * last.
 */
public enum KeyedProvider {
    ELEVENLABS("ElevenLabs"),
    AIMLAPI("AI/ML API"),
    APIFRAME("Apiframe"),
    AIGATEWAY("AIgateway");

    private final String title;

    KeyedProvider(String title) {
        this.title = title;
    }

    /** As the vendor calls itself, in every language. */
    public String title() {
        return title;
    }

    /** As {@code MusicProvider.name()} says it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<KeyedProvider> named(String word) {
        return Arrays.stream(values())
                .filter(provider -> provider.word().equals(word))
                .findFirst();
    }

    /** What a number in a button stands for; it may be forged. */
    public static Optional<KeyedProvider> at(int number) {
        return number >= 0 && number < values().length ? Optional.of(values()[number]) : Optional.empty();
    }
}
