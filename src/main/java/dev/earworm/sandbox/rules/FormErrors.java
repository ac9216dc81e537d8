package dev.earworm.sandbox.rules;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What is wrong with a request body, and where: Discord's {@code errors} tree.
 *
 * <p>Each path leads to an {@code _errors} list of {@code {code, message}}, for example {@code embeds → 0 → title → _errors}.
 */
public final class FormErrors {
    private final ObjectNode tree = JsonNodeFactory.instance.objectNode();

    /** Notes one mistake; the path is dotted, {@code embeds.0.title}. */
    public void add(String path, String code, String message) {
        ObjectNode node = tree;
        for (String step : path.split("\\.", -1)) {
            node = node.withObjectProperty(step);
        }
        node.withArrayProperty("_errors").addObject().put("code", code).put("message", message);
    }

    public boolean isEmpty() {
        return tree.isEmpty();
    }

    /** Ends the request with 50035 if anything was noted. */
    public void throwIfAny() {
        if (!isEmpty()) {
            throw new DiscordException(DiscordError.INVALID_FORM_BODY, Optional.of(tree));
        }
    }

    /** A form with a single mistake. */
    public static DiscordException of(String path, String code, String message) {
        FormErrors errors = new FormErrors();
        errors.add(path, code, message);
        return new DiscordException(DiscordError.INVALID_FORM_BODY, Optional.of(errors.tree));
    }
}
