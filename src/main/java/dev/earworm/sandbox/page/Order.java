package dev.earworm.sandbox.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.earworm.sandbox.Attached;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a browser asks for: JSON, and with a form also files by the names of their parts.
 *
 * @param json always an object
 */
record Order(JsonNode json, Map<String, Attached> files) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** All files together, as they are held in memory; a member may send ten of ten megabytes. */
    private static final long MOST_BYTES = 100L << 20;

    static Order of(Context request) {
        return request.isMultipartFormData()
                ? new Order(json(Objects.requireNonNullElse(request.formParam("order"), "")), files(request))
                : new Order(json(request.body()), Map.of());
    }

    /** A word that the order must have. */
    String text(String name) {
        JsonNode value = json.path(name);
        if (!value.isTextual()) {
            throw new UnfitOrder("The order has no %s.".formatted(name));
        }
        return value.asText();
    }

    long id(String name) {
        try {
            return Long.parseUnsignedLong(text(name));
        } catch (NumberFormatException _) {
            throw new UnfitOrder("%s is no id.".formatted(name));
        }
    }

    List<String> texts(String name) {
        return json.path(name).valueStream().map(JsonNode::asText).toList();
    }

    Map<String, String> fields(String name) {
        Map<String, String> fields = new LinkedHashMap<>();
        json.path(name)
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        return fields;
    }

    private static JsonNode json(String text) {
        try {
            JsonNode json = MAPPER.readTree(text);
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException _) {
            // Said below.
        }
        throw new UnfitOrder("The order is no JSON object.");
    }

    private static Map<String, Attached> files(Context request) {
        if (request.uploadedFiles().stream().mapToLong(UploadedFile::size).sum() > MOST_BYTES) {
            throw new UnfitOrder("That is more than can be sent at once.");
        }
        Map<String, Attached> files = new LinkedHashMap<>();
        request.uploadedFileMap()
                .forEach((name, uploads) ->
                        uploads.stream().limit(1).forEach(upload -> files.put(name, attached(upload))));
        return files;
    }

    private static Attached attached(UploadedFile upload) {
        try (InputStream content = upload.content()) {
            return Attached.bytes(upload.filename(), content.readAllBytes());
        } catch (IOException _) {
            throw new UnfitOrder("%s could not be read.".formatted(upload.filename()));
        }
    }
}
