package dev.earworm.providers.synth.sound;

import java.util.Arrays;

/**
 * Keeps peaks under a ceiling without a sound of its own: it sees them a few milliseconds ahead, turns down smoothly
 * before they come, and up again slowly after. What comes out is {@link #DELAY} frames late.
 *
 * <p>The gain for a frame is the smallest that any peak in the window ahead asks for, and is then averaged over a window
 * of the same length; both together never let a peak through. Peaks between two samples are estimated too, since a
 * converter will play them.
 */
final class Limiter {
    /** Frames between what goes in and what comes out. */
    static final int DELAY = 221;

    private static final double RELEASE_SECONDS = 0.09;

    private final double ceiling;
    private final double gain;
    private final double release;
    private final float[] leftLine = new float[DELAY];
    private final float[] rightLine = new float[DELAY];
    private final SlidingMinimum wanted = new SlidingMinimum(DELAY);
    private final double[] smoothed = new double[DELAY];
    private final BetweenSamples leftPeaks;
    private final BetweenSamples rightPeaks;
    private double sum = DELAY;
    private double held = 1;
    private int position;

    /** The frame that came out last. */
    float left;

    float right;

    /** @param gain factor that is applied first */
    Limiter(double gain, double ceiling) {
        this.gain = gain;
        this.ceiling = ceiling;
        this.release = 1 - StrictMath.exp(-1 / (RELEASE_SECONDS * Audio.SAMPLE_RATE));
        this.leftPeaks = new BetweenSamples(ceiling / 2);
        this.rightPeaks = new BetweenSamples(ceiling / 2);
        Arrays.fill(smoothed, 1);
    }

    void next(float leftIn, float rightIn) {
        double leftSample = leftIn * gain;
        double rightSample = rightIn * gain;
        double peak = Math.max(leftPeaks.peak(leftSample), rightPeaks.peak(rightSample));
        double least = wanted.next(peak > ceiling ? ceiling / peak : 1);
        held = least < held ? least : held + (least - held) * release;
        sum += held - smoothed[position];
        smoothed[position] = held;
        double factor = Math.min(1, sum / DELAY);
        left = (float) (leftLine[position] * factor);
        right = (float) (rightLine[position] * factor);
        leftLine[position] = (float) leftSample;
        rightLine[position] = (float) rightSample;
        position = (position + 1) % DELAY;
    }

    /** Estimates the curve half way between samples with a short windowed sinc. */
    private static final class BetweenSamples {
        private static final double[] TAPS = {-0.0106, 0.0497, -0.1593, 0.6202, 0.6202, -0.1593, 0.0497, -0.0106};
        private static final int COUNT = TAPS.length;
        private static final int MIDDLE = COUNT / 2;

        /** The last samples, twice over, so that they lie in one piece wherever the newest is. */
        private final double[] last = new double[2 * COUNT];

        private final double worthwhile;
        private int newest;

        /** @param worthwhile below this level a look between the samples can find nothing of interest */
        BetweenSamples(double worthwhile) {
            this.worthwhile = worthwhile;
        }

        double peak(double sample) {
            newest = (newest + 1) % COUNT;
            last[newest] = sample;
            last[newest + COUNT] = sample;
            int oldest = newest + 1;
            double peak = Math.abs(sample);
            double around = Math.max(Math.abs(last[oldest + MIDDLE - 1]), Math.abs(last[oldest + MIDDLE]));
            return around < worthwhile ? peak : Math.max(peak, Math.abs(between(oldest)));
        }

        private double between(int oldest) {
            double between = 0;
            for (int i = 0; i < COUNT; i++) {
                between += TAPS[i] * last[oldest + i];
            }
            return between;
        }
    }
}
