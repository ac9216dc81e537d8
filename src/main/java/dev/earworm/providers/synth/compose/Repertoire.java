package dev.earworm.providers.synth.compose;

import dev.earworm.providers.synth.prompt.PromptReader;
import dev.earworm.providers.synth.prompt.TextTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All that the composer has learned: genres, grooves, and what to play when a prompt names no genre. */
final class Repertoire {
    private final Map<String, Genre> genres = new LinkedHashMap<>();
    private final Map<String, Groove> grooves = new LinkedHashMap<>();
    private final List<TextTable> words = TextTable.read("words.txt");

    Repertoire() {
        TextTable defaults = TextTable.read("genres/defaults.txt").getFirst();
        for (String file : PromptReader.GENRE_FILES) {
            TextTable.read(file).forEach(table -> genres.put(table.name(), new Genre(table, defaults)));
        }
        List<TextTable> tables = TextTable.read("grooves.txt");
        TextTable fallback = tables.stream()
                .filter(table -> table.name().equals("default"))
                .findFirst()
                .orElseThrow();
        tables.forEach(table -> grooves.put(table.name(), Groove.parse(table, fallback)));
    }

    Iterable<Genre> genres() {
        return genres.values();
    }

    Genre genre(String name) {
        return found(genres.get(name), name);
    }

    Groove groove(String name) {
        return found(grooves.get(name), name);
    }

    /** The genres that a word of this kind (mood, instrument, texture) hints at. */
    List<String> hints(String kind, String name) {
        String key = name.toLowerCase(Locale.ROOT).replace('_', '-');
        return words.stream()
                .filter(table -> table.name().equals(kind + " hints"))
                .flatMap(table -> table.row(key).stream())
                .flatMap(row -> row.values().stream())
                .toList();
    }

    /** The genres for a prompt that hints at nothing. */
    List<String> anyGenres() {
        return words.stream()
                .filter(table -> table.name().equals("any"))
                .flatMap(table -> table.rows().getFirst().values().stream())
                .toList();
    }

    private static <T> T found(@org.jspecify.annotations.Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("not in the repertoire: " + name);
        }
        return value;
    }
}
