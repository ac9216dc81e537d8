package dev.earworm.library;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words as they are compared: in lower case, without accents, full-width and half-width letters alike. Marks that make
 * another letter of one, as in Japanese, stay.
 */
final class FoldedText {
    private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private FoldedText() {}

    static String of(String words) {
        String apart = Normalizer.normalize(words.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        String plain = ACCENTS.matcher(apart).replaceAll("");
        String whole = Normalizer.normalize(plain, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return SPACES.matcher(whole).replaceAll(" ").strip();
    }
}
