package dev.earworm.providers.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/**
 * Makes {@code sectionName} into {@code section_name}, in keys on every level: the vendor's types say the one, the tests
 * of its own client the other (https://github.com/elevenlabs/elevenlabs-python/blob/main/tests/test_music_multipart.py).
 */
final class SnakeCase {
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])([A-Z])");

    private SnakeCase() {}

    static JsonNode of(JsonNode json) {
        if (json.isObject()) {
            ObjectNode snake = JsonNodeFactory.instance.objectNode();
            json.properties().forEach(field -> snake.set(key(field.getKey()), of(field.getValue())));
            return snake;
        }
        if (json.isArray()) {
            ArrayNode snake = JsonNodeFactory.instance.arrayNode();
            json.forEach(element -> snake.add(of(element)));
            return snake;
        }
        return json;
    }

    private static String key(String name) {
        return HUMP.matcher(name)
                .replaceAll(hump -> "_" + Character.toLowerCase(hump.group(1).charAt(0)));
    }
}
