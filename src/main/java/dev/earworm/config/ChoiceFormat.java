package dev.earworm.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** One of a few words, each with what it stands for. */
record ChoiceFormat<T>(SequencedMap<String, T> choices) implements ValueFormat<T> {
    static <T> ChoiceFormat<T> of(String word, T value) {
        return new ChoiceFormat<T>(new LinkedHashMap<>()).or(word, value);
    }

    ChoiceFormat<T> or(String word, T value) {
        SequencedMap<String, T> more = new LinkedHashMap<>(choices);
        more.put(word, value);
        return new ChoiceFormat<>(more);
    }

    @Override
    public Parsed<T> parse(String text) {
        T value = choices.get(text);
        return value == null ? new Refused<>("allowed is " + allowed()) : new Accepted<>(value);
    }

    /** As {@code "elevenlabs, aimlapi or synth"}. */
    private String allowed() {
        List<String> words = List.copyOf(choices.sequencedKeySet());
        return String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    }
}
