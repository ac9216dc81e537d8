package dev.earworm.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What a request is answered: a status and perhaps a JSON body. */
public record RestAnswer(int status, Optional<JsonNode> body) {
    public static RestAnswer ok(JsonNode body) {
        return new RestAnswer(200, Optional.of(body));
    }

    public static RestAnswer created(JsonNode body) {
        return new RestAnswer(201, Optional.of(body));
    }

    public static RestAnswer empty() {
        return new RestAnswer(204, Optional.empty());
    }
}
