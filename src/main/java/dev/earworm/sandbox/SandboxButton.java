package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earworm.sandbox.rules.ComponentRules;
import java.util.ArrayList;
import java.util.List;

/**
 * A button below a message.
 *
 * @param customId what the bot gets when it is pressed; empty for a link
 * @param url where a link leads; empty for any other button
 */
public record SandboxButton(String label, String customId, String url, int style, boolean isDisabled) {
    static List<SandboxButton> all(JsonNode components) {
        List<SandboxButton> buttons = new ArrayList<>();
        components.forEach(component -> collect(component, buttons));
        return List.copyOf(buttons);
    }

    boolean isCalled(String labelOrId) {
        return label.equals(labelOrId) || customId.equals(labelOrId);
    }

    private static void collect(JsonNode component, List<SandboxButton> buttons) {
        if (component.path("type").asInt() == ComponentRules.BUTTON) {
            buttons.add(of(component));
        }
        component.path("components").forEach(child -> collect(child, buttons));
        if (component.has("accessory")) {
            collect(component.get("accessory"), buttons);
        }
    }

    private static SandboxButton of(JsonNode json) {
        return new SandboxButton(
                json.path("label").asText(""),
                json.path("custom_id").asText(""),
                json.path("url").asText(""),
                json.path("style").asInt(),
                json.path("disabled").asBoolean());
    }
}
