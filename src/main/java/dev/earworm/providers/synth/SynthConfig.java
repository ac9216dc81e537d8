package dev.earworm.providers.synth;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Settings of the built-in composer.
 *
 * @param soundfont a General MIDI sound font (SF2 or DLS) to play on; empty for the instruments that the composer
 *     computes itself
 */
public record SynthConfig(Optional<Path> soundfont) {
    public static SynthConfig builtIn() {
        return new SynthConfig(Optional.empty());
    }
}
