package dev.earworm.providers.synth.prompt;

import dev.earworm.providers.synth.prompt.TextTable.Row;
import dev.earworm.providers.synth.theory.Instrument;
import dev.earworm.providers.synth.theory.Meter;
import dev.earworm.providers.synth.theory.Mode;
import dev.earworm.providers.synth.theory.Texture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every phrase that the composer knows, with all that it means; a phrase may mean several things at once. */
final class Lexicon {
    /** Endings of plurals and of German and French adjectives. */
    private static final List<String> ENDINGS = List.of("en", "em", "er", "es", "e", "s", "n");

    private static final int SHORTEST_STEM = 4;

    private final Map<List<String>, List<Meaning>> phrases = new HashMap<>();
    private int longest;

    /** @param genres tables whose {@code words} row names the genre */
    Lexicon(List<TextTable> words, List<TextTable> genres) {
        words.forEach(this::addTable);
        for (TextTable genre : genres) {
            genre.row("words").ifPresent(row -> add(row, new Meaning.OfGenre(genre.name())));
        }
    }

    /** Most words in one phrase. */
    int longest() {
        return longest;
    }

    /** What the words mean as one phrase; empty when they are none. */
    List<Meaning> meanings(List<String> words) {
        List<Meaning> exact = phrases.getOrDefault(words, List.of());
        return exact.isEmpty() && words.size() == 1 ? inflected(words.getFirst()) : exact;
    }

    /** "Traurige", "flutes": the word without its ending; "Klavierballade": both halves. */
    private List<Meaning> inflected(String word) {
        for (String ending : ENDINGS) {
            String stem = word.substring(0, Math.max(0, word.length() - ending.length()));
            if (word.endsWith(ending) && stem.length() >= SHORTEST_STEM && phrases.containsKey(List.of(stem))) {
                return phrases.getOrDefault(List.of(stem), List.of());
            }
        }
        for (int cut = SHORTEST_STEM; cut <= word.length() - SHORTEST_STEM; cut++) {
            List<Meaning> first = phrases.getOrDefault(List.of(word.substring(0, cut)), List.of());
            List<Meaning> second = phrases.getOrDefault(List.of(word.substring(cut)), List.of());
            if (!first.isEmpty() && !second.isEmpty()) {
                return Stream.concat(first.stream(), second.stream()).toList();
            }
        }
        return List.of();
    }

    private void addTable(TextTable table) {
        switch (table.name()) {
            case "moods" -> addAll(table, key -> new Meaning.OfMood(Mood.valueOf(constant(key))));
            case "tempo" -> addAll(table, key -> new Meaning.OfPace(Pace.valueOf(constant(key))));
            case "modes" ->
                addAll(table, key -> new Meaning.OfMode(Mode.titled(key).orElseThrow()));
            case "meters" ->
                addAll(table, key -> new Meaning.OfMeter(Meter.titled(key).orElseThrow()));
            case "instruments" -> addAll(table, key -> new Meaning.OfInstrument(Instrument.titled(key)));
            case "textures" -> addAll(table, key -> new Meaning.OfTexture(Texture.titled(key)));
            case "drums" -> addAll(table, key -> new Meaning.OfDrums());
            default -> {
                // The tables of hints are read by Hints.
            }
        }
    }

    private void addAll(TextTable table, Function<String, Meaning> meaning) {
        table.rows().forEach(row -> add(row, meaning.apply(row.key())));
    }

    private void add(Row row, Meaning meaning) {
        for (String phrase : row.values()) {
            List<String> words = Words.of(phrase);
            phrases.computeIfAbsent(words, _ -> new ArrayList<>()).add(meaning);
            longest = Math.max(longest, words.size());
        }
    }

    private static String constant(String key) {
        return key.toUpperCase(Locale.ROOT).replace(' ', '_');
    }
}
