package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fills in a command as Discord's client does: only options that exist, of the right type, within their limits.
 *
 * <p>Call with the world's lock held. What the client would not let through is a {@link ClientRefusalException}.
 */
final class CommandForm {
    private final ObjectNode definition;
    private final OptionValues values;

    CommandForm(ObjectNode definition, OptionValues values) {
        this.definition = definition;
        this.values = values;
    }

    /** The data of a command that is sent off. */
    ObjectNode completed(List<String> path, Map<String, Object> options) {
        return data(path, options, Optional.empty());
    }

    /** The data of a command that is still being typed, with the cursor in one option. */
    ObjectNode typing(List<String> path, Map<String, Object> options, String focused) {
        return data(path, options, Optional.of(focused));
    }

    private ObjectNode data(List<String> path, Map<String, Object> options, Optional<String> focused) {
        ObjectNode data = Json.object();
        data.put("id", definition.path("id").asText());
        data.put("name", definition.path("name").asText());
        data.put("type", 1);
        if (definition.has("guild_id")) {
            data.set("guild_id", definition.get("guild_id"));
        }
        JsonNode level = definition;
        ArrayNode target = data.putArray("options");
        for (String step : path) {
            level = child(level, step);
            ObjectNode nested = target.addObject();
            nested.put("name", step);
            nested.put("type", level.path("type").asInt());
            target = nested.putArray("options");
        }
        fill(level, options, focused, target);
        if (!values.resolved().isEmpty()) {
            data.set("resolved", values.resolved());
        }
        return data;
    }

    private static JsonNode child(JsonNode level, String name) {
        for (JsonNode option : level.path("options")) {
            if (isNested(option) && option.path("name").asText().equals(name)) {
                return option;
            }
        }
        throw new ClientRefusalException(
                "/%s has no subcommand %s".formatted(level.path("name").asText(), name));
    }

    private void fill(JsonNode level, Map<String, Object> given, Optional<String> focused, ArrayNode target) {
        Map<String, Object> left = new LinkedHashMap<>(given);
        for (JsonNode option : level.path("options")) {
            String name = option.path("name").asText();
            if (isNested(option)) {
                throw new ClientRefusalException("/%s needs a subcommand"
                        .formatted(definition.path("name").asText()));
            }
            Object value = left.remove(name);
            if (value != null) {
                add(option, value, focused, target);
            } else if (option.path("required").asBoolean() && focused.isEmpty()) {
                throw new ClientRefusalException("%s is required".formatted(name));
            }
        }
        if (!left.isEmpty()) {
            throw new ClientRefusalException("/%s has no option %s"
                    .formatted(definition.path("name").asText(), String.join(", ", left.keySet())));
        }
    }

    private void add(JsonNode option, Object value, Optional<String> focused, ArrayNode target) {
        String name = option.path("name").asText();
        ObjectNode filled = target.addObject();
        filled.put("name", name);
        filled.put("type", option.path("type").asInt());
        if (focused.filter(name::equals).isPresent()) {
            if (!option.path("autocomplete").asBoolean()) {
                throw new ClientRefusalException("%s has no autocomplete".formatted(name));
            }
            filled.put("value", value.toString());
            filled.put("focused", true);
        } else {
            filled.set("value", values.of(option, value));
        }
    }

    /** The type of the option that the cursor is in. */
    static int focusedType(JsonNode data) {
        for (JsonNode option : data.path("options")) {
            int type = option.path("focused").asBoolean() ? option.path("type").asInt() : focusedType(option);
            if (type != 0) {
                return type;
            }
        }
        return 0;
    }

    private static boolean isNested(JsonNode option) {
        return option.path("type").asInt() <= 2;
    }
}
