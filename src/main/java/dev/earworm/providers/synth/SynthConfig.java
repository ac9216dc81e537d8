package dev.earworm.providers.synth;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the built-in synthesizer plays with.
 *
 * @param soundfont a SoundFont 2 or DLS file; empty for the JDK's own bank
 */
public record SynthConfig(Optional<Path> soundfont) {}
