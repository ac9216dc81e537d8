package dev.earworm.providers.synth.sound;

import dev.earworm.providers.synth.theory.Chance;
import dev.earworm.providers.synth.theory.Texture;
import java.util.function.DoubleUnaryOperator;

/** Builds the sounds of the world as loops of about six seconds whose seam cannot be heard. */
final class Nature {
    private static final int SIZE = 1 << 18;
    private static final double SECONDS = (double) SIZE / Audio.SAMPLE_RATE;
    private static final double LEVEL = -23;
    private static final double MIDDLE_C = 261.63;

    private Nature() {}

    /** One of the two sides of the sound; the sides are unlike, which makes it wide. */
    static Sample side(Texture texture, String side) {
        Chance chance = new Chance(Chance.hash(texture.name())).fork(side);
        return new Sample(sound(texture, chance), MIDDLE_C, Sample.Kind.LOOP).levelled(LEVEL + level(texture));
    }

    private static float[] sound(Texture texture, Chance chance) {
        return switch (texture) {
            case RAIN -> rain(chance);
            case OCEAN -> swelling(noise(120, 0.5, chance), 1, 0.92);
            case WIND -> swelling(noise(420, 0.3, chance), 2, 0.8);
            case STREAM -> stream(chance);
            case BIRDS -> birds(chance);
            case NIGHT -> night(chance);
            case FIRE -> fire(chance);
            case VINYL -> vinyl(chance);
            case SPACE -> swelling(noise(170, 0.16, chance), 1, 0.7);
        };
    }

    private static double level(Texture texture) {
        return switch (texture) {
            case RAIN, STREAM -> -1;
            case OCEAN -> -9;
            case WIND, SPACE -> -3;
            case FIRE -> 0;
            case BIRDS -> -15;
            case NIGHT, VINYL -> -5;
        };
    }

    /** A hiss with single drops in it. */
    private static float[] rain(Chance chance) {
        float[] data =
                shaped(hertz -> hertz < 400 ? 0 : 1 / StrictMath.sqrt(1 + StrictMath.pow(hertz / 3500, 3)), chance);
        scale(data, 0.25 / rms(data));
        for (int i = 0; i < 70 * SECONDS; i++) {
            double loudness = StrictMath.pow(chance.unit(), 4) * 1.6 + 0.05;
            drop(data, chance.below(SIZE), chance.between(1500, 6500), loudness, chance.between(0.002, 0.012));
        }
        return data;
    }

    private static float[] stream(Chance chance) {
        float[] data = noise(650, 0.8, chance);
        scale(data, 0.2 / rms(data));
        for (int i = 0; i < 30 * SECONDS; i++) {
            double start = chance.between(350, 1400);
            chirp(
                    data,
                    chance.below(SIZE),
                    start,
                    start * chance.between(1.1, 1.6),
                    chance.between(0.02, 0.07),
                    0.4 * chance.unit());
        }
        return data;
    }

    private static float[] birds(Chance chance) {
        float[] data = noise(900, 0.8, chance);
        scale(data, 0.012 / rms(data));
        for (int bird = 0; bird < 4; bird++) {
            double pitch = chance.between(2300, 4600);
            double bend = chance.between(0.7, 1.4);
            double loudness = chance.between(0.12, 0.6);
            int at = chance.below(SIZE);
            int notes = 2 + chance.below(6);
            for (int i = 0; i < notes; i++) {
                double length = chance.between(0.05, 0.13);
                chirp(data, at, pitch * chance.between(0.95, 1.05), pitch * bend, length, loudness);
                at = (at + (int) ((length + chance.between(0.03, 0.1)) * Audio.SAMPLE_RATE)) % SIZE;
            }
        }
        return data;
    }

    private static float[] night(Chance chance) {
        float[] data = noise(300, 0.9, chance);
        scale(data, 0.02 / rms(data));
        for (int cricket = 0; cricket < 3; cricket++) {
            double pitch = chance.between(3900, 4800);
            double loudness = chance.between(0.06, 0.2);
            int chirps = 6 + chance.below(4);
            for (int i = 0; i < chirps; i++) {
                int at = (int) ((i + 0.3 * chance.unit()) * SIZE / chirps) % SIZE;
                for (int pulse = 0; pulse < 3; pulse++) {
                    chirp(data, (at + pulse * 1500) % SIZE, pitch, pitch * 0.99, 0.022, loudness);
                }
            }
        }
        return data;
    }

