package dev.earworm.providers.synth.sound;

/** A second-order filter (transposed direct form 2). Not safe for use by several threads. */
final class Biquad {
    private final double b0;
    private final double b1;
    private final double b2;
    private final double a1;
    private final double a2;
    private double first;
    private double second;

    Biquad(double b0, double b1, double b2, double a1, double a2) {
        this.b0 = b0;
        this.b1 = b1;
        this.b2 = b2;
        this.a1 = a1;
        this.a2 = a2;
    }

    /**
     * Lets what lies below pass.
     *
     * @see <a href="https://www.w3.org/TR/audio-eq-cookbook/">the audio EQ cookbook</a>
     */
    static Biquad lowPass(double hertz, double q) {
        double w = 2 * StrictMath.PI * hertz / Audio.SAMPLE_RATE;
        double alpha = StrictMath.sin(w) / (2 * q);
        double cos = StrictMath.cos(w);
        double a0 = 1 + alpha;
        return new Biquad((1 - cos) / 2 / a0, (1 - cos) / a0, (1 - cos) / 2 / a0, -2 * cos / a0, (1 - alpha) / a0);
    }

    static Biquad highPass(double hertz, double q) {
        double w = 2 * StrictMath.PI * hertz / Audio.SAMPLE_RATE;
        double alpha = StrictMath.sin(w) / (2 * q);
        double cos = StrictMath.cos(w);
        double a0 = 1 + alpha;
        return new Biquad((1 + cos) / 2 / a0, -(1 + cos) / a0, (1 + cos) / 2 / a0, -2 * cos / a0, (1 - alpha) / a0);
    }

    static Biquad bandPass(double hertz, double q) {
        double w = 2 * StrictMath.PI * hertz / Audio.SAMPLE_RATE;
        double alpha = StrictMath.sin(w) / (2 * q);
        double a0 = 1 + alpha;
        return new Biquad(alpha / a0, 0, -alpha / a0, -2 * StrictMath.cos(w) / a0, (1 - alpha) / a0);
    }

    double next(double value) {
        double out = b0 * value + first;
        first = b1 * value - a1 * out + second;
        second = b2 * value - a2 * out;
        return out;
    }
}
