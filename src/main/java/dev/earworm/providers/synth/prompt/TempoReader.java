package dev.earworm.providers.synth.prompt;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a tempo in numbers: "120 bpm", "tempo: 90", "at 72 beats per minute". */
final class TempoReader {
    private static final int SLOWEST = 40;
    private static final int FASTEST = 220;
    private static final Pattern TEMPO = Pattern.compile(
            "(\\d{1,4})(?:\\.\\d+)?\\s*-?(?:bpm|beats per minute|schlage pro minute|beats a minute)|(?:bpm|tempo)\\s*(?:of|:|=|at)?\\s*(\\d{2,4})");

    private TempoReader() {}

    /** Quarter notes a minute, brought into what can be played. */
    static OptionalInt beatsPerMinute(String text) {
        Matcher matcher = TEMPO.matcher(Words.folded(text));
        if (!matcher.find()) {
            return OptionalInt.empty();
        }
        String number = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return OptionalInt.of(Math.clamp(Integer.parseInt(number), SLOWEST, FASTEST));
    }

    /** The text without the tempo, whose "beats" are not drums. */
    static String without(String text) {
        return TEMPO.matcher(Words.folded(text)).replaceAll(" ");
    }
}
