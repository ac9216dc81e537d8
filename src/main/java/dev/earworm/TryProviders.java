package dev.earworm;

import dev.earworm.config.Configuration;
import dev.earworm.config.Key;
import dev.earworm.config.ProvidersConfig;
import dev.earworm.music.MusicConfig;
import dev.earworm.music.PriceConfig;
import dev.earworm.providers.synth.SynthProvider;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who makes the songs of a try: the built-in composer, and whoever the environment has a key for.
 *
 * @param music whom members get who name no model: the built-in composer, unless the environment names another one
 */
record TryProviders(ProvidersConfig providers, MusicConfig music) {
    /** What is read of the environment; everything else of a try is thrown away, and set by nobody. */
    static final Set<Key> KEYS = keys();

    static TryProviders builtIn() {
        return new TryProviders(ProvidersConfig.none(), music(SynthProvider.NAME));
    }

    static TryProviders of(Configuration environment) {
        return new TryProviders(
                environment.providers(), music(environment.music().provider().orElse(SynthProvider.NAME)));
    }

    private static MusicConfig music(String provider) {
        return new MusicConfig(Optional.of(provider), List.of(), PriceConfig.published());
    }

    private static Set<Key> keys() {
        Set<Key> keys = EnumSet.range(Key.ELEVENLABS_API_KEY, Key.SYNTH_SOUNDFONT);
        keys.add(Key.MUSIC_PROVIDER);
        return Collections.unmodifiableSet(keys);
    }

    /** What whoever pays for the songs should know; empty where nobody does. */
    Optional<String> warning() {
        String others = providers.names().stream()
                .filter(name -> !name.equals(SynthProvider.NAME))
                .collect(Collectors.joining(", "));
        if (others.isEmpty()) {
            return Optional.empty();
        }
        String first = music.provider().orElse(SynthProvider.NAME);
        return Optional.of(
                first.equals(SynthProvider.NAME)
                        ? "The built-in composer makes the songs, for nothing. The option model offers others ("
                                + others
                                + "), which spend money of your account there."
                        : "The songs are made by " + first
                                + ", and spend money of your account there; the option model offers others.");
    }
}
