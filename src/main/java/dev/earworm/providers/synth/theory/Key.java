package dev.earworm.providers.synth.theory;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where a piece is at home, for example D minor.
 *
 * @param tonic pitch class: 0 is C, 11 is B
 */
public record Key(int tonic, Mode mode) {
    private static final List<String> NAMES = List.of("C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B");

    public Key {
        if (tonic < 0 || tonic > 11) {
            throw new IllegalArgumentException("not a pitch class: " + tonic);
        }
    }

    /** Whether a melody in this key may rest on the pitch, whatever the chord. */
    public boolean hasInMelody(int pitch) {
        return mode.melody().contains(above(pitch));
    }

    public boolean hasInHarmony(int pitch) {
        return mode.harmony().contains(above(pitch));
    }

    /** The melody's pitches from low to high, both included, ascending. */
    public List<Integer> melodyPitches(int low, int high) {
        return IntStream.rangeClosed(low, high)
                .filter(this::hasInMelody)
                .boxed()
                .toList();
    }

    private int above(int pitch) {
        return Math.floorMod(pitch - tonic, 12);
    }

    /** As a musician writes the tonic, for example Eb. */
    public static String name(int tonic) {
        return NAMES.get(tonic);
    }

    @Override
    public String toString() {
        return name(tonic) + " " + mode.title();
    }
}
