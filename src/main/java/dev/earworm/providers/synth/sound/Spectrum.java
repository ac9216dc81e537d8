package dev.earworm.providers.synth.sound;

import com.sun.media.sound.FFT;
import dev.earworm.providers.synth.theory.Chance;

/**
 * Builds a sound that goes round without a seam out of its spectrum: every partial is smeared over some neighbouring
 * frequencies with random phases, which the ear hears as many players or a living tone.
 *
 * @see <a href="https://zynaddsubfx.sourceforge.io/doc/PADsynth/PADsynth.htm">PADsynth, the idea</a>
 */
final class Spectrum {
    private static final double NARROWEST_BINS = 0.4;
    private static final double REACH = 3;

    private final int size;
    private final double[] magnitudes;

    /** @param size length of the sound in samples, a power of two */
    Spectrum(int size) {
        this.size = size;
        this.magnitudes = new double[size / 2];
    }

    double hertzOfBin(int bin) {
        return (double) bin * Audio.SAMPLE_RATE / size;
    }

    int binOf(double hertz) {
        return (int) Math.round(hertz * size / Audio.SAMPLE_RATE);
    }

    int bins() {
        return magnitudes.length;
    }

    void add(int bin, double magnitude) {
        if (bin > 0 && bin < magnitudes.length) {
            magnitudes[bin] += magnitude;
        }
    }

    /** @param width standard deviation in hertz; the partial keeps its energy however wide it is */
    void addPartial(double hertz, double width, double amplitude) {
        double sigma = width * size / Audio.SAMPLE_RATE;
        double centre = hertz * size / Audio.SAMPLE_RATE;
        if (sigma < NARROWEST_BINS) {
            add((int) Math.round(centre), amplitude);
            return;
        }
        double scale = amplitude / StrictMath.sqrt(sigma * 1.77);
        for (int bin = (int) (centre - REACH * sigma); bin <= centre + REACH * sigma; bin++) {
            double distance = (bin - centre) / sigma;
            add(bin, scale * StrictMath.exp(-0.5 * distance * distance));
        }
    }

    /** The sound, with phases from the dice. */
    float[] sound(Chance chance) {
        double[] complex = new double[size * 2];
        for (int bin = 1; bin < magnitudes.length; bin++) {
            double phase = chance.unit() * 2 * StrictMath.PI;
            complex[2 * bin] = magnitudes[bin] * StrictMath.cos(phase);
            complex[2 * bin + 1] = magnitudes[bin] * StrictMath.sin(phase);
        }
        new FFT(size, 1).transform(complex);
        float[] sound = new float[size];
        for (int i = 0; i < size; i++) {
            sound[i] = (float) complex[2 * i];
        }
        return sound;
    }
}
