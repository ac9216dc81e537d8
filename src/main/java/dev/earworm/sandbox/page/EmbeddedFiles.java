package dev.earworm.sandbox.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.sandbox.SandboxFile;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files of a message of which some are shown by its embeds or components, and so not once more below it.
 *
 * <p>developers/reference, "Using Attachments within Embeds": {@code attachment://name} stands for a file of the message.
 */
final class EmbeddedFiles {
    private static final String SCHEME = "attachment://";

    private final List<SandboxFile> files;
    private final Set<Long> shown = new HashSet<>();

    EmbeddedFiles(List<SandboxFile> files) {
        this.files = files;
    }

    /** The same list with the places of files in it; the list given is changed. */
    ArrayNode resolved(ArrayNode parts) {
        parts.forEach(this::resolve);
        return parts;
    }

    /** Those that were not shown. */
    List<SandboxFile> others() {
        return files.stream().filter(file -> !shown.contains(file.id())).toList();
    }

    private void resolve(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> property : List.copyOf(object.properties())) {
                find(property.getValue()).ifPresent(file -> put(object, property.getKey(), file));
            }
        }
        node.forEach(this::resolve);
    }

    /** Its path, and what its uploader says for those who do not see it. */
    private void put(ObjectNode place, String property, SandboxFile file) {
        shown.add(file.id());
        place.put(property, MessageJson.path(file));
        file.description().ifPresent(words -> place.put("description", words));
    }

    private Optional<SandboxFile> find(JsonNode value) {
        if (!value.isTextual() || !value.asText().startsWith(SCHEME)) {
            return Optional.empty();
        }
        String name = value.asText().substring(SCHEME.length());
        return files.stream().filter(candidate -> candidate.name().equals(name)).findFirst();
    }
}
