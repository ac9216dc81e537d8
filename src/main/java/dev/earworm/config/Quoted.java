package dev.earworm.config;

/** Text from outside, made fit for one line of a sentence. */
final class Quoted {
    private static final int LONGEST = 80;

    private Quoted() {}

    /** In quotation marks, cut where it is long, control characters replaced. */
    static String of(String text) {
        int length = text.codePointCount(0, text.length());
        String start = length > LONGEST ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…" : text;
        return '"' + plain(start) + '"';
    }

    /** Whole and without quotation marks, control characters replaced. */
    static String plain(String text) {
        return text.codePoints()
                .map(point -> isPrintable(point) ? point : '\uFFFD')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isPrintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
