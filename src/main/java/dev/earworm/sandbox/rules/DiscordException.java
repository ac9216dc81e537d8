package dev.earworm.sandbox.rules;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;

/** Ends a request with a refusal of Discord's; the REST server turns it into the answer. */
public final class DiscordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final DiscordError error;
    private final transient Optional<ObjectNode> fields;
    private final transient Optional<Duration> retryAfter;

    public DiscordException(DiscordError error) {
        this(error, Optional.empty());
    }

    DiscordException(DiscordError error, Optional<ObjectNode> fields) {
        this(error, fields, Optional.empty());
    }

    private DiscordException(DiscordError error, Optional<ObjectNode> fields, Optional<Duration> retryAfter) {
        super(error.code() + " " + error.message());
        this.error = error;
        this.fields = fields;
        this.retryAfter = retryAfter;
    }

    /** A refusal that passes with time. */
    public static DiscordException tooOften(DiscordError error, Duration retryAfter) {
        return new DiscordException(error, Optional.empty(), Optional.of(retryAfter));
    }

    public DiscordError error() {
        return error;
    }

    /** When it is worth another try; empty if time does not help. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /**
     * Discord's answer: {@code {"message", "code"}}, for an invalid form with the tree {@code "errors"}, for a limit with
     * {@code "retry_after"} in seconds and {@code "global"}.
     */
    public ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("message", error.message());
        body.put("code", error.code());
        fields.ifPresent(tree -> body.set("errors", tree));
        retryAfter.ifPresent(
                wait -> body.put("retry_after", wait.toMillis() / 1000.0).put("global", false));
        return body;
    }
}