    private static float[] fire(Chance chance) {
        float[] data = swelling(noise(90, 0.7, chance), 3, 0.4);
        scale(data, 0.12 / rms(data));
        for (int i = 0; i < 16 * SECONDS; i++) {
            double loudness = StrictMath.pow(chance.unit(), 5) * 3 + 0.03;
            drop(data, chance.below(SIZE), chance.between(700, 3500), loudness, chance.between(0.0008, 0.004));
        }
        return data;
    }

    private static float[] vinyl(Chance chance) {
        float[] data = shaped(hertz -> hertz < 60 ? 0 : 1 / StrictMath.pow(1 + hertz / 500, 0.7), chance);
        scale(data, 0.03 / rms(data));
        for (int i = 0; i < 22 * SECONDS; i++) {
            double loudness = StrictMath.pow(chance.unit(), 6) * 1.4 + 0.02;
            drop(data, chance.below(SIZE), chance.between(1200, 5000), loudness, chance.between(0.0003, 0.0012));
        }
        return data;
    }

    /** Noise around a frequency, falling off on both sides. */
    private static float[] noise(double centre, double octaves, Chance chance) {
        return shaped(
                hertz -> {
                    double distance = StrictMath.log(hertz / centre) / StrictMath.log(2);
                    double width = distance > 0 ? octaves * 2.2 : octaves;
                    return StrictMath.exp(-0.5 * distance * distance / (width * width)) / StrictMath.sqrt(hertz);
                },
                chance);
    }

    private static float[] shaped(DoubleUnaryOperator magnitude, Chance chance) {
        Spectrum spectrum = new Spectrum(SIZE);
        for (int bin = 1; bin < spectrum.bins(); bin++) {
            double hertz = spectrum.hertzOfBin(bin);
            if (hertz < Recipe.HIGHEST_PARTIAL) {
                spectrum.add(bin, magnitude.applyAsDouble(hertz));
            }
        }
        return spectrum.sound(chance);
    }

    /** Comes and goes so many times in a loop. */
    private static float[] swelling(float[] data, int waves, double depth) {
        for (int i = 0; i < SIZE; i++) {
            double turn = (double) i / SIZE;
            double wave = 0.5 - 0.5 * StrictMath.cos(2 * StrictMath.PI * waves * turn);
            double uneven = 0.75 + 0.25 * StrictMath.cos(2 * StrictMath.PI * turn);
            data[i] *= (float) (1 - depth + depth * wave * wave * uneven);
        }
        return data;
    }

    private static void drop(float[] data, int at, double hertz, double loudness, double life) {
        double angle = 2 * StrictMath.PI * hertz / Audio.SAMPLE_RATE;
        int count = (int) (life * 6 * Audio.SAMPLE_RATE);
        for (int i = 0; i < count; i++) {
            double fade = StrictMath.exp(-i / (life * Audio.SAMPLE_RATE));
            data[(at + i) % SIZE] += (float) (StrictMath.sin(angle * i) * fade * loudness);
        }
    }

    private static void chirp(float[] data, int at, double from, double to, double seconds, double loudness) {
        int count = (int) (seconds * Audio.SAMPLE_RATE);
        double phase = 0;
        for (int i = 0; i < count; i++) {
            double progress = (double) i / count;
            phase += 2 * StrictMath.PI * (from + (to - from) * progress) / Audio.SAMPLE_RATE;
            double fade = StrictMath.sin(StrictMath.PI * progress);
            data[(at + i) % SIZE] += (float) (StrictMath.sin(phase) * fade * fade * loudness);
        }
    }

    private static double rms(float[] data) {
        double sum = 0;
        for (float value : data) {
            sum += (double) value * value;
        }
        return Math.max(1e-9, StrictMath.sqrt(sum / data.length));
    }

    private static void scale(float[] data, double gain) {
        for (int i = 0; i < data.length; i++) {
            data[i] *= (float) gain;
        }
    }
}
