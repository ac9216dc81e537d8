package dev.earworm.settings;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text as refused words are looked for in it: in small letters without accents, full-width and ornamental letters as
 * plain ones, white space as one space, and nothing that no reader sees. It remembers which part of the text each of its
 * letters comes from.
 */
final class FoldedText {
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cf}\\p{Cc}&&[^\\s]]|[\\p{InCombining_Diacritical_Marks}\\p{InCombining_Diacritical_Marks_Extended}"
                    + "\\p{InCombining_Diacritical_Marks_Supplement}\\p{InCombining_Marks_for_Symbols}"
                    + "\\p{InCombining_Half_Marks}\\p{InVariation_Selectors}\\p{InVariation_Selectors_Supplement}"
                    + "\\u115F\\u1160\\u3164\\uFFA0]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private final String text;
    private final StringBuilder folded = new StringBuilder();
    /** Where in the text each character of the folded text comes from. */
    private int[] origins = new int[64];

    private FoldedText(String text) {
        this.text = text;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            add(folded(text.codePointAt(at)), at);
        }
    }

    static FoldedText of(String text) {
        return new FoldedText(text);
    }

    private static String folded(int character) {
        String apart = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD);
        String seen = UNSEEN.matcher(apart).replaceAll("");
        // By way of the capital letter, so that ß is found as ss.
        String small = seen.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return SPACES.matcher(small).replaceAll(" ");
    }

    private void add(String letters, int origin) {
        for (char letter : letters.toCharArray()) {
            if (letter == ' ' && (folded.isEmpty() || folded.charAt(folded.length() - 1) == ' ')) {
                continue;
            }
            if (folded.length() == origins.length) {
                origins = Arrays.copyOf(origins, origins.length * 2);
            }
            origins[folded.length()] = origin;
            folded.append(letter);
        }
    }

    /** The folded text itself. */
    String letters() {
        return folded.toString().stripTrailing();
    }

    /**
     * Where a word stands in this text as a whole word, as it is written there. Scripts that put no spaces between words
     * have no whole words: there it is found anywhere.
     *
     * @param word folded, not empty
     */
    Optional<String> find(String word) {
        for (int at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
            if (isBoundary(at) && isBoundary(at + word.length())) {
                return Optional.of(origin(at, at + word.length()));
            }
        }
        return Optional.empty();
    }

    /** The part of the text that this part of the folded text comes from. */
    String origin(int from, int to) {
        return text.substring(origins[from], to < folded.length() ? origins[to] : text.length())
                .strip();
    }

    private boolean isBoundary(int at) {
        if (at == 0 || at == folded.length()) {
            return true;
        }
        int before = Character.codePointBefore(folded, at);
        int after = Character.codePointAt(folded, at);
        return !isOfWord(before) || !isOfWord(after) || isWithoutSpaces(before) || isWithoutSpaces(after);
    }

    private static boolean isOfWord(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> Character.isLetterOrDigit(character);
        };
    }

    private static boolean isWithoutSpaces(int character) {
        return isOfKana(character)
                || switch (UnicodeScript.of(character)) {
                    case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
                    default -> false;
                };
    }

    /** The marks that make another syllable of one, which belong to two scripts. */
    private static boolean isOfKana(int character) {
        return character == 0x3099 || character == 0x309A;
    }
}
