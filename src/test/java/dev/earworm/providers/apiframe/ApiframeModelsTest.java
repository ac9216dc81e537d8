package dev.earworm.providers.apiframe;

import static dev.earworm.providers.apiframe.ApiframeFixtures.accepted;
import static dev.earworm.providers.apiframe.ApiframeFixtures.assertJson;
import static dev.earworm.providers.apiframe.ApiframeFixtures.in;
import static dev.earworm.providers.apiframe.ApiframeFixtures.instrumental;
import static dev.earworm.providers.apiframe.ApiframeFixtures.song;
import static dev.earworm.providers.apiframe.ApiframeFixtures.sung;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.Commission;
import dev.earworm.music.CompositionPlan;
import dev.earworm.music.JobId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.PlanSection;
import dev.earworm.music.SongRequest;
import dev.earworm.providers.AudioFetcher;
import dev.earworm.providers.FetchConfig;
import dev.earworm.providers.VendorTimeouts;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each model is sent: exactly what the vendor's schema lists, and nothing beside it. */
class ApiframeModelsTest {
    private static final JobId JOB = new JobId("01hzy5c8k0abcdef");
    private static final long TEN_MEGABYTES = 10 << 20;
    private static final String LYRICS = "[Verse]\nLight rain";

    /** Every key that the schema of a model's parameters lists. */
    private static final Map<String, Set<String>> SCHEMA = Map.of(
            "elevenlabsParams", Set.of("music_length_ms", "force_instrumental", "output_format"),
            "sunoParams",
                    Set.of(
                            "custom_mode",
                            "instrumental",
                            "model_version",
                            "style",
                            "title",
                            "negative_tags",
                            "vocal_gender",
                            "style_weight",
                            "weirdness_constraint",
                            "auto_lyrics"),
            "udioParams", Set.of("lyrics_type", "style", "title", "negative_tags", "seed"),
            "producerParams",
                    Set.of(
                            "model_version",
                            "lyrics",
                            "instrumental",
                            "seed",
                            "title",
                            "lyrics_strength",
                            "sound_strength",
                            "weirdness"),
            "murekaParams", Set.of("n", "lyrics", "instrumental", "model_version"));

