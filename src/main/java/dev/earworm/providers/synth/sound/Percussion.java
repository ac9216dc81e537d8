package dev.earworm.providers.synth.sound;

import dev.earworm.providers.synth.score.Drum;
import dev.earworm.providers.synth.score.DrumKit;
import dev.earworm.providers.synth.theory.Chance;

/**
 * Builds the drums: a skin is a sine that falls in pitch, a cymbal a handful of clashing partials with noise, a rattle
 * noise alone.
 */
final class Percussion {
    private static final double SKIN_OF_ROOT = 261.63;

    private final DrumKit kit;

    Percussion(DrumKit kit) {
        this.kit = kit;
    }

    /** Sounds at its own pitch whichever key plays it. */
    Sample sample(Drum drum) {
        Chance chance = new Chance(Chance.hash(kit + drum.name()));
        float[] data = coloured(sound(drum, chance));
        return new Sample(data, SKIN_OF_ROOT, Sample.Kind.ONE_SHOT).levelled(-17 + level(drum));
    }

    private float[] sound(Drum drum, Chance chance) {
        return switch (drum) {
            case KICK -> kick(chance);
            case SNARE -> snare(chance);
            case BRUSH -> noise(0.22, 0.07, 1800, 9000, chance);
            case RIM -> mixed(skin(0.08, 1700, 1650, 0.012, 0.02), 0.8, noise(0.06, 0.008, 2000, 9000, chance), 0.5);
            case CLAP -> clap(chance);
            case LOW_TOM -> tom(kit == DrumKit.ORCHESTRAL ? 62 : 92, chance);
            case MID_TOM -> tom(kit == DrumKit.ORCHESTRAL ? 88 : 132, chance);
            case HIGH_TOM -> tom(kit == DrumKit.ORCHESTRAL ? 118 : 180, chance);
            case HAT -> cymbal(0.12, 0.028, 7000, chance);
            case OPEN -> cymbal(0.6, 0.17, 6500, chance);
            case RIDE -> mixed(cymbal(1.2, 0.42, 5200, chance), 0.6, skin(0.5, 3150, 3150, 0.1, 0.12), 0.25);
            case CRASH -> cymbal(2.4, 0.6, 2600, chance);
            case TAMBOURINE -> cymbal(0.25, 0.06, 8500, chance);
            case SHAKER -> shaker(chance);
            case COWBELL -> mixed(skin(0.35, 562, 562, 1, 0.09), 0.6, skin(0.35, 845, 845, 1, 0.08), 0.5);
            case BELL -> mixed(skin(0.4, 780, 780, 1, 0.1), 0.6, skin(0.4, 1230, 1230, 1, 0.08), 0.4);
            case BONGO -> skin(0.25, 420, 380, 0.03, 0.06);
            case CONGA_HIGH -> mixed(skin(0.4, 300, 262, 0.03, 0.1), 1, noise(0.04, 0.01, 900, 4000, chance), 0.2);
            case CONGA_LOW -> mixed(skin(0.5, 215, 185, 0.04, 0.14), 1, noise(0.04, 0.01, 600, 3000, chance), 0.2);
            case CAJON -> mixed(skin(0.4, 120, 78, 0.03, 0.12), 1, noise(0.1, 0.03, 500, 5000, chance), 0.3);
            case CLAVE -> skin(0.1, 2480, 2480, 1, 0.025);
            case TRIANGLE -> mixed(skin(1.6, 4300, 4300, 1, 0.5), 0.5, skin(1.6, 6870, 6870, 1, 0.4), 0.4);
        };
    }

    /** Decibels against the kick drum. */
    private static double level(Drum drum) {
        return switch (drum) {
            case KICK -> 0;
            case SNARE, LOW_TOM -> -2;
            case CLAP, MID_TOM, HIGH_TOM, CAJON -> -4;
            case CONGA_LOW, CONGA_HIGH, BONGO -> -8;
            case CRASH -> -7;
            case RIM -> -9;
            case BRUSH -> -7;
            case COWBELL, BELL, CLAVE -> -13;
            case HAT, OPEN, TAMBOURINE -> -14;
            case RIDE -> -13;
            case SHAKER, TRIANGLE -> -16;
        };
    }

    private float[] kick(Chance chance) {
        float[] click = noise(0.02, 0.004, 1500, 8000, chance);
        return switch (kit) {
            case ELECTRONIC -> mixed(skin(0.5, 210, 49, 0.028, 0.15), 1, click, 0.25);
            case CHIP -> squared(skin(0.2, 240, 45, 0.04, 0.07));
            case DUSTY -> mixed(skin(0.4, 125, 54, 0.03, 0.12), 1, click, 0.1);
            case ORCHESTRAL -> mixed(skin(1.2, 88, 46, 0.05, 0.34), 1, click, 0.08);
            case ACOUSTIC, LATIN -> mixed(skin(0.35, 150, 56, 0.022, 0.1), 1, click, 0.25);
        };
    }

