package dev.earworm.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.sandbox.rules.DiscordException;
import dev.earworm.sandbox.rules.FormErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A request to the API, read and ready: parameters of the path and query, JSON body, files. */
public record RestRequest(
        Map<String, String> pathParameters, Map<String, String> query, JsonNode body, List<Upload> uploads)
        implements AutoCloseable {

    public String path(String name) {
        String value = pathParameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no such path parameter: " + name);
        }
        return value;
    }

    /** An id of the path; 50035 if it is none. */
    public long id(String name) {
        return snowflake(path(name), name + "_id");
    }

    public Optional<String> queried(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** A yes of the query, which Discord takes as {@code True}, {@code true} or {@code 1}. */
    public boolean isAsked(String name) {
        return queried(name).filter(Set.of("True", "true", "1")::contains).isPresent();
    }

    public Optional<Long> queriedId(String name) {
        return queried(name).map(value -> snowflake(value, name));
    }

    /** A number of the query within its range; 50035 if it is none. */
    public int queried(String name, int minimum, int maximum, int absent) {
        Optional<String> value = queried(name);
        if (value.isEmpty()) {
            return absent;
        }
        if (!value.get().matches("\\d{1,9}")) {
            throw FormErrors.of(name, "NUMBER_TYPE_COERCE", "Value \"%s\" is not int.".formatted(value.get()));
        }
        int number = Integer.parseInt(value.get());
        if (number < minimum || number > maximum) {
            throw FormErrors.of(
                    name, "NUMBER_TYPE_RANGE", "Value should be between %d and %d.".formatted(minimum, maximum));
        }
        return number;
    }

    /** The body, which must be a JSON object. */
    public ObjectNode object() {
        if (body instanceof ObjectNode object) {
            return object;
        }
        throw FormErrors.of("_body", "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
    }

    /** An id in the body; 50035 if it is missing or none. */
    public long bodyId(String name) {
        JsonNode value = object().path(name);
        if (value.isMissingNode() || value.isNull()) {
            throw FormErrors.of(name, "BASE_TYPE_REQUIRED", "This field is required");
        }
        return snowflake(value.asText(), name);
    }

    /** Removes the files that nobody took over. */
    @Override
    public void close() throws IOException {
        for (Upload upload : uploads) {
            Files.deleteIfExists(upload.path());
        }
    }

    private static long snowflake(String value, String name) throws DiscordException {
        if (!value.matches("\\d{1,19}")) {
            throw FormErrors.of(name, "NUMBER_TYPE_COERCE", "Value \"%s\" is not snowflake.".formatted(value));
        }
        return Long.parseUnsignedLong(value);
    }
}
