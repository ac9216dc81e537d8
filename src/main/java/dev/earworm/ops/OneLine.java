package dev.earworm.ops;

/**
 * Text from outside on one line, as it may stand in a log: a member's prompt could otherwise forge an event, colour the
 * operator's terminal or turn the reading direction.
 */
final class OneLine {
    private OneLine() {}

    static String of(String text) {
        if (text.codePoints().allMatch(OneLine::isPlain)) {
            return text;
        }
        StringBuilder line = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> append(line, point));
        return line.toString();
    }

    /**
     * The same inside of a JSON string, where Jackson has escaped what JSON wants escaped: it leaves what turns the reading
     * direction, other marks that end a line, and the controls beyond ASCII, which terminals obey as well.
     */
    static String inJson(String escaped) {
        if (escaped.codePoints().allMatch(OneLine::isPlain)) {
            return escaped;
        }
        StringBuilder line = new StringBuilder(escaped.length() + 16);
        escaped.codePoints().forEach(point -> appendToJson(line, point));
        return line.toString();
    }

    private static void appendToJson(StringBuilder line, int point) {
        if (isPlain(point)) {
            line.appendCodePoint(point);
            return;
        }
        for (char unit : Character.toChars(point)) {
            line.append("\\u%04x".formatted((int) unit));
        }
    }

    private static void append(StringBuilder line, int point) {
        switch (point) {
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\t' -> line.append("\\t");
            default -> {
                if (isPlain(point)) {
                    line.appendCodePoint(point);
                } else {
                    line.append("\\u{").append(Integer.toHexString(point)).append('}');
                }
            }
        }
    }

    private static boolean isPlain(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
