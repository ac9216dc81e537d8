package dev.earworm.providers.elevenlabs;

import static dev.earworm.providers.elevenlabs.PlanShape.CHUNKS;
import static dev.earworm.providers.elevenlabs.PlanShape.SECTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.earworm.music.CompositionPlan;
import dev.earworm.music.Excerpt;
import dev.earworm.music.ModelId;
import dev.earworm.music.PlanPolicy;
import dev.earworm.music.PlanSection;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans in both of the vendor's shapes, in its literal JSON. */
class PlanShapeTest {
    private static final CompositionPlan PLAN = new CompositionPlan(
            List.of("pop", "warm synths"),
            List.of("metal"),
            List.of(
                    new PlanSection(
                            "Verse 1",
                            Duration.ofSeconds(15),
                            List.of("soft"),
                            List.of("brass"),
                            List.of("City lights are fading", "{whispered} We keep moving"),
                            Optional.empty()),
                    PlanSection.of("Outro", Duration.ofMillis(5500), List.of("pads"), List.of())));

    private static final Excerpt KEPT = new Excerpt("sng_1", Duration.ofSeconds(2), Duration.ofMillis(17_050));

    @ParameterizedTest
    @CsvSource({"music_v1, SECTIONS", "music_v2, CHUNKS", "music_v2_5, CHUNKS", "music_v9, CHUNKS"})
    void everyModelHasItsShape(String model, PlanShape expected) {
        assertThat(PlanShape.of(new ModelId("elevenlabs", model))).isEqualTo(expected);
    }

    @Test
    void theFirstModelsPlanHasSections() {
        String json = """
                {"positive_global_styles":["pop","warm synths"],"negative_global_styles":["metal"],"sections":[
                 {"section_name":"Verse 1","duration_ms":15000,"positive_local_styles":["soft"],
                  "negative_local_styles":["brass"],"lines":["City lights are fading","{whispered} We keep moving"]},
                 {"section_name":"Outro","duration_ms":5500,"positive_local_styles":["pads"],
                  "negative_local_styles":[],"lines":[]}]}""";

        assertThat(json(SECTIONS.write(PLAN))).isEqualTo(json(json));
        assertThat(PlanShape.read(json(json))).contains(PLAN);
    }

    @Test
    void theNewerModelsPlanHasChunksThatEachRepeatTheSongsStyles() {
        String json = """
                {"chunks":[
                 {"text":"[Verse 1]\\nCity lights are fading\\n{whispered} We keep moving","duration_ms":15000,
                  "positive_styles":["pop","warm synths","soft"],"negative_styles":["metal","brass"]},
                 {"text":"[Outro]","duration_ms":5500,
                  "positive_styles":["pop","warm synths","pads"],"negative_styles":["metal"]}]}""";

        assertThat(json(CHUNKS.write(PLAN))).isEqualTo(json(json));
        assertThat(PlanShape.read(json(json))).contains(PLAN);
    }

    @Test
    void aKeptPartOfASongIsASourceInTheOneShapeAndAReferenceInTheOther() {
        CompositionPlan plan = PLAN.withSections(List.of(PlanSection.kept("Verse", KEPT)));
        String section = """
                {"positive_global_styles":["pop","warm synths"],"negative_global_styles":["metal"],"sections":[
                 {"section_name":"Verse","duration_ms":15050,"positive_local_styles":[],"negative_local_styles":[],
                  "lines":[],"source_from":{"song_id":"sng_1","range":{"start_ms":2000,"end_ms":17050}}}]}""";
        String chunk = """
                {"chunks":[{"song_id":"sng_1","range":{"start_ms":2000,"end_ms":17050}}]}""";

        assertThat(json(SECTIONS.write(plan))).isEqualTo(json(section));
        assertThat(PlanShape.read(json(section))).contains(plan);
        assertThat(json(CHUNKS.write(plan))).isEqualTo(json(chunk));
        assertThat(PlanShape.read(json(chunk)).orElseThrow().sections())
                .containsExactly(PlanSection.kept("Section 1", KEPT));
    }

    @Test
    void aSongThatIsExtendedHasTheOldPartsAndOneThatIsMade() {
        PlanSection coda = PlanSection.of("Coda", Duration.ofSeconds(10), List.of(), List.of());
        JsonNode chunks = json(CHUNKS.write(PLAN.extended("sng_1", coda))).path("chunks");

        assertThat(chunks).hasSize(3);
        assertThat(chunks.get(0))
                .isEqualTo(json("{\"song_id\":\"sng_1\",\"range\":{\"start_ms\":0,\"end_ms\":15000}}"));
        assertThat(chunks.get(1))
                .isEqualTo(json("{\"song_id\":\"sng_1\",\"range\":{\"start_ms\":15000,\"end_ms\":20500}}"));
        assertThat(chunks.get(2).path("text").asText()).isEqualTo("[Coda]");
    }

    /** A section of the first model lasts 120 seconds at most; a reference of the others as long as the song. */
    @Test
    void aKeptPartThatIsTooLongForASectionBecomesSeveral() {
        CompositionPlan plan = PLAN.withSections(
                List.of(PlanSection.kept("Song", new Excerpt("s", Duration.ofSeconds(10), Duration.ofSeconds(251)))));

        JsonNode sections = json(SECTIONS.write(plan)).path("sections");

        assertThat(sections).hasSize(3);
        assertThat(sections)
                .allSatisfy(section ->
                        assertThat(section.path("duration_ms").asLong()).isBetween(3000L, 120_000L));
        assertThat(PlanShape.read(SECTIONS.write(plan)).orElseThrow().length()).isEqualTo(plan.length());
        assertThat(sections.get(2).path("source_from").path("range"))
                .isEqualTo(json("{\"start_ms\":170666,\"end_ms\":251000}"));
        assertThat(CHUNKS.write(plan).path("chunks")).hasSize(1);
    }

