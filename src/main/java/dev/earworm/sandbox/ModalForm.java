package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.sandbox.rules.ComponentRules;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Fills in a form as Discord's client does: required fields and lengths are checked before it is sent. */
final class ModalForm {
    private ModalForm() {}

    static ObjectNode data(SandboxModal modal, Map<String, String> values) {
        Set<String> unknown = new HashSet<>(values.keySet());
        modal.fields().forEach(field -> unknown.remove(field.customId()));
        if (!unknown.isEmpty()) {
            throw new ClientRefusalException("the form %s has no fields %s".formatted(modal.title(), unknown));
        }
        ObjectNode data = Json.object();
        data.put("custom_id", modal.customId());
        ArrayNode parts = data.putArray("components");
        int id = 1;
        for (SandboxModal.Field field : modal.fields()) {
            String value = values.getOrDefault(field.customId(), field.prefilled());
            check(field, value);
            addPart(parts.addObject(), modal, field, value, id);
            id += 2;
        }
        return data;
    }

    /** The answer has the shape of the question: a label around the field, or the older row. */
    private static void addPart(ObjectNode part, SandboxModal modal, SandboxModal.Field field, String value, int id) {
        boolean isLabelled = isLabelled(modal.json().path("components"), field.customId());
        part.put("type", isLabelled ? ComponentRules.LABEL : ComponentRules.ROW);
        part.put("id", id);
        ObjectNode input = isLabelled
                ? part.putObject("component")
                : part.putArray("components").addObject();
        input.put("type", field.isMenu() ? ComponentRules.STRING_SELECT : ComponentRules.TEXT_INPUT);
        input.put("id", id + 1);
        input.put("custom_id", field.customId());
        if (!field.isMenu()) {
            input.put("value", value);
            return;
        }
        ArrayNode chosen = input.putArray("values");
        if (!value.isEmpty()) {
            chosen.add(value);
        }
    }

    private static boolean isLabelled(JsonNode parts, String customId) {
        for (JsonNode part : parts) {
            if (part.path("component").path("custom_id").asText().equals(customId)) {
                return true;
            }
        }
        return false;
    }

    private static void check(SandboxModal.Field field, String value) {
        int length = value.codePointCount(0, value.length());
        if (length == 0 && !field.isRequired()) {
            return;
        }
        if (field.isMenu() && !field.values().contains(value)) {
            throw new ClientRefusalException("the menu %s offers %s".formatted(field.customId(), field.values()));
        }
        int shortest = Math.max(1, field.shortest());
        if (length < shortest || length > field.longest()) {
            throw new ClientRefusalException("%s must have %d to %d characters, has %d"
                    .formatted(field.customId(), shortest, field.longest(), length));
        }
    }
}
