package dev.earworm.providers.elevenlabs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.music.CompositionPlan;
import dev.earworm.music.ModelId;
import java.util.Optional;

/**
 * The two shapes in which ElevenLabs writes a plan of a song. A model refuses the other's
 * (https://elevenlabs.io/docs/api-reference/music/compose).
 */
enum PlanShape {
    /** {@code MusicPrompt}: styles of the whole song, and sections with their own. */
    SECTIONS {
        @Override
        ObjectNode write(CompositionPlan plan) {
            return SectionsPlan.write(plan);
        }
    },
    /** {@code CompositionPlan}: chunks that each have all their styles, and the section's name in the text. */
    CHUNKS {
        @Override
        ObjectNode write(CompositionPlan plan) {
            return ChunksPlan.write(plan);
        }
    };

    private static final JsonMapper JSON = new JsonMapper();

    /** What the model takes; the first one has a shape of its own. */
    static PlanShape of(ModelId model) {
        return model.model().equals("music_v1") ? SECTIONS : CHUNKS;
    }

    abstract ObjectNode write(CompositionPlan plan);

    /**
     * Reads whichever shape it is, in either spelling of the keys.
     *
     * @param json the plan, or a text that holds it
     * @return empty for everything that is no plan, or has no section
     */
    static Optional<CompositionPlan> read(JsonNode json) {
        JsonNode plan = SnakeCase.of(unquoted(json));
        return plan.path("chunks").isArray() ? ChunksPlan.read(plan) : SectionsPlan.read(plan);
    }

    private static JsonNode unquoted(JsonNode json) {
        if (!json.isTextual()) {
            return json;
        }
        try {
            return JSON.readTree(json.textValue());
        } catch (JsonProcessingException e) {
            return json;
        }
    }
}