    @Test
    void theLargestPlanThatWeTakeIsOneThatTheVendorTakes() {
        List<String> styles =
                IntStream.range(0, 50).mapToObj(number -> "style " + number).toList();
        List<String> others =
                IntStream.range(0, 50).mapToObj(number -> "other " + number).toList();
        PlanSection largest = new PlanSection(
                "n".repeat(100),
                Duration.ofSeconds(20),
                others,
                others,
                Collections.nCopies(30, "l".repeat(200)),
                Optional.empty());
        CompositionPlan plan = new CompositionPlan(styles, styles, Collections.nCopies(30, largest));

        assertThat(PlanPolicy.problems(plan)).isEmpty();
        assertThat(CHUNKS.write(plan).path("chunks")).hasSize(30).allSatisfy(chunk -> {
            assertThat(chunk.path("text").asText()).hasSize(6132);
            assertThat(chunk.path("positive_styles")).hasSize(50);
            assertThat(chunk.path("negative_styles")).hasSize(50);
        });
        assertThat(SECTIONS.write(plan).path("sections")).hasSize(30);
    }

    @Test
    void whereAChunkHasNoRoomForAllStylesItsOwnGoBeforeTheSongs() {
        List<String> styles =
                IntStream.range(0, 49).mapToObj(number -> "style " + number).toList();
        CompositionPlan plan = new CompositionPlan(
                styles,
                List.of(),
                List.of(PlanSection.of("Solo", Duration.ofSeconds(9), List.of("a", "b", "a", "style 3"), List.of())));

        JsonNode written = CHUNKS.write(plan).path("chunks").get(0).path("positive_styles");

        assertThat(written).hasSize(50);
        assertThat(PlanJson.texts(written)).startsWith("style 0", "style 1", "style 2", "style 4");
        assertThat(PlanJson.texts(written)).endsWith("a", "b", "style 3").doesNotContain("style 48");
    }

    @Test
    void bracketsAndLineEndsInANameOrALineDoNotBreakTheText() {
        CompositionPlan plan = PLAN.withSections(List.of(PlanSection.of(
                "Verse [1]\nslow", Duration.ofSeconds(9), List.of(), List.of("one\ntwo", " ", "three"))));

        JsonNode written = CHUNKS.write(plan);

        assertThat(written.path("chunks").get(0).path("text").asText()).isEqualTo("[Verse (1) slow]\none two\nthree");
        assertThat(PlanShape.read(written).orElseThrow().sections().getFirst().lines())
                .containsExactly("one two", "three");
    }

    @Test
    void aChunkWithoutANameIsNumbered() {
        String chunk = """
                {"chunks":[{"text":"[ ]\\n\\nla la\\n","duration_ms":3000,"positive_styles":[]},
                           {"text":"no name\\n[aside]","duration_ms":3000,"positive_styles":[]},
                           {"text":"[Solo] {scratching}","duration_ms":3000,"positive_styles":[]},
                           {"text":"","duration_ms":3000,"positive_styles":[]}]}""";

        List<PlanSection> sections = PlanShape.read(json(chunk)).orElseThrow().sections();

        assertThat(sections)
                .extracting(PlanSection::name)
                .containsExactly("Section 1", "Section 2", "Solo", "Section 4");
        assertThat(sections)
                .extracting(PlanSection::lines)
                .containsExactly(List.of("la la"), List.of("no name", "[aside]"), List.of("{scratching}"), List.of());
    }

    @Test
    void aPlanMayBeATextThatHoldsIt() {
        assertThat(PlanShape.read(TextNode.valueOf(CHUNKS.write(PLAN).toString())))
                .contains(PLAN);
        assertThat(PlanShape.read(TextNode.valueOf(SECTIONS.write(PLAN).toString())))
                .contains(PLAN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "\"words\"",
                "[]",
                "{}",
                "{\"sections\":[]}",
                "{\"chunks\":[]}",
                "{\"chunks\":[7]}",
                "{\"chunks\":[{\"text\":\"x\"}]}",
                "{\"chunks\":[{\"text\":\"x\",\"duration_ms\":-5}]}",
                "{\"chunks\":[{\"song_id\":\"s\",\"range\":{\"start_ms\":5,\"end_ms\":5}}]}",
                "{\"chunks\":[{\"song_id\":\"\",\"range\":{\"start_ms\":5,\"end_ms\":9}}]}",
                "{\"sections\":[{\"section_name\":\"x\"}]}",
                "{\"sections\":[{\"duration_ms\":3000},{}]}"
            })
    void whatIsNoWholePlanIsNone(String text) {
        assertThat(PlanShape.read(json(text))).isEmpty();
    }

    @Test
    void aSectionIsReadWithoutTheFieldsThatItCanDoWithout() {
        String text = """
                {"sections":[{"section_name":"%s","duration_ms":3000,"source_from":null}]}""".formatted("x".repeat(300));

        assertThat(PlanShape.read(json(text)).orElseThrow().sections())
                .containsExactly(PlanSection.of("x".repeat(100), Duration.ofSeconds(3), List.of(), List.of()));
    }

    /** As it is on the wire, where a number has no size. */
    private static JsonNode json(JsonNode written) {
        return json(written.toString());
    }

    private static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
