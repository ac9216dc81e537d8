package dev.earworm.providers.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.earworm.music.CompositionPlan;
import dev.earworm.music.ModelId;
import dev.earworm.music.PlanSection;
import dev.earworm.music.Planner.PlanRequest;
import dev.earworm.music.Planner.Planning;
import dev.earworm.music.Planner.Planning.NotPlanned;
import dev.earworm.music.Planner.Planning.Planned;
import dev.earworm.music.Planner.SectionRequest;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderFailure.ContentRefused;
import dev.earworm.music.ProviderFailure.Internal;
import dev.earworm.music.ProviderFailure.RateLimited;
import dev.earworm.music.ProviderFailure.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElevenLabsPlannerTest {
    private static final CompositionPlan PLAN = new CompositionPlan(
            List.of("folk"),
            List.of(),
            List.of(PlanSection.of("Verse", Duration.ofSeconds(15), List.of(), List.of("Flow on"))));

    private static final String SECTIONS = """
            {"positive_global_styles":["folk"],"negative_global_styles":[],"sections":[{"section_name":"Verse",
             "positive_local_styles":[],"negative_local_styles":[],"duration_ms":15000,"lines":["Flow on"]}]}""";

    private static final String CHUNKS = """
            {"chunks":[{"text":"[Verse]\\nFlow on","duration_ms":15000,"positive_styles":["folk"],"negative_styles":[]}]}""";

    private final VendorDesk vendor = new VendorDesk();

    @AfterEach
    void closeVendor() {
        vendor.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {SECTIONS, CHUNKS, "{\"composition_plan\":" + CHUNKS + "}"})
    void aPlanIsReadInEitherShape(String answer) {
        vendor.answers(200, answer);

        assertThat(plan(Optional.empty(), Optional.empty())).isEqualTo(new Planned(PLAN));
    }

    @Test
    void thePromptGoesAloneWhereNothingElseIsAsked() throws JsonProcessingException {
        vendor.answers(200, CHUNKS);

        plan(Optional.empty(), Optional.empty());

        RecordedRequest request = vendor.nextRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /v1/music/plan HTTP/1.1");
        assertThat(request.getHeaders().get("xi-api-key")).isEqualTo(VendorDesk.API_KEY);
        assertBody(request, "{\"prompt\":\"a river\",\"model_id\":\"music_v2\"}");
    }

    @Test
    void aLengthAndAPlanToStartFromGoWithIt() throws JsonProcessingException {
        vendor.answers(200, CHUNKS);

        plan(Optional.of(Duration.ofSeconds(90)), Optional.of(PLAN));

        assertBody(vendor.nextRequest(), """
                {"prompt":"a river","model_id":"music_v2","music_length_ms":90000,"source_composition_plan":%s}""".formatted(CHUNKS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "<html>", "{\"chunks\":[]}", ""})
    void anAnswerThatIsNoPlanFailsForGood(String answer) {
        vendor.answers(200, answer);

        assertThat(failure()).isInstanceOf(Internal.class);
    }

    @Test
    void aRefusalIsSortedAsAnyOther() {
        vendor.answers(400, """
                {"detail":{"status":"bad_prompt","message":"No.","data":{"prompt_suggestion":"another river"}}}""");
        vendor.answers(429, "{\"detail\":{\"code\":\"rate_limit_exceeded\"}}");

        assertThat(failure()).isInstanceOf(ContentRefused.class);
        assertThat(failure()).isInstanceOf(RateLimited.class);
    }

    @Test
    void aPlanIsFreeSoNothingAboutItIsUnknown() {
        vendor.answers(500, "");
        vendor.answers(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());

        assertThat(failure()).isInstanceOf(Unavailable.class);
        assertThat(failure()).isInstanceOf(Unavailable.class);
    }

    @Test
    void aSectionIsWrittenAnewFromThePlanInWordsAndTheOthersAreOurs() throws JsonProcessingException {
        CompositionPlan two = PLAN.withSections(List.of(
                PLAN.sections().getFirst(),
                PlanSection.of("Hook", Duration.ofSeconds(10), List.of("loud"), List.of())));
        vendor.answers(200, """
                {"chunks":[{"text":"[Changed]\\nOf itself","duration_ms":9000,"positive_styles":["folk"],"negative_styles":[]},
                 {"text":"[Chorus]\\nLa la","duration_ms":16000,"positive_styles":["folk","choir"],"negative_styles":[]}]}""");

        Planning planning = redo(two, 1, "a river");

        assertThat(planning)
                .isEqualTo(new Planned(two.withSection(
                        1, PlanSection.of("Hook", Duration.ofSeconds(10), List.of("choir"), List.of("La la")))));
        JsonNode body = body(vendor.nextRequest());
        assertThat(body.path("prompt").textValue())
                .startsWith("a river\n\nKeep the sections of the source plan")
                .contains("Write section 2, \"Hook\", anew:");
        assertThat(body.path("source_composition_plan").path("chunks")).hasSize(2);
        assertThat(body.has("music_length_ms")).isFalse();
    }

    @Test
    void anAnswerWithOtherSectionsIsNoneOfThem() {
        vendor.answers(200, CHUNKS);
        CompositionPlan two = PLAN.withSections(
                List.of(PLAN.sections().getFirst(), PLAN.sections().getFirst()));

        assertThat(redo(two, 0, "a river"))
                .isEqualTo(new NotPlanned(new Internal("the vendor's plan has other sections")));
    }

    @Test
    void theLongestPromptLeavesRoomForTheWish() throws JsonProcessingException {
        vendor.answers(200, CHUNKS);

        redo(PLAN, 0, "🎸".repeat(2050));

        String prompt = body(vendor.nextRequest()).path("prompt").textValue();
        assertThat(prompt.length()).isLessThanOrEqualTo(4100);
        assertThat(prompt).endsWith("exactly as they are.").doesNotContain("?");
    }

    private Planning redo(CompositionPlan plan, int index, String prompt) {
        return vendor.provider()
                .planner()
                .orElseThrow()
                .sections()
                .orElseThrow()
                .redo(new SectionRequest(new ModelId("elevenlabs", "music_v2"), prompt, plan, index));
    }

    private static JsonNode body(RecordedRequest request) throws JsonProcessingException {
        return new JsonMapper()
                .readTree(Objects.requireNonNull(request.getBody()).utf8());
    }

    private ProviderFailure failure() {
        return ((NotPlanned) plan(Optional.empty(), Optional.empty())).failure();
    }

    private Planning plan(Optional<Duration> length, Optional<CompositionPlan> source) {
        PlanRequest request = new PlanRequest(new ModelId("elevenlabs", "music_v2"), "a river", length, source);
        return vendor.provider().planner().orElseThrow().plan(request);
    }

    private static void assertBody(RecordedRequest request, String expected) throws JsonProcessingException {
        JsonMapper json = new JsonMapper();
        assertThat(json.readTree(Objects.requireNonNull(request.getBody()).utf8()))
                .isEqualTo(json.readTree(expected));
    }
}
