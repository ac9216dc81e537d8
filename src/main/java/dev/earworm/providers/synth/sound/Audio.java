package dev.earworm.providers.synth.sound;

/** The one audio format of the synthesizer: 44.1 kHz stereo, floats between −1 and 1 with left and right in turn. */
final class Audio {
    static final int SAMPLE_RATE = 44_100;
    static final int CHANNELS = 2;

    private Audio() {}

    static double fromDecibels(double decibels) {
        return StrictMath.pow(10, decibels / 20);
    }

    static double toDecibels(double amplitude) {
        return 20 * StrictMath.log10(Math.max(amplitude, 1e-12));
    }

    static double hertz(double pitch) {
        return 440 * StrictMath.pow(2, (pitch - 69) / 12);
    }
}
