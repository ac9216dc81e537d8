package dev.earworm.discord.component;

import dev.earworm.discord.words.Prompts;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Styles as they stand in a field of a form: with commas between, or a line each, and a minus before those that are not
 * wanted.
 *
 * @param wanted in the order in which they were typed
 */
record StyleText(List<String> wanted, List<String> avoided) {
    private static final String SEPARATORS = "[,\\u3001\\uff0c\\n]";
    /** A minus, and what keyboards and word processors make of one. */
    private static final String MINUS = "[-\\u2010-\\u2015\\u2212\\uff0d]\\s*";

    static StyleText read(String typed) {
        List<String> all = Arrays.stream(typed.split(SEPARATORS))
                .map(Prompts::line)
                .filter(style -> !withoutMinus(style).isEmpty())
                .toList();
        return new StyleText(
                all.stream().filter(style -> !isAvoided(style)).toList(),
                all.stream()
                        .filter(StyleText::isAvoided)
                        .map(StyleText::withoutMinus)
                        .toList());
    }

    /** For a field that is only for what is wanted, or only for what is not: a minus says nothing there. */
    static List<String> list(String typed) {
        return Arrays.stream(typed.split(SEPARATORS))
                .map(Prompts::line)
                .map(StyleText::withoutMinus)
                .filter(style -> !style.isEmpty())
                .toList();
    }

    /** Reading this again gives the same styles, if none has a comma in it. */
    String written() {
        return Stream.concat(wanted.stream(), avoided.stream().map("-"::concat)).collect(Collectors.joining(", "));
    }

    private static boolean isAvoided(String style) {
        return style.matches(MINUS + ".*");
    }

    private static String withoutMinus(String style) {
        return style.replaceFirst("^" + MINUS, "");
    }
}
