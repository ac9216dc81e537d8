package dev.earworm.settings;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.earworm.settings.RefusedEntry.Expression;
import dev.earworm.settings.RefusedEntry.Word;

/** What a line of the list of refused words comes to: a pattern where it stands between slashes, else a word. */
sealed interface EntryReading {
    /** Characters of a line. */
    int LONGEST = 100;

    record Read(RefusedEntry entry) implements EntryReading {}

    record Wrong(WordFault fault) implements EntryReading {}

    /** @param line without white space around it */
    static EntryReading of(String line) {
        if (line.codePointCount(0, line.length()) > LONGEST) {
            return new Wrong(WordFault.TOO_LONG);
        }
        return isExpression(line) ? expression(line.substring(1, line.length() - 1)) : word(line);
    }

    static boolean isExpression(String line) {
        return line.length() > 2 && line.startsWith("/") && line.endsWith("/");
    }

    private static EntryReading word(String line) {
        String folded = FoldedText.of(line).letters();
        return folded.codePoints().anyMatch(Character::isLetterOrDigit)
                ? new Read(new Word(folded))
                : new Wrong(WordFault.NO_WORD);
    }

    private static EntryReading expression(String written) {
        if (WrittenOut.size(written) > WrittenOut.LARGEST) {
            return new Wrong(WordFault.TOO_LARGE);
        }
        try {
            Pattern pattern = Pattern.compile(written, Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
            return pattern.matcher("").find() ? new Wrong(WordFault.FINDS_NOTHING) : new Read(new Expression(pattern));
        } catch (PatternSyntaxException e) {
            return new Wrong(WordFault.ofPattern(e.getDescription()));
        }
    }
}
