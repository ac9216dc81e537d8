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

    /** The usual loudness of each step as a byte without sign: 0 is silence, 255 the loudest step of this song. */
    public byte[] points() {
        double loudest = steps.stream().mapToDouble(Step::average).max().orElse(0);
        byte[] points = new byte[steps.size()];
        for (int i = 0; i < points.length && loudest > 0; i++) {
            points[i] = (byte) Math.round(255 * steps.get(i).average() / loudest);
        }
        return points;
    }

    /** Of the whole song. */
    public double peak() {
        return steps.stream().mapToDouble(Step::peak).max().orElse(0);
    }
}
