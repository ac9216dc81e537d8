package dev.earworm.sandbox.rules;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Ends a request with a refusal of Discord's; the REST server turns it into the answer. */
public final class DiscordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final DiscordError error;
    private final transient Optional<ObjectNode> fields;

    public DiscordException(DiscordError error) {
        this(error, Optional.empty());
    }

    DiscordException(DiscordError error, Optional<ObjectNode> fields) {
        super(error.code() + " " + error.message());
        this.error = error;
        this.fields = fields;
    }

    public DiscordError error() {
        return error;
    }

    /** Discord's answer: {@code {"message", "code"}} and, for an invalid form, the tree {@code "errors"}. */
    public ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("message", error.message());
        body.put("code", error.code());
        fields.ifPresent(tree -> body.set("errors", tree));
        return body;
    }
}
