package dev.earworm.music;

import java.util.List;
import java.util.Optional;

/**
 * Who makes the songs of members who name no model, who makes them instead, and for how much.
 *
 * @param provider the provider that the operator chose by name; empty for the first one that has a key
 * @param fallback providers that are tried in this order when one is down or out of credit
 * @param prices where the operator's differ from the published ones
 */
public record MusicConfig(Optional<String> provider, List<String> fallback, PriceConfig prices) {
    public MusicConfig {
        fallback = List.copyOf(fallback);
    }

    /** The first provider that has a key, and no other. */
    public static MusicConfig automatic() {
        return new MusicConfig(Optional.empty(), List.of(), PriceConfig.published());
    }
}
