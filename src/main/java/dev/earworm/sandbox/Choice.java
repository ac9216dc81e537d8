package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a bot offers to a member who is typing; the value is a number's digits for a number. */
public record Choice(String name, String value) {
    static List<Choice> all(JsonNode choices) {
        List<Choice> all = new ArrayList<>();
        choices.forEach(choice -> all.add(
                new Choice(choice.path("name").asText(), choice.path("value").asText())));
        return List.copyOf(all);
    }
}
