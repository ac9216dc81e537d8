package dev.earworm.providers.synth.score;

/**
 * One note of a part.
 *
 * @param start in beats from the beginning of the piece
 * @param length in beats, above 0
 * @param pitch MIDI note number; for drums, which drum
 * @param velocity 1 to 127
 */
public record Note(double start, double length, int pitch, int velocity) {
    public Note {
        if (start < 0 || length <= 0 || pitch < 0 || pitch > 127 || velocity < 1 || velocity > 127) {
            throw new IllegalArgumentException(
                    "not a note: start %s, length %s, pitch %d, velocity %d".formatted(start, length, pitch, velocity));
        }
    }

    public double end() {
        return start + length;
    }

    public Note lasting(double beats) {
        return new Note(start, beats, pitch, velocity);
    }

    public Note transposed(int semitones) {
        return new Note(start, length, pitch + semitones, velocity);
    }

    public Note at(double beat) {
        return new Note(beat, length, pitch, velocity);
    }

    /** The same note louder or softer, kept within what MIDI allows. */
    public Note struck(double newVelocity) {
        return new Note(start, length, pitch, Math.clamp(Math.round(newVelocity), 1, 127));
    }
}
