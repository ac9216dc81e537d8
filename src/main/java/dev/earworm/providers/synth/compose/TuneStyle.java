package dev.earworm.providers.synth.compose;

import java.util.HashMap;
import java.util.Map;

/**
 * What a genre's melodies are like; all from 0 to 1.
 *
 * @param density how many notes
 * @param syncopation how many of them off the beat
 * @param leaps how often not by step
 * @param legato how long notes are held
 */
record TuneStyle(double density, double syncopation, double leaps, double legato) {
    /** {@code density 0.5, syncopation 0.2, leaps 0.2, legato 0.85}. */
    static TuneStyle parse(String text) {
        Map<String, Double> values = new HashMap<>();
        for (String pair : text.split(",", -1)) {
            String[] words = pair.strip().split(" ", -1);
            values.put(words[0], Double.valueOf(words[1]));
        }
        return new TuneStyle(
                value(values, "density"),
                value(values, "syncopation"),
                value(values, "leaps"),
                value(values, "legato"));
    }

    TuneStyle denser(double more) {
        return new TuneStyle(Math.clamp(density + more, 0.08, 1), syncopation, leaps, legato);
    }

    private static double value(Map<String, Double> values, String name) {
        Double value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("a tune needs " + name);
        }
        return value;
    }
}
