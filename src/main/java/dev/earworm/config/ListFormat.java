package dev.earworm.config;

import java.util.ArrayList;
import java.util.List;

/** Several values with commas between them, none of them twice. */
record ListFormat<T>(ValueFormat<T> entry) implements ValueFormat<List<T>> {
    @Override
    public Parsed<List<T>> parse(String text) {
        List<T> values = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String word = part.strip();
            switch (entry.parse(word)) {
                case Accepted<T>(T value)
                when values.contains(value) -> {
                    return new Refused<>(entry.shown(word) + " is there twice");
                }
                case Accepted<T>(T value) -> values.add(value);
                case Refused<T>(String reason) -> {
                    return new Refused<>(entry.shown(word) + ": " + reason);
                }
            }
        }
        return new Accepted<>(List.copyOf(values));
    }
}
