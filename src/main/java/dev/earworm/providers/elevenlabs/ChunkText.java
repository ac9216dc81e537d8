package dev.earworm.providers.elevenlabs;

import dev.earworm.music.PlanSection;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a chunk: the section's name in brackets, then its lines. With the most that a section may have, a name of
 * 100 characters and 30 lines of 200, it is exactly as long as the vendor takes: 6132.
 *
 * @param lines may hold directions in braces, such as {@code {whispered}}
 */
record ChunkText(String name, List<String> lines) {
    private static final Pattern NAMED = Pattern.compile("\\s*\\[([^\\]\\n]*)](.*)", Pattern.DOTALL);

    static String of(PlanSection section) {
        List<String> text = new ArrayList<>();
        // A bracket inside of the name would end it.
        text.add("[" + oneLine(section.name()).replace('[', '(').replace(']', ')') + "]");
        section.lines().stream()
                .map(ChunkText::oneLine)
                .filter(line -> !line.isEmpty())
                .forEach(text::add);
        return String.join("\n", text);
    }

    /** @param number of the section, for a text that has no name */
    static ChunkText read(String text, int number) {
        Matcher named = NAMED.matcher(text);
        return named.matches()
                ? new ChunkText(PlanJson.name(named.group(1), number), lines(named.group(2)))
                : new ChunkText(PlanJson.name("", number), lines(text));
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ").strip();
    }
}
