package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earworm.sandbox.rules.ComponentRules;
import java.util.ArrayList;
import java.util.List;

/** A form that the bot opened on a member's screen. */
public record SandboxModal(String customId, String title, List<Field> fields, JsonNode json) {
    /**
     * A text field, or a menu of which one value is chosen; lengths in code points.
     *
     * @param values what a menu offers; empty for a text field
     */
    public record Field(
            String customId,
            String label,
            boolean isRequired,
            int shortest,
            int longest,
            String prefilled,
            List<String> values) {
        boolean isMenu() {
            return !values.isEmpty();
        }
    }

    static SandboxModal of(JsonNode data) {
        List<Field> fields = new ArrayList<>();
        for (JsonNode part : data.path("components")) {
            JsonNode input = part.path("type").asInt() == ComponentRules.LABEL
                    ? part.path("component")
                    : part.path("components").path(0);
            if (input.path("type").asInt() == ComponentRules.TEXT_INPUT) {
                fields.add(field(part, input));
            } else if (input.path("type").asInt() == ComponentRules.STRING_SELECT) {
                fields.add(menu(part, input));
            }
        }
        return new SandboxModal(
                data.path("custom_id").asText(), data.path("title").asText(), List.copyOf(fields), data.deepCopy());
    }

    private static Field field(JsonNode part, JsonNode input) {
        return new Field(
                input.path("custom_id").asText(),
                input.path("label").asText(part.path("label").asText("")),
                input.path("required").asBoolean(true),
                input.path("min_length").asInt(0),
                input.path("max_length").asInt(4000),
                input.path("value").asText(""),
                List.of());
    }

    private static Field menu(JsonNode part, JsonNode input) {
        List<String> values = new ArrayList<>();
        String chosen = "";
        for (JsonNode option : input.path("options")) {
            values.add(option.path("value").asText());
            chosen = option.path("default").asBoolean() ? option.path("value").asText() : chosen;
        }
        return new Field(
                input.path("custom_id").asText(),
                part.path("label").asText(),
                input.path("required").asBoolean(true),
                0,
                100,
                chosen,
                List.copyOf(values));
    }
}
