package dev.earworm.discord.words;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Members' words as they come in: without control characters and without anything invisible, so that a log, a vendor or a
 * file name never gets what no reader can see.
 */
public final class Prompts {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int BRAILLE_BLANK = 0x2800;
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern SPACES_IN_A_LINE = Pattern.compile("(?:[^\\S\\n]|\\p{Zs})+");
    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?|[\\u2028\\u2029\\u0085\\f\\u000B]");
    private static final Pattern LINE_EDGES = Pattern.compile(" ?\\n ?");
    private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}");
    /** Joiners hold emoji families and Persian words together; beside nothing they only hide. */
    private static final Pattern LOOSE_JOINERS =
            Pattern.compile("(?<=^|[\\s\\p{Z}\\u200C\\u200D])[\\u200C\\u200D]+|[\\u200C\\u200D]+(?=[\\s\\p{Z}]|$)");

    private Prompts() {}

    /** One clean line; empty when nothing visible is left. */
    public static String line(String words) {
        return finished(SPACES.matcher(visible(words)).replaceAll(" "));
    }

    /** Clean lines, with at most one empty line between two; empty when nothing visible is left. */
    public static String lines(String words) {
        String lines = LINE_ENDS.matcher(words).replaceAll("\n");
        String spaced = SPACES_IN_A_LINE.matcher(visible(lines)).replaceAll(" ");
        String trimmed = LINE_EDGES.matcher(spaced).replaceAll("\n");
        return finished(EMPTY_LINES.matcher(trimmed).replaceAll("\n\n"));
    }

    private static String visible(String words) {
        StringBuilder kept = new StringBuilder(words.length());
        words.codePoints().filter(Prompts::isKept).forEach(kept::appendCodePoint);
        return LOOSE_JOINERS.matcher(kept).replaceAll("");
    }

    private static String finished(String words) {
        String clean = words.strip();
        return clean.codePoints().anyMatch(Prompts::isSeen) ? Normalizer.normalize(clean, Normalizer.Form.NFC) : "";
    }

    private static boolean isKept(int character) {
        if (Character.isWhitespace(character) || character == ZERO_WIDTH_JOINER || character == ZERO_WIDTH_NON_JOINER) {
            return true;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> false;
            default -> !isBlank(character);
        };
    }

    /** Letters and signs that fonts draw as nothing: Hangul fillers, the empty Braille cell, extra variation selectors. */
    private static boolean isBlank(int character) {
        return switch (character) {
            case 0x115F, 0x1160, 0x3164, 0xFFA0, 0x034F, BRAILLE_BLANK -> true;
            default -> character >= 0xE0100 && character <= 0xE01EF;
        };
    }

    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.FORMAT,
                    Character.CONTROL,
                    Character.SPACE_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
