package dev.earworm.settings;

import java.util.List;
import java.util.Optional;

/**
 * What a guild refuses, ready to be looked for: words, found whole whatever their case and accents, and patterns. Looking
 * takes a time that grows with the text alone: for each character at most {@link #LARGEST_PATTERNS} steps.
 */
final class WordList {
    /** Steps of all patterns together; an ordinary one has about as many as characters. */
    static final int LARGEST_PATTERNS = 1_000;

    private final List<RefusedEntry> entries;

    private WordList(List<RefusedEntry> entries) {
        this.entries = entries;
    }

    /** @param lines as {@link TypedWords} takes them; what it would not take is left out */
    static WordList of(List<String> lines) {
        return new WordList(lines.stream()
                .map(EntryReading::of)
                .filter(EntryReading.Read.class::isInstance)
                .map(EntryReading.Read.class::cast)
                .map(EntryReading.Read::entry)
                .toList());
    }

    /** The first part of a text that an entry refuses, as it is written there. */
    Optional<String> find(String text) {
        FoldedText folded = FoldedText.of(text);
        return entries.stream()
                .flatMap(entry -> entry.find(text, folded).stream())
                .findFirst();
    }
}
