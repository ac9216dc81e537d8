package dev.earworm.providers.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.music.CompositionPlan;
import dev.earworm.music.PlanPolicy;
import dev.earworm.music.PlanSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Plans of {@code music_v2} and {@code music_v2_5}, as {@link PlanShape#CHUNKS}.
 *
 * <p>A chunk knows no styles of the whole song: written, each repeats them; read, those that all chunks have are the
 * song's. A chunk that is kept sound has neither name nor styles.
 */
final class ChunksPlan {
    private ChunksPlan() {}

    static ObjectNode write(CompositionPlan plan) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode chunks = json.putArray("chunks");
        plan.sections().forEach(section -> chunks.add(write(section, plan)));
        return json;
    }

    /** Empty when anything of it makes no sense: half a plan would be another song. */
    static Optional<CompositionPlan> read(JsonNode json) {
        List<PlanSection> sections = new ArrayList<>();
        for (JsonNode chunk : json.path("chunks")) {
            Optional<PlanSection> read = section(chunk, sections.size() + 1);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            sections.add(read.get());
        }
        return sections.isEmpty() ? Optional.empty() : Optional.of(withSharedStyles(sections));
    }

    private static ObjectNode write(PlanSection section, CompositionPlan plan) {
        return section.source().map(PlanJson::excerpt).orElseGet(() -> generation(section, plan));
    }

    private static ObjectNode generation(PlanSection section, CompositionPlan plan) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("text", ChunkText.of(section))
                .put("duration_ms", section.length().toMillis());
        json.set("positive_styles", PlanJson.texts(together(plan.styles(), section.styles())));
        json.set("negative_styles", PlanJson.texts(together(plan.avoided(), section.avoided())));
        return json;
    }

    /** The song's first, since they set the tone; but where there is no room for all, the section's own go before. */
    private static List<String> together(List<String> ofTheSong, List<String> own) {
        List<String> others = ofTheSong.stream()
                .distinct()
                .filter(style -> !own.contains(style))
                .toList();
        List<String> kept = own.stream().distinct().limit(PlanPolicy.MAX_STYLES).toList();
        return Stream.concat(others.stream().limit(PlanPolicy.MAX_STYLES - kept.size()), kept.stream())
                .toList();
    }

    private static Optional<PlanSection> section(JsonNode chunk, int number) {
        if (!chunk.path("text").isTextual()) {
            return PlanJson.excerpt(chunk).map(excerpt -> PlanSection.kept(PlanJson.name("", number), excerpt));
        }
        ChunkText text = ChunkText.read(PlanJson.text(chunk.path("text")), number);
        return PlanJson.milliseconds(chunk.path("duration_ms"))
                .map(length -> new PlanSection(
                        text.name(),
                        length,
                        PlanJson.texts(chunk.path("positive_styles")),
                        PlanJson.texts(chunk.path("negative_styles")),
                        text.lines(),
                        Optional.empty()));
    }

    private static CompositionPlan withSharedStyles(List<PlanSection> sections) {
        List<String> styles = shared(sections, PlanSection::styles);
        List<String> avoided = shared(sections, PlanSection::avoided);
        List<PlanSection> rest = sections.stream()
                .map(section -> new PlanSection(
                        section.name(),
                        section.length(),
                        without(styles, section.styles()),
                        without(avoided, section.avoided()),
                        section.lines(),
                        section.source()))
                .toList();
        return new CompositionPlan(styles, avoided, rest);
    }

    private static List<String> shared(List<PlanSection> sections, Function<PlanSection, List<String>> part) {
        List<List<String>> all = sections.stream()
                .filter(section -> section.source().isEmpty())
                .map(part)
                .toList();
        return all.stream()
                .limit(1)
                .flatMap(List::stream)
                .distinct()
                .filter(style -> all.stream().allMatch(styles -> styles.contains(style)))
                .toList();
    }

    private static List<String> without(List<String> taken, List<String> styles) {
        return styles.stream().filter(style -> !taken.contains(style)).toList();
    }
}
