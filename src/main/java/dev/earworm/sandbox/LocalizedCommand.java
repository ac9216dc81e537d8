package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A command as the lists of commands show it: without its dictionaries of languages, unless asked for.
 *
 * <p>application-commands, "Retrieving localized commands": instead there is {@code name_localized} and
 * {@code description_localized} in the asker's language, where the dictionary has it.
 */
final class LocalizedCommand {
    private static final List<String> WORDS = List.of("name", "description");

    private LocalizedCommand() {}

    static ObjectNode in(String locale, ObjectNode command) {
        ObjectNode copy = command.deepCopy();
        shorten(copy, locale);
        return copy;
    }

    private static void shorten(ObjectNode node, String locale) {
        for (String word : WORDS) {
            JsonNode dictionary = node.remove(word + "_localizations");
            if (dictionary != null && dictionary.hasNonNull(locale)) {
                node.set(word + "_localized", dictionary.get(locale));
            }
        }
        for (String children : List.of("options", "choices")) {
            for (JsonNode child : node.path(children)) {
                shorten((ObjectNode) child, locale);
            }
        }
    }
}
