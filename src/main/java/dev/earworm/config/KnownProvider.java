package dev.earworm.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The providers that an operator can name, each with what it cannot work without; the first that has it is the default. */
enum KnownProvider {
    ELEVENLABS(Key.ELEVENLABS_API_KEY),
    AIMLAPI(Key.AIMLAPI_API_KEY),
    APIFRAME(Key.APIFRAME_API_KEY),
    AIGATEWAY(Key.AIGATEWAY_API_KEY),
    ACESTEP(Key.ACESTEP_BASE_URL),
    /** Built in, so it needs nothing. */
    SYNTH();

    private final Optional<Key> need;

    KnownProvider(Key need) {
        this.need = Optional.of(need);
    }

    KnownProvider() {
        this.need = Optional.empty();
    }

    /** As operators write it, and as {@code MusicProvider.name()} says it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Optional<Key> need() {
        return need;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(KnownProvider::word).toList();
    }

    /** One of their words. */
    static ChoiceFormat<KnownProvider> format() {
        ChoiceFormat<KnownProvider> format = ChoiceFormat.of(ELEVENLABS.word(), ELEVENLABS);
        for (KnownProvider provider : values()) {
            format = format.or(provider.word(), provider);
        }
        return format;
    }
}
