package dev.earworm.providers.synth.prompt;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the tonic in a text: "D minor", "C# dorian", "in the key of Eb", "fis-moll", "la mineur", "in F#m".
 *
 * <p>The article is the trap: "in a forest" and "a minor key" name no key.
 */
final class KeyReader {
    private static final String MODES =
            "major|minor|dorian|phrygian|lydian|mixolydian|aeolian|harmonic|pentatonic|blues|hirajoshi";
    private static final Pattern ENGLISH =
            Pattern.compile("\\b([a-g])(#|b)?[ -]?(sharp|flat)?[ -](?:" + MODES + ")\\b(?! key| mood| feel)");
    private static final Pattern KEY_OF = Pattern.compile("\\bkey of ([a-g])(#|b)?[ -]?(sharp|flat)?(?![a-z])");
    private static final Pattern GERMAN = Pattern.compile("\\b([a-h])(is|es|s)?[ -]?(?:dur|moll)\\b");
    private static final Pattern ROMANCE = Pattern.compile(
            "\\b(do|re|mi|fa|sol|la|si)[ -]?(#|b|diese|bemol|sostenido)?[ -](?:majeur|mineur|mayor|menor)\\b");
    private static final Pattern SYMBOL =
            Pattern.compile("\\b(?:in|In|key:?) ([A-G])(#|b|♯|♭)?(m|maj|min)?(?=$|[,.;!)])");
    private static final Pattern MINOR_SYMBOL = Pattern.compile("\\b(?:in|In|key:?) ([A-G])(#|b|♯|♭)?m(?:in)?\\b");

    private static final Map<String, Integer> LETTERS =
            Map.of("c", 0, "d", 2, "e", 4, "f", 5, "g", 7, "a", 9, "b", 11, "h", 11);
    private static final List<String> SYLLABLES = List.of("do", "re", "mi", "fa", "sol", "la", "si");
    private static final List<Integer> SYLLABLE_PITCHES = List.of(0, 2, 4, 5, 7, 9, 11);

    private KeyReader() {}

    /** The pitch class, 0 is C. */
    static OptionalInt tonic(String text) {
        String folded = Words.folded(text);
        for (Pattern pattern : List.of(ENGLISH, KEY_OF)) {
            Matcher matcher = pattern.matcher(folded);
            if (matcher.find()) {
                return pitch(matcher.group(1), sign(matcher.group(2)) + sign(matcher.group(3)));
            }
        }
        Matcher symbol = SYMBOL.matcher(text);
        if (symbol.find()) {
            return pitch(symbol.group(1), sign(symbol.group(2)));
        }
        Matcher minor = MINOR_SYMBOL.matcher(text);
        if (minor.find()) {
            return pitch(minor.group(1), sign(minor.group(2)));
        }
        return elsewhere(folded);
    }

    /** Whether a symbol as in "in F#m" makes the key minor. */
    static boolean namesMinorBySymbol(String text) {
        return MINOR_SYMBOL.matcher(text).find();
    }

    private static OptionalInt elsewhere(String folded) {
        Matcher german = GERMAN.matcher(folded);
        if (german.find()) {
            return german(german.group(1), german.group(2));
        }
        Matcher romance = ROMANCE.matcher(folded);
        if (romance.find()) {
            int natural = SYLLABLE_PITCHES.get(SYLLABLES.indexOf(romance.group(1)));
            return OptionalInt.of(Math.floorMod(natural + sign(romance.group(2)), 12));
        }
        return OptionalInt.empty();
    }

    /** Germans call B flat "B" and B natural "H". */
    private static OptionalInt german(String letter, @org.jspecify.annotations.Nullable String suffix) {
        if (suffix == null) {
            return letter.equals("b") ? OptionalInt.of(10) : pitch(letter, 0);
        }
        return pitch(letter, suffix.equals("is") ? 1 : -1);
    }

    private static OptionalInt pitch(String letter, int alteration) {
        int natural = LETTERS.getOrDefault(letter.toLowerCase(java.util.Locale.ROOT), 0);
        return OptionalInt.of(Math.floorMod(natural + alteration, 12));
    }

    private static int sign(@org.jspecify.annotations.Nullable String sign) {
        if (sign == null) {
            return 0;
        }
        return switch (sign) {
            case "#", "♯", "sharp", "diese", "sostenido" -> 1;
            case "b", "♭", "flat", "bemol" -> -1;
            default -> throw new IllegalArgumentException(sign);
        };
    }
}