    private float[] snare(Chance chance) {
        return switch (kit) {
            case ELECTRONIC -> mixed(skin(0.2, 250, 185, 0.02, 0.06), 0.7, noise(0.3, 0.075, 1200, 11000, chance), 0.8);
            case CHIP -> crushed(noise(0.2, 0.05, 600, 15000, chance));
            case ORCHESTRAL -> mixed(skin(0.15, 220, 190, 0.02, 0.05), 0.4, noise(0.3, 0.08, 1500, 8000, chance), 0.9);
            case DUSTY -> mixed(skin(0.2, 215, 172, 0.02, 0.07), 0.8, noise(0.25, 0.06, 900, 6000, chance), 0.7);
            case ACOUSTIC, LATIN ->
                mixed(skin(0.25, 235, 188, 0.015, 0.08), 0.8, noise(0.35, 0.09, 1300, 9500, chance), 0.75);
        };
    }

    private float[] tom(double hertz, Chance chance) {
        boolean big = kit == DrumKit.ORCHESTRAL;
        float[] body = skin(big ? 1.4 : 0.7, hertz * 1.6, hertz, 0.05, big ? 0.38 : 0.2);
        return mixed(body, 1, noise(0.06, 0.014, 400, 4000, chance), 0.22);
    }

    private static float[] clap(Chance chance) {
        float[] data = new float[samples(0.32)];
        float[] burst = noise(0.03, 0.006, 900, 6000, chance);
        for (double offset : new double[] {0, 0.011, 0.022}) {
            add(data, burst, samples(offset), 0.8);
        }
        add(data, noise(0.28, 0.07, 900, 5000, chance), samples(0.03), 0.7);
        return data;
    }

    private static float[] shaker(Chance chance) {
        float[] data = noise(0.12, 0.05, 5500, 13000, chance);
        int rise = samples(0.025);
        for (int i = 0; i < rise; i++) {
            data[i] *= (float) i / rise;
        }
        return data;
    }

    /**
     * A drum head.
     *
     * @param fall seconds in which the pitch comes down
     * @param life seconds to about a third of the strength
     */
    private static float[] skin(double seconds, double from, double to, double fall, double life) {
        float[] data = new float[samples(seconds)];
        double phase = 0;
        for (int i = 0; i < data.length; i++) {
            double time = (double) i / Audio.SAMPLE_RATE;
            double hertz = to + (from - to) * StrictMath.exp(-time / fall);
            phase += 2 * StrictMath.PI * hertz / Audio.SAMPLE_RATE;
            data[i] = (float) (StrictMath.sin(phase) * StrictMath.exp(-time / life));
        }
        return closed(data);
    }

    private static float[] noise(double seconds, double life, double low, double high, Chance chance) {
        Biquad highPass = Biquad.highPass(low, 0.7);
        Biquad lowPass = Biquad.lowPass(high, 0.7);
        float[] data = new float[samples(seconds)];
        for (int i = 0; i < data.length; i++) {
            double fade = StrictMath.exp(-(double) i / Audio.SAMPLE_RATE / life);
            data[i] = (float) (lowPass.next(highPass.next(chance.around(1))) * fade * 1.6);
        }
        return closed(data);
    }

    /** Six square waves that agree in nothing, as in the old drum machines, under noise. */
    private static float[] cymbal(double seconds, double life, double low, Chance chance) {
        double[] metal = {2 * 205.3, 2 * 304.4, 2 * 369.6, 2 * 522.7, 2 * 540, 2 * 800};
        Biquad first = Biquad.highPass(low, 0.8);
        Biquad second = Biquad.highPass(low * 0.8, 0.7);
        float[] data = new float[samples(seconds)];
        for (int i = 0; i < data.length; i++) {
            double time = (double) i / Audio.SAMPLE_RATE;
            double ring = 0;
            for (double hertz : metal) {
                ring += (time * hertz) % 1 < 0.5 ? 0.16 : -0.16;
            }
            double value = second.next(first.next(ring + chance.around(0.9)));
            data[i] = (float) (value * StrictMath.exp(-time / life));
        }
        return closed(data);
    }

    /** Old records and cheap samplers lose the treble. */
    private float[] coloured(float[] data) {
        if (kit != DrumKit.DUSTY) {
            return data;
        }
        Biquad dust = Biquad.lowPass(5200, 0.6);
        for (int i = 0; i < data.length; i++) {
            data[i] = (float) dust.next(data[i]);
        }
        return data;
    }

    private static float[] squared(float[] data) {
        for (int i = 0; i < data.length; i++) {
            double envelope = 1 - (double) i / data.length;
            data[i] = (float) (Math.signum(data[i]) * 0.6 * envelope * envelope);
        }
        return data;
    }

    /** Holds each value for a while, as a game console's noise channel does. */
    private static float[] crushed(float[] data) {
        for (int i = 0; i < data.length; i++) {
            data[i] = data[i - i % 6];
        }
        return data;
    }

    private static float[] mixed(float[] first, double firstGain, float[] second, double secondGain) {
        float[] data = new float[Math.max(first.length, second.length)];
        add(data, first, 0, firstGain);
        add(data, second, 0, secondGain);
        return data;
    }

    private static void add(float[] target, float[] source, int offset, double gain) {
        for (int i = 0; i < source.length && i + offset < target.length; i++) {
            target[i + offset] += (float) (source[i] * gain);
        }
    }

    private static float[] closed(float[] data) {
        int fade = data.length / 5;
        for (int i = 0; i < fade; i++) {
            data[data.length - 1 - i] *= (float) i / fade;
        }
        return data;
    }

    private static int samples(double seconds) {
        return (int) (seconds * Audio.SAMPLE_RATE);
    }
}
