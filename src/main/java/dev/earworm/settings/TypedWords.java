package dev.earworm.settings;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What an admin typed as the list of what a guild refuses: an entry a line. */
public sealed interface TypedWords {
    /** Lines of a list. */
    int MOST = 200;

    /** @param entries without empty lines and repetitions */
    record Clear(List<String> entries) implements TypedWords {}

    /**
     * None of it can be taken.
     *
     * @param mistakes in the order of the lines
     */
    record Mistaken(List<Mistake> mistakes) implements TypedWords {}

    /**
     * What is wrong with a line.
     *
     * @param line its number, from 1
     * @param typed what stands there
     */
    record Mistake(int line, String typed, WordFault fault) {}

    static TypedWords read(String typed) {
        List<String> lines = typed.lines().map(String::strip).toList();
        Set<String> entries = new LinkedHashSet<>();
        List<Mistake> mistakes = new ArrayList<>();
        int size = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isEmpty() || !entries.add(line)) {
                continue;
            }
            switch (EntryReading.of(line)) {
                case EntryReading.Wrong wrong -> mistakes.add(new Mistake(i + 1, line, wrong.fault()));
                case EntryReading.Read read -> {
                    size += read.entry().size();
                    if (entries.size() > MOST) {
                        mistakes.add(new Mistake(i + 1, line, WordFault.TOO_MANY));
                    } else if (size > WordList.LARGEST_PATTERNS) {
                        mistakes.add(new Mistake(i + 1, line, WordFault.TOO_LARGE));
                    }
                }
            }
        }
        return mistakes.isEmpty() ? new Clear(List.copyOf(entries)) : new Mistaken(List.copyOf(mistakes));
    }
}
