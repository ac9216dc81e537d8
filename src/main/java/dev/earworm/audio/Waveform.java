package dev.earworm.audio;

import java.util.List;

/**
 * How loud a song is from its beginning to its end, in as many steps as were asked for.
 *
 * @param steps each as long as the others
 */
public record Waveform(List<Step> steps) {
    /**
     * A part of the song; 0 is silence, 1 is the loudest that a file can hold.
     *
     * @param peak its loudest moment
     * @param average its usual loudness (root mean square)
     */
    public record Step(double peak, double average) {
        static final Step SILENCE = new Step(0, 0);
    }

    public Waveform {
        steps = List.copyOf(steps);
    }

    /** Of the whole song. */
    public double peak() {
        return steps.stream().mapToDouble(Step::peak).max().orElse(0);
    }
}
