package dev.earworm.providers.synth.compose;

import dev.earworm.providers.synth.theory.Chance;
import dev.earworm.providers.synth.theory.Key;
import dev.earworm.providers.synth.theory.Meter;
import java.time.Duration;

/**
 * All that is settled before the first note: the wishes, completed by genre and chance.
 *
 * @param harmony the genre whose chords are used; mostly the same as {@code genre}
 * @param tempo quarter notes a minute
 * @param tempoIsAsked whether the tempo stands in the prompt and must be kept
 * @param energy 0 to 1: how full, loud and busy
 * @param brightness −1 to 1: how high
 * @param space 0 to 1: reverberation
 */
record Brief(
        Genre genre,
        Genre harmony,
        Key key,
        Meter meter,
        Feel feel,
        double tempo,
        boolean tempoIsAsked,
        Ensemble ensemble,
        TuneStyle tune,
        double energy,
        double brightness,
        double space,
        Duration length,
        Chance chance) {
    double seconds() {
        return length.toMillis() / 1000.0;
    }
}
