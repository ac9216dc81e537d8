package dev.earworm.providers.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.music.CompositionPlan;
import dev.earworm.music.Excerpt;
import dev.earworm.music.PlanPolicy;
import dev.earworm.music.PlanSection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans of {@code music_v1}, as {@link PlanShape#SECTIONS}; it is the shape that the domain's own plan follows. */
final class SectionsPlan {
    private SectionsPlan() {}

    static ObjectNode write(CompositionPlan plan) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("positive_global_styles", PlanJson.texts(plan.styles()));
        json.set("negative_global_styles", PlanJson.texts(plan.avoided()));
        ArrayNode sections = json.putArray("sections");
        plan.sections().stream()
                .flatMap(section -> shortEnough(section).stream())
                .map(SectionsPlan::write)
                .forEach(sections::add);
        return json;
    }

    /** Empty when anything of it makes no sense: half a plan would be another song. */
    static Optional<CompositionPlan> read(JsonNode json) {
        List<PlanSection> sections = new ArrayList<>();
        for (JsonNode section : json.path("sections")) {
            Optional<PlanSection> read = section(section, sections.size() + 1);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            sections.add(read.get());
        }
        return sections.isEmpty()
                ? Optional.empty()
                : Optional.of(new CompositionPlan(
                        PlanJson.texts(json.path("positive_global_styles")),
                        PlanJson.texts(json.path("negative_global_styles")),
                        sections));
    }

    private static ObjectNode write(PlanSection section) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("section_name", section.name())
                .put("duration_ms", section.length().toMillis());
        json.set("positive_local_styles", PlanJson.texts(section.styles()));
        json.set("negative_local_styles", PlanJson.texts(section.avoided()));
        json.set("lines", PlanJson.texts(section.lines()));
        section.source().ifPresent(source -> json.set("source_from", PlanJson.excerpt(source)));
        return json;
    }

    /** What is kept of a song may be longer than a section: then it is several, of the same length. */
    private static List<PlanSection> shortEnough(PlanSection section) {
        if (section.source().isEmpty() || section.length().compareTo(PlanPolicy.LONGEST_SECTION) <= 0) {
            return List.of(section);
        }
        Excerpt whole = section.source().get();
        long count =
                whole.length().plus(PlanPolicy.LONGEST_SECTION).minusMillis(1).dividedBy(PlanPolicy.LONGEST_SECTION);
        List<PlanSection> parts = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            parts.add(PlanSection.kept(section.name(), part(whole, i, count)));
        }
        return parts;
    }

    private static Excerpt part(Excerpt whole, long index, long count) {
        Duration from = whole.from().plusMillis(whole.length().toMillis() * index / count);
        Duration to = whole.from().plusMillis(whole.length().toMillis() * (index + 1) / count);
        return new Excerpt(whole.songId(), from, to);
    }

    private static Optional<PlanSection> section(JsonNode json, int number) {
        return PlanJson.milliseconds(json.path("duration_ms"))
                .map(length -> new PlanSection(
                        PlanJson.name(PlanJson.text(json.path("section_name")), number),
                        length,
                        PlanJson.texts(json.path("positive_local_styles")),
                        PlanJson.texts(json.path("negative_local_styles")),
                        PlanJson.texts(json.path("lines")),
                        PlanJson.excerpt(json.path("source_from"))));
    }
}
