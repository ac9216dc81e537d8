package dev.earworm.providers.synth.theory;

import java.util.List;

/**
 * Notes that sound together.
 *
 * @param root pitch class of the note that it is built on
 * @param bass pitch class of the note that the bass plays; the root, unless the chord is inverted
 * @param intervals semitones above the root, ascending, beginning with 0; more than 12 for a ninth and beyond
 */
public record Chord(int root, int bass, List<Integer> intervals) {
    public Chord {
        intervals = List.copyOf(intervals);
    }

    public List<Integer> pitchClasses() {
        return intervals.stream().map(interval -> (root + interval) % 12).toList();
    }

    public boolean contains(int pitch) {
        return intervals.stream().anyMatch(interval -> Math.floorMod(pitch - root - interval, 12) == 0);
    }

    /** Semitones from the bass note's class up to the chord's third (or what stands in for it). */
    public int third() {
        return memberNear(4, 3, 5, 2);
    }

    public int fifth() {
        return memberNear(7, 6, 8);
    }

    /** The seventh, or the sixth, or else the octave. */
    public int seventh() {
        int seventh = memberNear(10, 11, 9);
        return seventh == 0 ? 12 : seventh;
    }

    private int memberNear(int... wanted) {
        for (int interval : wanted) {
            if (intervals.contains(interval)) {
                return interval;
            }
        }
        return 0;
    }
}
