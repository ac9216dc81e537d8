package dev.earworm.providers.elevenlabs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.earworm.music.TimedWord;
import dev.earworm.music.TrackDetails;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What ElevenLabs tells of a song beside its sound. Everything may be missing or null; what makes no sense is left out.
 *
 * <p>The vendor says nothing of money here: a header {@code character-cost} was seen on sound effects only, and counts
 * credits, which are worth a different sum in every plan.
 */
final class DetailsJson {
    private static final JsonMapper JSON = new JsonMapper();

    private DetailsJson() {}

    static TrackDetails read(String text) {
        JsonNode json = SnakeCase.of(parsed(text));
        JsonNode song = json.path("song_metadata");
        return new TrackDetails(
                text(song.path("title")),
                text(song.path("description")),
                PlanJson.texts(song.path("genres")),
                PlanShape.read(json.path("composition_plan")),
                words(json.path("words_timestamps")),
                Optional.empty(),
                Optional.empty());
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static Optional<String> text(JsonNode json) {
        return Optional.ofNullable(json.textValue()).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static List<TimedWord> words(JsonNode json) {
        List<TimedWord> words = new ArrayList<>();
        for (JsonNode word : json) {
            Optional<String> sung = text(word.path("word"));
            Optional<Duration> from = PlanJson.milliseconds(word.path("start_ms"));
            Optional<Duration> to = PlanJson.milliseconds(word.path("end_ms"));
            if (sung.isPresent() && from.isPresent() && to.isPresent()) {
                words.add(new TimedWord(sung.get(), from.get(), to.get()));
            }
        }
        return words;
    }
}
