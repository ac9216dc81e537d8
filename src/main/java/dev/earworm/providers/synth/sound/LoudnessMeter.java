package dev.earworm.providers.synth.sound;

import java.util.ArrayList;
import java.util.List;

/**
 * Measures integrated loudness: the mean of overlapping blocks of 400 ms, without those that are silence and those that
 * are much quieter than the rest.
 *
 * @see <a href="https://www.itu.int/rec/R-REC-BS.1770">ITU-R BS.1770</a>
 */
final class LoudnessMeter {
    private static final int HOP = Audio.SAMPLE_RATE / 10;
    private static final int HOPS_IN_BLOCK = 4;
    private static final double SILENCE = -70;
    private static final double RELATIVE_GATE = -10;
    private static final double OFFSET = -0.691;

    private final KWeighting left = new KWeighting();
    private final KWeighting right = new KWeighting();
    private final List<Double> hops = new ArrayList<>();
    private double sum;
    private int counted;

    void add(double leftSample, double rightSample) {
        double first = left.next(leftSample);
        double second = right.next(rightSample);
        sum += first * first + second * second;
        if (++counted == HOP) {
            hops.add(sum / HOP);
            sum = 0;
            counted = 0;
        }
    }

    /** In LUFS; far below −70 for silence. */
    double integrated() {
        List<Double> blocks = new ArrayList<>();
        for (int i = 0; i + HOPS_IN_BLOCK <= hops.size(); i++) {
            blocks.add(mean(hops.subList(i, i + HOPS_IN_BLOCK)));
        }
        List<Double> audible =
                blocks.stream().filter(power -> loudness(power) > SILENCE).toList();
        double gate = loudness(mean(audible)) + RELATIVE_GATE;
        return loudness(
                mean(audible.stream().filter(power -> loudness(power) > gate).toList()));
    }

    private static double loudness(double power) {
        return OFFSET + 10 * StrictMath.log10(Math.max(power, 1e-20));
    }

    private static double mean(List<Double> powers) {
        return powers.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
