package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Gives each component of a message a number of its own: "generated sequentially if left empty", 0 is empty, and what the
 * bot chose itself stays.
 *
 * <p>developers/components/reference, "Anatomy of a Component".
 */
final class ComponentNumbers {
    private static final String ID = "id";

    private ComponentNumbers() {}

    /** A numbered copy. */
    static ArrayNode numbered(ArrayNode components) {
        ArrayNode copy = components.deepCopy();
        List<ObjectNode> all = new ArrayList<>();
        collect(copy, all);
        Set<Integer> taken = new HashSet<>();
        all.forEach(component -> taken.add(component.path(ID).asInt()));
        int next = 1;
        for (ObjectNode component : all) {
            if (component.path(ID).asInt() == 0) {
                while (!taken.add(next)) {
                    next++;
                }
                component.put(ID, next);
            }
        }
        return copy;
    }

    private static void collect(JsonNode components, List<ObjectNode> all) {
        for (JsonNode node : components) {
            if (node instanceof ObjectNode component) {
                all.add(component);
                collect(component.path("components"), all);
                if (component.path("accessory") instanceof ObjectNode accessory) {
                    all.add(accessory);
                }
            }
        }
    }
}
