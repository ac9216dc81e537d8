package dev.earworm.providers.synth.sound;

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
    private final double[] wanted = new double[DELAY];
    private final double[] smoothed = new double[DELAY];
    private final BetweenSamples leftPeaks = new BetweenSamples();
    private final BetweenSamples rightPeaks = new BetweenSamples();
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
        java.util.Arrays.fill(wanted, 1);
        java.util.Arrays.fill(smoothed, 1);
    }

    void next(float leftIn, float rightIn) {
        double leftSample = leftIn * gain;
        double rightSample = rightIn * gain;
        double peak = Math.max(leftPeaks.peak(leftSample), rightPeaks.peak(rightSample));
        wanted[position] = peak > ceiling ? ceiling / peak : 1;
        double least = leastWanted();
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

    private double leastWanted() {
        double least = 1;
        for (double value : wanted) {
            least = Math.min(least, value);
        }
        return least;
    }

    /** Estimates the curve half way between samples with a short windowed sinc. */
    private static final class BetweenSamples {
        private static final double[] TAPS = {-0.0106, 0.0497, -0.1593, 0.6202, 0.6202, -0.1593, 0.0497, -0.0106};
        private final double[] last = new double[TAPS.length];

        double peak(double sample) {
            System.arraycopy(last, 1, last, 0, last.length - 1);
            last[last.length - 1] = sample;
            double between = 0;
            for (int i = 0; i < TAPS.length; i++) {
                between += TAPS[i] * last[i];
            }
            return Math.max(Math.abs(sample), Math.abs(between));
        }
    }
}