    private static final Map<String, String> PARAMETERS = Map.of(
            "elevenlabs-music", "elevenlabsParams",
            "suno", "sunoParams",
            "udio", "udioParams",
            "producer", "producerParams",
            "lyria-3-clip", "lyriaParams",
            "lyria-3-pro", "lyriaParams",
            "mureka", "murekaParams");

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void startServer() throws IOException {
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void elevenLabsIsToldTheLengthAlways() throws Exception {
        assertJson(submitted(song("elevenlabs-music")), """
                {"model":"elevenlabs-music","prompt":"a calm river",
                 "elevenlabsParams":{"music_length_ms":42000,"force_instrumental":false,
                  "output_format":"mp3_high_quality"}}""");
    }

    @Test
    void elevenLabsHasAFieldForNoSinging() throws Exception {
        assertJson(submitted(instrumental(song("elevenlabs-music"))), """
                {"model":"elevenlabs-music","prompt":"a calm river",
                 "elevenlabsParams":{"music_length_ms":42000,"force_instrumental":true,
                  "output_format":"mp3_high_quality"}}""");
    }

    @Test
    void elevenLabsTakesLyricsInItsPrompt() throws Exception {
        assertJson(submitted(sung(song("elevenlabs-music"), LYRICS)), """
                {"model":"elevenlabs-music","prompt":"a calm river\\n\\nLyrics:\\n[Verse]\\nLight rain",
                 "elevenlabsParams":{"music_length_ms":42000,"force_instrumental":false,
                  "output_format":"mp3_high_quality"}}""");
    }

    @ParameterizedTest
    @CsvSource({
        "MP3,  42,  10485760, mp3_high_quality",
        "OGG,  42,  10485760, mp3_high_quality",
        "WAV,  42,  10485760, wav_cd_quality",
        "FLAC, 42,  10485760, wav_cd_quality",
        "WAV,  60,  10485760, mp3_high_quality",
        "WAV,  300, 10485760, mp3_high_quality",
        "WAV,  300, 52953000, wav_cd_quality",
        "WAV,  300, 52920000, mp3_high_quality",
        "MP3,  300, 7000000,  mp3_standard",
        "WAV,  300, 7000000,  mp3_standard",
        "MP3,  300, 1000000,  mp3_high_quality"
    })
    void elevenLabsMakesTheBestFileThatFits(AudioFormat format, int seconds, long limit, String output)
            throws Exception {
        SongRequest song = in(format, song("elevenlabs-music")).withLength(Duration.ofSeconds(seconds));

        JsonNode body = body(submitted(new Commission(JOB, song, limit, Optional.empty())));

        assertThat(body.at("/elevenlabsParams/output_format").textValue()).isEqualTo(output);
        assertThat(body.at("/elevenlabsParams/music_length_ms").isInt()).isTrue();
    }

    @Test
    void sunoIsAskedSimplyWhereThereAreNoLyrics() throws Exception {
        assertJson(submitted(song("suno")), """
                {"model":"suno","prompt":"a calm river","sunoParams":{"custom_mode":false,"instrumental":false}}""");
        assertJson(submitted(instrumental(song("suno"))), """
                {"model":"suno","prompt":"a calm river","sunoParams":{"custom_mode":false,"instrumental":true}}""");
    }

    @Test
    void sunoTakesLyricsAsItsPromptInCustomMode() throws Exception {
        assertJson(submitted(sung(song("suno"), LYRICS)), """
                {"model":"suno","prompt":"[Verse]\\nLight rain",
                 "sunoParams":{"custom_mode":true,"instrumental":false,"style":"a calm river","title":"a calm river"}}""");
    }

    @ParameterizedTest
    @CsvSource({
        "'a  calm\nriver',            'a calm river'",
        "'\u0007',                    Song",
        "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb ccc',"
                + " 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb'"
    })
    void aTitleIsTheBeginningOfThePrompt(String prompt, String title) throws Exception {
        JsonNode body = body(submitted(sung(song("suno").withPrompt(prompt), LYRICS)));

        assertThat(body.at("/sunoParams/title").textValue()).isEqualTo(title);
    }

    @Test
    void aTitleIsNeverLongerThanTheVendorTakesNorCutInsideACharacter() throws Exception {
        JsonNode letters = body(submitted(sung(song("suno").withPrompt("x".repeat(500)), LYRICS)));
        JsonNode emoji = body(submitted(sung(song("udio").withPrompt("x" + "🎹".repeat(100)), LYRICS)));

        assertThat(letters.at("/sunoParams/title").textValue()).isEqualTo("x".repeat(80));
        assertThat(emoji.at("/udioParams/title").textValue()).isEqualTo("x" + "🎹".repeat(39));
    }

    @Test
    void udioIsToldWhoseLyricsItSings() throws Exception {
        assertJson(submitted(song("udio")), """
                {"model":"udio","prompt":"a calm river","udioParams":{"lyrics_type":"generate"}}""");
        assertJson(submitted(instrumental(song("udio"))), """
                {"model":"udio","prompt":"a calm river","udioParams":{"lyrics_type":"instrumental"}}""");
        assertJson(submitted(sung(song("udio"), LYRICS)), """
                {"model":"udio","prompt":"[Verse]\\nLight rain",
                 "udioParams":{"lyrics_type":"user","style":"a calm river","title":"a calm river"}}""");
    }

    @Test
    void udiosSeedIsANumberAndProducersIsAText() throws Exception {
        assertJson(submitted(song("udio").withSeed(OptionalLong.of(SongRequest.MAX_SEED))), """
                {"model":"udio","prompt":"a calm river","udioParams":{"lyrics_type":"generate","seed":2147483647}}""");
        assertJson(submitted(song("producer").withSeed(OptionalLong.of(7))), """
                {"model":"producer","prompt":"a calm river","producerParams":{"instrumental":false,"seed":"7"}}""");
    }

    @Test
    void producerHasFieldsForLyricsAndForNoSinging() throws Exception {
        assertJson(submitted(sung(song("producer"), LYRICS)), """
                {"model":"producer","prompt":"a calm river",
                 "producerParams":{"instrumental":false,"lyrics":"[Verse]\\nLight rain"}}""");
        assertJson(submitted(instrumental(song("producer"))), """
                {"model":"producer","prompt":"a calm river","producerParams":{"instrumental":true}}""");
    }

    @Test
    void lyriaIsToldEverythingInItsPrompt() throws Exception {
        assertJson(submitted(song("lyria-3-clip")), """
                {"model":"lyria-3-clip","prompt":"a calm river"}""");
        assertJson(submitted(instrumental(song("lyria-3-clip"))), """
                {"model":"lyria-3-clip","prompt":"a calm river\\n\\nInstrumental only, no vocals."}""");
        assertJson(submitted(sung(song("lyria-3-clip"), LYRICS)), """
                {"model":"lyria-3-clip","prompt":"a calm river\\n\\nLyrics:\\n[Verse]\\nLight rain"}""");
    }

    @Test
    void lyriaProIsToldTheLengthToo() throws Exception {
        assertJson(submitted(instrumental(song("lyria-3-pro"))), """
                {"model":"lyria-3-pro",
                 "prompt":"a calm river\\n\\nLength: 42 seconds.\\n\\nInstrumental only, no vocals."}""");
        assertJson(submitted(sung(song("lyria-3-pro"), LYRICS)), """
                {"model":"lyria-3-pro",
                 "prompt":"a calm river\\n\\nLength: 42 seconds.\\n\\nLyrics:\\n[Verse]\\nLight rain"}""");
    }

    @Test
    void murekaIsAskedForOneSongBecauseEachCosts() throws Exception {
        assertJson(submitted(song("mureka")), """
                {"model":"mureka","prompt":"a calm river","murekaParams":{"n":1,"instrumental":false}}""");
        assertJson(submitted(instrumental(song("mureka"))), """
                {"model":"mureka","prompt":"a calm river","murekaParams":{"n":1,"instrumental":true}}""");
        assertJson(submitted(sung(song("mureka"), LYRICS)), """
                {"model":"mureka","prompt":"a calm river",
                 "murekaParams":{"n":1,"instrumental":false,"lyrics":"[Verse]\\nLight rain"}}""");
    }

    @Test
    void aPlanIsPutInWordsAndItsLyricsGoWhereLyricsGo() throws Exception {
        CompositionPlan plan = new CompositionPlan(
                List.of("folk"),
                List.of("drums"),
                List.of(
                        PlanSection.of("Intro", Duration.ofSeconds(10), List.of("harp"), List.of()),
                        PlanSection.of("Verse", Duration.ofSeconds(20), List.of(), List.of("Light rain"))));

        assertJson(submitted(song("producer").withPlan(plan)), """
                {"model":"producer",
                 "prompt":"a calm river\\nStyle: folk.\\nAvoid: drums.\\nStructure:\\n1. Intro (10 s): harp; instrumental.\\n2. Verse (20 s).",
                 "producerParams":{"instrumental":false,"lyrics":"[Verse]\\nLight rain"}}""");
        assertThat(body(submitted(song("suno").withPlan(plan))).path("prompt").textValue())
                .isEqualTo("[Verse]\nLight rain");
    }

    @Test
    void theVendorIsAskedToCallWhereItCan() throws Exception {
        URI address = URI.create("https://bot.example/webhooks/apiframe");

        assertJson(submitted(Optional.of(address), Commission.of(JOB, song("lyria-3-clip"))), """
                {"model":"lyria-3-clip","prompt":"a calm river",
                 "webhookUrl":"https://bot.example/webhooks/apiframe","webhookEvents":["completed","failed"]}""");
        assertThat(provider(Optional.of(address)).webhooks()).isPresent();
    }

    @Test
    void noModelIsEverSentAKeyThatItsSchemaDoesNotListNorATextThatIsTooLong() throws Exception {
        for (MusicModel model : provider(Optional.empty()).models()) {
            for (SongRequest song : everyKind(model)) {
                JsonNode body = body(submitted(
                        Optional.of(URI.create("https://bot.example/w")),
                        new Commission(JOB, song, TEN_MEGABYTES, Optional.empty())));
                String parameters = PARAMETERS.get(model.id().model());

                assertThat(keys(body))
                        .isSubsetOf("model", "prompt", "webhookUrl", "webhookEvents", parameters)
                        .contains("model", "prompt");
                assertThat(keys(body.path(parameters))).isSubsetOf(SCHEMA.getOrDefault(parameters, Set.of()));
                assertFits(model, body, body.path(parameters));
            }
        }
    }

    private static void assertFits(MusicModel model, JsonNode body, JsonNode parameters) {
        boolean mureka = model.id().model().equals("mureka");
        boolean simple = model.id().model().equals("suno")
                && !parameters.path("custom_mode").booleanValue();
        assertThat(body.path("prompt").textValue())
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(mureka ? 1024 : simple ? 500 : 5000);
        assertThat(parameters.path("lyrics").asText("")).hasSizeLessThanOrEqualTo(mureka ? 3000 : 5000);
        assertThat(parameters.path("style").asText("")).hasSizeLessThanOrEqualTo(1000);
        assertThat(parameters.path("title").asText("")).hasSizeLessThanOrEqualTo(80);
    }

    /** Every way in which a member may ask for a song of a model, its texts as long as may be. */
    private static List<SongRequest> everyKind(MusicModel model) {
        SongRequest plain = new SongRequest(
                model.id(),
                "p".repeat(model.prompt().maximum()),
                model.length().maximum(),
                false,
                Optional.empty(),
                AudioFormat.WAV,
                model.has(Feature.SEED) ? OptionalLong.of(7) : OptionalLong.empty(),
                Optional.empty());
        String lyrics = "l".repeat(model.lyrics().maximum());
        int left = switch (model.lyricsPlace()) {
            case APART -> model.prompt().maximum();
            case IN_PROMPT -> model.prompt().maximum() - lyrics.length();
        };
        return List.of(plain, instrumental(plain), sung(plain.withPrompt("p".repeat(left)), lyrics));
    }

    private static List<String> keys(JsonNode object) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static JsonNode body(RecordedRequest request) throws IOException {
        return new JsonMapper()
                .readTree(Objects.requireNonNull(request.getBody()).utf8());
    }

    private RecordedRequest submitted(SongRequest song) throws InterruptedException {
        return submitted(new Commission(JOB, song, TEN_MEGABYTES, Optional.empty()));
    }

    private RecordedRequest submitted(Commission commission) throws InterruptedException {
        return submitted(Optional.empty(), commission);
    }

    private RecordedRequest submitted(Optional<URI> webhook, Commission commission) throws InterruptedException {
        server.enqueue(accepted());
        provider(webhook).submit(commission);
        return server.takeRequest();
    }

    private ApiframeProvider provider(Optional<URI> webhook) {
        return new ApiframeProvider(
                new ApiframeConfig("afk_secret", server.url("/").uri(), webhook),
                new AudioFetcher(new FetchConfig(true)),
                VendorTimeouts.quick(),
                InstantSource.system());
    }
}
