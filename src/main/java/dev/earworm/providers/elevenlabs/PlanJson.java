package dev.earworm.providers.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.music.Excerpt;
import dev.earworm.music.PlanPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words that both {@link PlanShape}s share. */
final class PlanJson {
    private PlanJson() {}

    static ArrayNode texts(List<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    /** What is there and a text; blank ones are left out. */
    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        for (JsonNode text : array) {
            if (text.isTextual() && !text.textValue().isBlank()) {
                texts.add(text.textValue().strip());
            }
        }
        return texts;
    }

    /** Empty unless it is a text; Jackson's own way says "null" of a null. */
    static String text(JsonNode json) {
        return json.isTextual() ? json.textValue() : "";
    }

    /** {@code {song_id, range}}: a section's source in the one shape, a chunk in the other. */
    static ObjectNode excerpt(Excerpt excerpt) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("song_id", excerpt.songId());
        json.putObject("range")
                .put("start_ms", excerpt.from().toMillis())
                .put("end_ms", excerpt.to().toMillis());
        return json;
    }

    static Optional<Excerpt> excerpt(JsonNode json) {
        String songId = text(json.path("song_id"));
        Optional<Duration> from = milliseconds(json.path("range").path("start_ms"));
        Optional<Duration> to = milliseconds(json.path("range").path("end_ms"));
        if (songId.isBlank() || from.isEmpty() || to.isEmpty() || from.get().compareTo(to.get()) >= 0) {
            return Optional.empty();
        }
        return Optional.of(new Excerpt(songId, from.get(), to.get()));
    }

    /** Empty unless it is a number that is not negative. */
    static Optional<Duration> milliseconds(JsonNode number) {
        return number.isNumber() && number.longValue() >= 0
                ? Optional.of(Duration.ofMillis(number.longValue()))
                : Optional.empty();
    }

    /** A name that fits, whatever the vendor says; sections count from 1. */
    static String name(String text, int number) {
        String name = text.strip();
        if (name.isEmpty()) {
            return "Section " + number;
        }
        return name.length() <= PlanPolicy.MAX_NAME ? name : name.substring(0, PlanPolicy.MAX_NAME);
    }
}
