package dev.earworm.providers.synth.sound;

/**
 * The filter before loudness is measured: a shelf for the head and a high-pass for the ear, for 44.1 kHz.
 *
 * @see <a href="https://www.itu.int/rec/R-REC-BS.1770">ITU-R BS.1770</a>, whose analogue prototypes are used here with
 *     the coefficients that libebur128 derives for any sample rate
 */
final class KWeighting {
    private final Biquad shelf = shelf();
    private final Biquad highPass = highPass();

    double next(double value) {
        return highPass.next(shelf.next(value));
    }

    private static Biquad shelf() {
        double k = StrictMath.tan(StrictMath.PI * 1681.974450955533 / Audio.SAMPLE_RATE);
        double q = 0.7071752369554196;
        double high = StrictMath.pow(10, 3.999843853973347 / 20);
        double band = StrictMath.pow(high, 0.4996667741545416);
        double a0 = 1 + k / q + k * k;
        return new Biquad(
                (high + band * k / q + k * k) / a0,
                2 * (k * k - high) / a0,
                (high - band * k / q + k * k) / a0,
                2 * (k * k - 1) / a0,
                (1 - k / q + k * k) / a0);
    }

    private static Biquad highPass() {
        double k = StrictMath.tan(StrictMath.PI * 38.13547087602444 / Audio.SAMPLE_RATE);
        double q = 0.5003270373238773;
        double a0 = 1 + k / q + k * k;
        return new Biquad(1, -2, 1, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0);
    }
}
