package dev.earworm.providers.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.CompositionPlan;
import dev.earworm.music.ModelId;
import dev.earworm.music.PlanSection;
import dev.earworm.music.SongRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The vendor's table of fields: which is sent when, and which never. */
class ElevenLabsSongTest {
    private static final CompositionPlan PLAN = new CompositionPlan(
            List.of("folk"), List.of(), List.of(PlanSection.of("Intro", Duration.ofSeconds(12), List.of(), List.of())));

    private static final CompositionPlan SUNG =
            PLAN.withSections(List.of(PlanSection.of("Verse", Duration.ofSeconds(12), List.of(), List.of("Flow on"))));

    @Test
    void aPromptHasLengthAndModelBesideIt() {
        assertThat(plain(song("music_v2"))).isEqualTo(json("""
                {"model_id":"music_v2","prompt":"a calm river","music_length_ms":42000,"force_instrumental":false}"""));
    }

    @Test
    void aSongThatMayBeSungComesWithTheTimesOfItsWords() {
        SongRequest instrumental = song("music_v2", true, Optional.empty());

        assertThat(detailed(song("music_v2")).path("with_timestamps").booleanValue())
                .isTrue();
        assertThat(detailed(song("music_v2").withPlan(SUNG))
                        .path("with_timestamps")
                        .booleanValue())
                .isTrue();
        assertThat(detailed(song("music_v2").withPlan(PLAN)).has("with_timestamps"))
                .isFalse();
        assertThat(detailed(instrumental).has("with_timestamps")).isFalse();
        assertThat(detailed(instrumental).path("force_instrumental").booleanValue())
                .isTrue();
    }

    @Test
    void lyricsStandMarkedAfterTheWordsOfThePrompt() {
        assertThat(plain(song("music_v1", false, Optional.of("[Verse]\nFlow on")))
                        .path("prompt")
                        .textValue())
                .isEqualTo("a calm river\n\nLyrics:\n[Verse]\nFlow on");
    }

    @Test
    void aPlanHasNeitherPromptNorLengthBesideIt() {
        assertThat(plain(song("music_v2_5").withPlan(PLAN))).isEqualTo(json("""
                {"model_id":"music_v2_5","composition_plan":{"chunks":[
                  {"text":"[Intro]","duration_ms":12000,"positive_styles":["folk"],"negative_styles":[]}]}}"""));
    }

    @Test
    void theFirstModelIsToldToKeepToTheLengthsOfSections() {
        assertThat(plain(song("music_v1").withPlan(PLAN))).isEqualTo(json("""
                {"model_id":"music_v1","respect_sections_durations":true,"composition_plan":{
                  "positive_global_styles":["folk"],"negative_global_styles":[],"sections":[
                    {"section_name":"Intro","duration_ms":12000,"positive_local_styles":[],"negative_local_styles":[],
                     "lines":[]}]}}"""));
    }

    @Test
    void aSeedIsSentWithAPlanOnly() {
        SongRequest seeded = song("music_v2").withSeed(OptionalLong.of(SongRequest.MAX_SEED));

        assertThat(plain(seeded).has("seed")).isFalse();
        assertThat(plain(seeded.withPlan(PLAN)).path("seed").longValue()).isEqualTo(2_147_483_647L);
    }

    @Test
    void aPlanThatShallNotBeSungAvoidsVocals() {
        SongRequest instrumental = song("music_v2", true, Optional.empty()).withPlan(PLAN);

        JsonNode chunk =
                plain(instrumental).path("composition_plan").path("chunks").get(0);

        assertThat(chunk.path("negative_styles")).isEqualTo(json("[\"vocals\"]"));
        assertThat(plain(instrumental).has("force_instrumental")).isFalse();
    }

    @Test
    void aSongIsKeptByTheVendorOnlyWhereTheOperatorWantsIt() {
        assertThat(plain(song("music_v2")).has("store_for_inpainting")).isFalse();
        assertThat(json(new ElevenLabsSong(song("music_v2"), SongKeeping.KEPT)
                                .detailed()
                                .toString())
                        .path("store_for_inpainting")
                        .booleanValue())
                .isTrue();
    }

    private static JsonNode plain(SongRequest request) {
        return json(new ElevenLabsSong(request, SongKeeping.NOT_KEPT).plain().toString());
    }

    private static JsonNode detailed(SongRequest request) {
        return json(new ElevenLabsSong(request, SongKeeping.NOT_KEPT).detailed().toString());
    }

    private static SongRequest song(String model) {
        return song(model, false, Optional.empty());
    }

    private static SongRequest song(String model, boolean instrumental, Optional<String> lyrics) {
        return new SongRequest(
                new ModelId("elevenlabs", model),
                "a calm river",
                Duration.ofSeconds(42),
                instrumental,
                lyrics,
                AudioFormat.MP3,
                OptionalLong.empty(),
                Optional.empty());
    }

    private static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
