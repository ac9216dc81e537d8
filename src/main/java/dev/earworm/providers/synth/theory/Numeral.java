package dev.earworm.providers.synth.theory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A chord as theory books write it, free of any key: {@code ii7}, {@code bVII}, {@code V7sus4}, {@code I/3}.
 *
 * <p>The degree counts on the major scale of the tonic in every mode (so the sixth degree of a minor key is
 * {@code bVI}); capitals have a major third, small letters a minor one; {@code /3}, {@code /5} and {@code /7} put that
 * member into the bass.
 *
 * @param offset semitones of the root above the tonic
 * @param bass semitones of the bass above the root
 * @param intervals semitones above the root
 */
public record Numeral(int offset, int bass, List<Integer> intervals) {
    private static final Pattern SHAPE =
            Pattern.compile("(b|#)?(VII|VI|IV|V|III|II|I|vii|vi|iv|v|iii|ii|i)([^/]*)(?:/([357]))?");
    private static final List<String> DEGREES = List.of("I", "II", "III", "IV", "V", "VI", "VII");
    private static final List<Integer> MAJOR_SCALE = Mode.MAJOR.harmony();

    /** What follows the numeral, as intervals above the root; T stands for the third that its letters ask for. */
    private static final Map<String, String> QUALITIES = Map.ofEntries(
            Map.entry("", "0 T 7"),
            Map.entry("5", "0 7"),
            Map.entry("6", "0 T 7 9"),
            Map.entry("69", "0 T 7 9 14"),
            Map.entry("7", "0 T 7 10"),
            Map.entry("maj7", "0 T 7 11"),
            Map.entry("9", "0 T 7 10 14"),
            Map.entry("maj9", "0 T 7 11 14"),
            Map.entry("11", "0 T 7 10 17"),
            Map.entry("13", "0 T 10 14 21"),
            Map.entry("7b9", "0 T 7 10 13"),
            Map.entry("add9", "0 T 7 14"),
            Map.entry("sus2", "0 2 7"),
            Map.entry("sus4", "0 5 7"),
            Map.entry("7sus4", "0 5 7 10"),
            Map.entry("9sus4", "0 5 7 10 14"),
            Map.entry("o", "0 3 6"),
            Map.entry("o7", "0 3 6 9"),
            Map.entry("h7", "0 3 6 10"),
            Map.entry("+", "0 4 8"));

    /**
     * Reads a numeral.
     *
     * @throws IllegalArgumentException when the text is none
     */
    public static Numeral parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches() || !QUALITIES.containsKey(matcher.group(3))) {
            throw new IllegalArgumentException("not a chord numeral: " + text);
        }
        String degree = matcher.group(2);
        boolean capital = Character.isUpperCase(degree.charAt(0));
        int natural = MAJOR_SCALE.get(DEGREES.indexOf(degree.toUpperCase(java.util.Locale.ROOT)));
        int offset = Math.floorMod(natural + accidental(matcher.group(1)), 12);
        List<Integer> intervals = intervals(matcher.group(3), capital ? 4 : 3);
        return new Numeral(offset, bassOf(matcher.group(4), intervals), intervals);
    }

    public Chord in(Key key) {
        int root = (key.tonic() + offset) % 12;
        return new Chord(root, (root + bass) % 12, intervals);
    }

    private static int accidental(@org.jspecify.annotations.Nullable String sign) {
        if (sign == null) {
            return 0;
        }
        return sign.equals("b") ? -1 : 1;
    }

    private static List<Integer> intervals(String quality, int third) {
        List<Integer> intervals = new ArrayList<>();
        for (String interval : QUALITIES.getOrDefault(quality, "0").split(" ", -1)) {
            intervals.add(interval.equals("T") ? third : Integer.parseInt(interval));
        }
        return intervals;
    }

    private static int bassOf(@org.jspecify.annotations.Nullable String member, List<Integer> intervals) {
        if (member == null) {
            return 0;
        }
        return intervals.get(Math.min(member.charAt(0) / 2 - '3' / 2, intervals.size() - 2) + 1);
    }
}
