package dev.earworm.settings;

/** Why a line of the list of refused words can be no word and no pattern. */
public enum WordFault {
    TOO_LONG,
    TOO_MANY,
    /** There is neither letter nor digit in it. */
    NO_WORD,
    /** This pattern, or all of them together. */
    TOO_LARGE,
    /** It finds something in an empty text, and so in every one. */
    FINDS_NOTHING,
    OPEN_PARENTHESIS,
    OPEN_BRACKET,
    NOTHING_REPEATED,
    REPEATED_TOO_OFTEN,
    RANGE,
    ESCAPE,
    /** What other dialects have and RE2 has not, as to look ahead. */
    NOT_IN_RE2,
    NO_PATTERN;

    /** By what RE2/J says of a pattern that it cannot read ({@code com.google.re2j.Parser}). */
    static WordFault ofPattern(String description) {
        return switch (description) {
            case "missing closing )" -> OPEN_PARENTHESIS;
            case "missing closing ]" -> OPEN_BRACKET;
            case "missing argument to repetition operator", "invalid nested repetition operator" -> NOTHING_REPEATED;
            case "invalid repeat count" -> REPEATED_TOO_OFTEN;
            case "invalid character class range" -> RANGE;
            case "invalid escape sequence", "trailing backslash at end of expression" -> ESCAPE;
            case "invalid or unsupported Perl syntax", "invalid named capture" -> NOT_IN_RE2;
            default -> NO_PATTERN;
        };
    }
}
