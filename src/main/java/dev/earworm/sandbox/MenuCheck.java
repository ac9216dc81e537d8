package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earworm.sandbox.rules.ComponentRules;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What Discord's client lets a member select in a menu of texts. */
final class MenuCheck {
    private MenuCheck() {}

    static void check(SandboxMessage message, String customId, List<String> values) {
        JsonNode menu = find(message.body().components(), customId)
                .orElseThrow(() -> new ClientRefusalException("no menu %s in %s".formatted(customId, message)));
        if (menu.path("disabled").asBoolean()) {
            throw new ClientRefusalException("the menu %s is disabled".formatted(customId));
        }
        int fewest = menu.path("min_values").asInt(1);
        int most = menu.path("max_values").asInt(1);
        if (values.size() < fewest || values.size() > most) {
            throw new ClientRefusalException("the menu %s takes %d to %d values".formatted(customId, fewest, most));
        }
        Set<String> offered = new HashSet<>();
        menu.path("options").forEach(option -> offered.add(option.path("value").asText()));
        if (!offered.containsAll(values)) {
            throw new ClientRefusalException("the menu %s offers %s".formatted(customId, offered));
        }
    }

    private static Optional<JsonNode> find(JsonNode components, String customId) {
        for (JsonNode component : components) {
            boolean isMenu = component.path("type").asInt() == ComponentRules.STRING_SELECT;
            if (isMenu && component.path("custom_id").asText().equals(customId)) {
                return Optional.of(component);
            }
            Optional<JsonNode> nested = find(component.path("components"), customId);
            if (nested.isPresent()) {
                return nested;
            }
        }
        return Optional.empty();
    }
}
