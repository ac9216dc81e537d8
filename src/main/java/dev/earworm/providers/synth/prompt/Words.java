package dev.earworm.providers.synth.prompt;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Cuts a text into words that compare equal however they were written: case, accents and hyphens do not matter. */
final class Words {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern WORD = Pattern.compile("\\d+/\\d+|[\\p{L}\\p{N}]+#?|[&,.;!?]|\\p{So}");

    private Words() {}

    /** Letters and digits, {@code 3/4} as one word, a symbol or emoji as one word, punctuation as one word. */
    static List<String> of(String text) {
        return WORD.matcher(folded(text)).results().map(MatchResult::group).toList();
    }

    /** Lower case without accents; sharps and flats as a musician types them. */
    static String folded(String text) {
        String signs = text.replace('♯', '#').replace('♭', 'b').replace("ß", "ss");
        String decomposed = Normalizer.normalize(signs, Normalizer.Form.NFKD);
        return MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
