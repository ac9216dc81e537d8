package dev.earworm.providers.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earworm.music.Suggestion;
import dev.earworm.music.Suggestion.OtherPlan;
import dev.earworm.music.Suggestion.OtherPrompt;
import dev.earworm.providers.VendorAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What ElevenLabs says of a failure, read from any of its four shapes under {@code detail}: an object with {@code type}
 * and {@code code}, the older object with {@code status}, a list of field errors, and a plain text.
 *
 * @param signals type, code and legacy status, in lower case; one fault has different words in each
 * @param message for the operator
 * @param suggestion a prompt or a plan that the vendor would take instead
 */
record ElevenLabsFault(Set<String> signals, String message, Optional<Suggestion> suggestion) {
    static ElevenLabsFault of(VendorAnswer answer) {
        JsonNode detail = answer.json().path("detail");
        if (detail.isObject()) {
            return ofObject(detail);
        }
        if (detail.isArray()) {
            return plain(fieldErrors(detail));
        }
        return plain(detail.isTextual() ? detail.textValue() : "no explanation");
    }

    boolean saysAnyOf(Set<String> words) {
        return signals.stream().anyMatch(words::contains);
    }

    private static ElevenLabsFault ofObject(JsonNode detail) {
        Set<String> signals = texts(detail, "type", "code", "status")
                .map(text -> text.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        String message =
                texts(detail, "type", "code", "status", "message", "request_id").collect(Collectors.joining(" · "));
        return new ElevenLabsFault(signals, message, suggestion(SnakeCase.of(detail.path("data"))));
    }

    private static ElevenLabsFault plain(String message) {
        return new ElevenLabsFault(Set.of(), message, Optional.empty());
    }

    private static Optional<Suggestion> suggestion(JsonNode data) {
        Optional<Suggestion> prompt = texts(data, "prompt_suggestion")
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .<Suggestion>map(OtherPrompt::new)
                .findFirst();
        return prompt.or(
                () -> PlanShape.read(data.path("composition_plan_suggestion")).map(OtherPlan::new));
    }

    /** Where and what, but not the refused value: it is the member's own text. */
    private static String fieldErrors(JsonNode errors) {
        List<String> lines = new ArrayList<>();
        for (JsonNode error : errors) {
            List<String> place = new ArrayList<>();
            error.path("loc").forEach(step -> place.add(step.asText()));
            lines.add(String.join(".", place) + ": " + error.path("msg").asText());
        }
        return String.join("; ", lines);
    }

    private static Stream<String> texts(JsonNode object, String... fields) {
        return Stream.of(fields).map(object::path).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }
}
