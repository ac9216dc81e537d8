package dev.earworm.settings;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.text.Normalizer;
import java.util.Optional;

/** One line of the list of what a guild refuses. */
sealed interface RefusedEntry {
    /** The first part of a text that it refuses, as it is written there. */
    Optional<String> find(String text, FoldedText folded);

    /** How much work it is for each character of a text, in steps of RE2's machine. */
    int size();

    /**
     * A word, or several in a row; found whole.
     *
     * @param folded as {@link FoldedText} has them
     */
    record Word(String folded) implements RefusedEntry {
        @Override
        public Optional<String> find(String text, FoldedText in) {
            return in.find(folded);
        }

        @Override
        public int size() {
            return 0;
        }
    }

    /** A pattern in RE2's syntax (https://github.com/google/re2/wiki/Syntax), which takes a time linear in the text. */
    record Expression(Pattern pattern) implements RefusedEntry {
        /** In the text as it is written, so that an accent in a pattern means something, and in what words are looked for. */
        @Override
        public Optional<String> find(String text, FoldedText folded) {
            Matcher written = pattern.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
            if (written.find()) {
                return Optional.of(written.group());
            }
            Matcher compared = pattern.matcher(folded.letters());
            return compared.find() ? Optional.of(folded.origin(compared.start(), compared.end())) : Optional.empty();
        }

        @Override
        public int size() {
            return pattern.programSize();
        }
    }
}
