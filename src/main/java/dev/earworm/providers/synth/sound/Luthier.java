package dev.earworm.providers.synth.sound;

import dev.earworm.providers.synth.sound.Recipe.Envelope;
import dev.earworm.providers.synth.sound.Recipe.Image;
import dev.earworm.providers.synth.sound.Recipe.Partial;
import dev.earworm.providers.synth.sound.Recipe.Struck;
import dev.earworm.providers.synth.sound.Recipe.Sustained;
import dev.earworm.providers.synth.theory.Chance;
import dev.earworm.providers.synth.theory.Instrument;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds the samples of an instrument by its recipe. Every few semitones get a sample of their own, so that none is
 * played far from its pitch.
 */
final class Luthier {
    private static final int LOOP_SIZE = 1 << 15;
    private static final int ZONE = 5;
    private static final int MARGIN = 12;
    private static final double LEVEL = -20;
    private static final double HALF_LEVEL = LEVEL - 3;
    private static final double LONGEST_RING = 5;
    private static final double MIDDLE_C = 261.63;
    private static final double KNOCK_SECONDS = 0.03;

    /** How much the lower of two detuned strings lies below the other, as a factor; the beating warms the tone. */
    private static final double SECOND_STRING = 0.9996;

    private Luthier() {}

    /** One voice of a zone: where it stands, and what it plays. */
    record Voice(int low, int high, double pan, Sample sample) {}

    static List<Voice> build(Instrument instrument) {
        List<Voice> voices = new ArrayList<>();
        int bottom = Math.max(12, instrument.low() - MARGIN);
        int top = Math.min(108, instrument.high() + MARGIN);
        for (int low = bottom; low <= top; low += ZONE) {
            int high = low + ZONE > top ? 127 : low + ZONE - 1;
            int from = low == bottom ? 0 : low;
            addZone(voices, instrument, from, high, low + ZONE / 2);
        }
        return voices;
    }

    private static void addZone(List<Voice> voices, Instrument instrument, int low, int high, int root) {
        Chance chance = new Chance(Chance.hash(instrument.title() + root));
        switch (Recipes.of(instrument)) {
            case Struck struck -> voices.add(new Voice(low, high, 0, struck(struck, root, chance)));
            case Sustained sustained
            when sustained.image() == Image.STEREO -> {
                voices.add(new Voice(low, high, -0.7, sustained(sustained, root, HALF_LEVEL, chance.fork("left"))));
                voices.add(new Voice(low, high, 0.7, sustained(sustained, root, HALF_LEVEL, chance.fork("right"))));
            }
            case Sustained sustained -> voices.add(new Voice(low, high, 0, sustained(sustained, root, LEVEL, chance)));
        }
    }

    private static Sample sustained(Sustained recipe, int root, double level, Chance chance) {
        Spectrum spectrum = new Spectrum(LOOP_SIZE);
        double fundamental = spectrum.hertzOfBin(spectrum.binOf(Audio.hertz(root)));
        for (int number = 1; number <= 4 * Recipe.MOST_PARTIALS; number++) {
            double hertz = fundamental * number;
            if (hertz > Recipe.HIGHEST_PARTIAL) {
                break;
            }
            double width = hertz * (StrictMath.pow(2, recipe.width() / 1200) - 1);
            spectrum.addPartial(hertz, width, recipe.tone().strength(number, hertz));
        }
        Biquad filter = Biquad.lowPass(Math.min(recipe.settledCutoff(), Audio.SAMPLE_RATE * 0.45), 0.7);
        return new Sample(spectrum.sound(chance), fundamental, Sample.Kind.LOOP).levelled(level, filter::next);
    }

    private static Sample struck(Struck recipe, int root, Chance chance) {
        double fundamental = Audio.hertz(root);
        double ring = Math.min(LONGEST_RING, recipe.ring() * StrictMath.pow(MIDDLE_C / fundamental, 0.45));
        float[] data = new float[(int) (ring * Audio.SAMPLE_RATE)];
        for (Partial partial : partials(recipe, fundamental)) {
            double life = ring / (1 + recipe.damping() * (partial.ratio() - 1) * 0.5);
            addDecay(data, fundamental * partial.ratio(), partial.strength() * 0.6, life, chance);
            addDecay(data, fundamental * partial.ratio() * SECOND_STRING, partial.strength() * 0.4, life * 1.2, chance);
        }
        addKnock(data, recipe.knock(), fundamental, chance);
        fadeOut(data);
        return new Sample(data, fundamental, Sample.Kind.ONE_SHOT).levelled(LEVEL);
    }

    private static List<Partial> partials(Struck recipe, double fundamental) {
        List<Partial> partials = new ArrayList<>();
        if (!recipe.partials().isEmpty()) {
            recipe.partials().stream()
                    .filter(partial -> partial.ratio() * fundamental < Recipe.HIGHEST_PARTIAL)
                    .forEach(partials::add);
            return partials;
        }
        for (int number = 1; number <= Recipe.MOST_PARTIALS; number++) {
            double ratio = number * StrictMath.sqrt(1 + recipe.stiffness() * number * number);
            if (ratio * fundamental > Recipe.HIGHEST_PARTIAL) {
                break;
            }
            double place = StrictMath.abs(StrictMath.sin(StrictMath.PI * number * recipe.place()));
            partials.add(new Partial(ratio, (0.15 + place) * StrictMath.pow(number, -recipe.slope())));
        }
        return partials;
    }

    /**
     * A sine that dies away, made by a rotating pointer that shrinks: the fast part of the decay comes first, as on real
     * strings.
     *
     * @param life seconds until it is 60 dB quieter
     */
    private static void addDecay(float[] data, double hertz, double strength, double life, Chance chance) {
        double angle = 2 * StrictMath.PI * hertz / Audio.SAMPLE_RATE;
        double shrink = StrictMath.pow(0.001, 1 / (life * Audio.SAMPLE_RATE));
        double cos = StrictMath.cos(angle) * shrink;
        double sin = StrictMath.sin(angle) * shrink;
        double phase = chance.unit() * 2 * StrictMath.PI;
        double x = StrictMath.cos(phase) * strength;
        double y = StrictMath.sin(phase) * strength;
        int count = Math.min(data.length, (int) (life * 1.3 * Audio.SAMPLE_RATE));
        for (int i = 0; i < count; i++) {
            data[i] += (float) y;
            double next = x * cos - y * sin;
            y = x * sin + y * cos;
            x = next;
        }
    }

    private static void addKnock(float[] data, double strength, double fundamental, Chance chance) {
        Biquad filter = Biquad.bandPass(Math.clamp(fundamental * 5, 700, 5000), 0.8);
        int count = Math.min(data.length, (int) (KNOCK_SECONDS * Audio.SAMPLE_RATE));
        for (int i = 0; i < count; i++) {
            double fade = 1 - (double) i / count;
            data[i] += (float) (filter.next(chance.around(1)) * strength * 12 * fade * fade * fade);
        }
    }

    /** Begins without a click and ends in silence. */
    private static void fadeOut(float[] data) {
        int attack = 40;
        for (int i = 0; i < attack; i++) {
            data[i] *= (float) i / attack;
        }
        int fade = data.length / 4;
        for (int i = 0; i < fade; i++) {
            data[data.length - 1 - i] *= (float) i / fade;
        }
    }

    /** How the sound of the recipe begins and ends. */
    static Envelope envelope(Recipe recipe) {
        return switch (recipe) {
            case Struck struck -> new Envelope(0.001, 0, 1, struck.release());
            case Sustained sustained -> sustained.envelope();
        };
    }
}
