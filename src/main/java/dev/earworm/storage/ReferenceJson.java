package dev.earworm.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.earworm.music.Reference;

/** A reference as one column: it is never searched for. */
final class ReferenceJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReferenceJson() {}

    static String write(Reference reference) {
        try {
            return JSON.writeValueAsString(reference);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a reference that cannot be written", e);
        }
    }

    static Reference read(String json) {
        try {
            return JSON.readValue(json, Reference.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a reference that cannot be read", e);
        }
    }
}
