package dev.earworm.providers.acestep;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.Commission;
import dev.earworm.music.Composition.Composed;
import dev.earworm.music.Composition.NotComposed;
import dev.earworm.music.CompositionPlan;
import dev.earworm.music.ModelId;
import dev.earworm.music.PlanSection;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Reference;
import dev.earworm.music.ReferenceAudio;
import dev.earworm.music.Rendering;
import dev.earworm.music.Rendering.Failed;
import dev.earworm.music.Rendering.Ready;
import dev.earworm.music.Rendering.Running;
import dev.earworm.music.SongRequest;
import dev.earworm.music.Submission.Submitted;
import dev.earworm.music.TrackDetails;
import dev.earworm.providers.AsynchronousProviderContract;
import dev.earworm.providers.AudioFetcher;
import dev.earworm.providers.FetchConfig;
import dev.earworm.providers.SampleAudio;
import dev.earworm.providers.VendorTimeouts;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import mockwebserver3.MockResponse;
import mockwebserver3.QueueDispatcher;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcestepProviderTest extends AsynchronousProviderContract {
    private static final String TASK = "550e8400-e29b-41d4-a716-446655440000";

    /** The server's answer about an id that it does not know: the same as about one that it is working on. */
    private static final String NEVER_HEARD_OF_IT = """
            {"data":[{"task_id":"%s","result":"[]","status":0}],
             "code":200,"error":null,"timestamp":1700000001000,"extra":null}""".formatted(TASK);

    private static final String IDLE = """
            {"data":{"jobs":{"total":0,"queued":0,"running":0,"succeeded":0,"failed":0},
              "queue_size":0,"queue_maxsize":200,"avg_job_seconds":5.0},
             "code":200,"error":null,"timestamp":1700000001000,"extra":null}""";

    private static final String BUSY = """
            {"data":{"jobs":{"total":100,"queued":5,"running":1,"succeeded":90,"failed":4},
              "queue_size":5,"queue_maxsize":200,"avg_job_seconds":8.5},
             "code":200,"error":null,"timestamp":1700000001000,"extra":null}""";

    @Override
    protected AcestepProvider provider(URI baseUrl, VendorTimeouts timeouts, FetchConfig fetch) {
        return new AcestepProvider(
                new AcestepConfig(baseUrl, Optional.of(API_KEY)), new AudioFetcher(fetch), timeouts, timeouts);
    }

    @Override
    protected ProviderJobId providerJob() {
        return new ProviderJobId(TASK);
    }

    @Override
    protected MockResponse success() {
        return json(200, """
                {"data":{"task_id":"550e8400-e29b-41d4-a716-446655440000","status":"queued","queue_position":1},
                 "code":200,"error":null,"timestamp":1700000000000,"extra":null}""");
    }

    @Override
    protected MockResponse wrongKey() {
        return json(401, "{\"detail\":\"Invalid API key: %s\"}".formatted(API_KEY));
    }

    @Override
    protected MockResponse wellAccount() {
        return json(200, BUSY);
    }

    @Override
    protected MockResponse running() {
        return task(0, """
                [{"file":"","wave":"","status":0,"create_time":1700000000,"env":"development","prompt":"","lyrics":"",
                  "metas":{},"progress":0.0,"stage":"queued","error":null}]""");
    }

    @Override
    protected MockResponse unheardOf() {
        return task(7, "[{\"file\":\"\",\"status\":7,\"stage\":\"polishing\"}]");
    }

    @Override
    protected MockResponse done(URI audio) {
        return task(1, "[{\"file\":\"%s\",\"status\":1}]".formatted(audio));
    }

    @Override
    protected MockResponse failed() {
        return task(2, """
                [{"file":"","wave":"","status":2,"create_time":1700000000,"env":"development","progress":0.0,
                  "stage":"failed"}]""");
    }

    /** From now on the server is one that was started anew. */
    @Override
    protected MockResponse unknownId() {
        server.setDispatcher(new QueueDispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return json(200, request.getTarget().equals("/v1/stats") ? IDLE : NEVER_HEARD_OF_IT);
            }
        });
        return json(200, NEVER_HEARD_OF_IT);
    }

    @Test
    void theRequestIsExactlyWhatTheServerDocumentsAndAsksForOneSongOnly() throws InterruptedException, IOException {
        server.enqueue(success());

        assertThat(vendor().submit(Commission.of(JOB, song("a calm river")))).isEqualTo(new Submitted(providerJob()));

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /release_task HTTP/1.1");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + API_KEY);
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertJson(request, """
                {"task_type":"text2music","prompt":"a calm river","lyrics":"","thinking":false,
                 "audio_duration":42.0,"audio_format":"mp3","batch_size":1}""");
    }

    @Test
    void aServerWithoutAKeyIsAskedWithoutOne() throws InterruptedException {
        server.enqueue(success());
        AcestepConfig open = new AcestepConfig(server.url("/").uri(), Optional.empty());

        new AcestepProvider(open, new AudioFetcher(new FetchConfig(false))).submit(Commission.of(JOB, song()));

        assertThat(server.takeRequest().getHeaders().get("Authorization")).isNull();
    }

    @Test
    void aSeedIsTakenNoticeOfOnlyWhenTheServerIsToldSo() throws InterruptedException, IOException {
        server.enqueue(success());

        vendor().submit(Commission.of(JOB, song("a calm river").withSeed(OptionalLong.of(7))));

        assertJson(server.takeRequest(), """
                {"task_type":"text2music","prompt":"a calm river","lyrics":"","thinking":false,
                 "audio_duration":42.0,"audio_format":"mp3","batch_size":1,"use_random_seed":false,"seed":7}""");
    }

    @Test
    void noSingingIsSaidInThePlaceOfTheLyrics() throws InterruptedException, IOException {
        assertThat(sent(song("a calm river", true, Optional.empty(), AudioFormat.MP3))
                        .path("lyrics")
                        .asText())
                .isEqualTo("[Instrumental]");
    }

    @Test
    void lyricsHaveAFieldOfTheirOwn() throws InterruptedException, IOException {
        assertThat(sent(song("pop", false, Optional.of("[Verse]\nHello world"), AudioFormat.MP3))
                        .path("lyrics")
                        .asText())
                .isEqualTo("[Verse]\nHello world");
    }

    @ParameterizedTest
    @CsvSource({"MP3,mp3", "WAV,wav", "FLAC,flac", "OGG,flac"})
    void theFormatIsTheMembersOrWhatLosesNothing(AudioFormat wish, String format)
            throws InterruptedException, IOException {
        assertThat(sent(song("pop", false, Optional.empty(), wish))
                        .path("audio_format")
                        .asText())
                .isEqualTo(format);
    }

    @Test
    void theSecondModelIsTheFirstWithTheServersLanguageModel() throws InterruptedException, IOException {
        SongRequest song = song("pop").withModel(new ModelId("acestep", "ace-step-1.5-thinking"));

        assertThat(vendor().models().get(1).id()).isEqualTo(song.model());
        assertThat(sent(song).path("thinking").asBoolean()).isTrue();
    }

    @Test
    void aPlanIsToldInWordsAndSungSectionBySection() throws InterruptedException, IOException {
        CompositionPlan plan = new CompositionPlan(
                List.of("folk"),
                List.of(),
                List.of(PlanSection.of("Verse", Duration.ofSeconds(20), List.of("quiet"), List.of("Hello world"))));

        JsonNode sent = sent(song("pop").withPlan(plan));

        assertThat(sent.path("prompt").asText()).contains("pop", "folk", "1. Verse (20 s): quiet");
        assertThat(sent.path("lyrics").asText()).isEqualTo("[Verse]\nHello world");
        assertThat(sent.path("audio_duration").asDouble()).isEqualTo(20);
    }

    @Test
    void aReferenceGoesWithTheFormUnderANameOfOurs() throws IOException, InterruptedException {
        server.enqueue(success());
        byte[] sound = SampleAudio.mp3(20_000);
        Path file = Files.write(folder.resolve("hum"), sound);
        URI url = URI.create("https://cdn.example/a.mp3");
        SongRequest song = new SongRequest(
                new ModelId("acestep", "ace-step-1.5"),
                "like this",
                Duration.ofMillis(30_500),
                true,
                Optional.empty(),
                AudioFormat.WAV,
                OptionalLong.of(3),
                Optional.of(new Reference(url, "../../evil\".sh", sound.length, "audio/mpeg")));

        vendor().submit(new Commission(
                JOB,
                song,
                Long.MAX_VALUE,
                Optional.of(new ReferenceAudio(url, file, AudioFormat.MP3, Duration.ofSeconds(9)))));

        RecordedRequest request = server.takeRequest();
        assertThat(request.getHeaders().get("Content-Type")).startsWith("multipart/form-data; boundary=");
        String body = Objects.requireNonNull(request.getBody()).string(StandardCharsets.ISO_8859_1);
        assertThat(body)
                .contains("name=\"prompt\"", "like this", "name=\"lyrics\"", "[Instrumental]")
                .contains("name=\"audio_duration\"", "30.5", "name=\"use_random_seed\"", "false", "name=\"seed\"")
                .contains("name=\"reference_audio\"; filename=\"reference.mp3\"")
                .contains(new String(sound, StandardCharsets.ISO_8859_1))
                .doesNotContain("evil", "name=\"format\"");
    }

    @Test
    void aFormIsNotSentAgainEither() throws IOException {
        server.enqueue(new MockResponse.Builder()
                .code(503)
                .addHeader("Retry-After", "0")
                .build());
        server.enqueue(success());
        Path file = Files.write(folder.resolve("hum"), SampleAudio.mp3(200));
        URI url = URI.create("https://cdn.example/a.mp3");
        SongRequest song = new SongRequest(
                new ModelId("acestep", "ace-step-1.5"),
                "like this",
                Duration.ofSeconds(30),
                true,
                Optional.empty(),
                AudioFormat.MP3,
                OptionalLong.empty(),
                Optional.of(new Reference(url, "a.mp3", 200, "audio/mpeg")));

        vendor().submit(new Commission(
                JOB,
                song,
                Long.MAX_VALUE,
                Optional.of(new ReferenceAudio(url, file, AudioFormat.MP3, Duration.ofSeconds(9)))));

        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aSongIsAskedForInAListOfOne() throws InterruptedException, IOException {
        poll(running());

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /query_result HTTP/1.1");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + API_KEY);
        assertJson(request, "{\"task_id_list\":[\"550e8400-e29b-41d4-a716-446655440000\"]}");
    }

    @ParameterizedTest
    @CsvSource({"0.0,", "0.004,", "0.52,52", "0.8,80", "1.0,99", "7,99", "-1,"})
    void theServersOwnProgressIsShown(String progress, Integer percent) {
        MockResponse answer = task(0, """
                [{"file":"","wave":"","status":0,"create_time":1700000000,"env":"development",
                  "progress":%s,"stage":"Generating music..."}]""".formatted(progress));

        assertThat(poll(answer))
                .isEqualTo(
                        percent == null ? Running.unknown() : new Running(OptionalInt.of(percent), Optional.empty()));
    }

    @Test
    void aFinishedSongTellsWhereItsAudioIsBelowTheBaseUrl() {
        MockResponse answer = task(1, """
                [{"file":"/v1/audio?path=%2Ftmp%2Fapi_audio%2Fabc123.mp3","wave":"","status":1,
                  "create_time":1700000000,"env":"development","prompt":"upbeat pop song","lyrics":"Hello world",
                  "metas":{"bpm":120,"duration":30,"genres":"pop, dance","keyscale":"C Major","timesignature":"4"},
                  "generation_info":"...","seed_value":"12345,67890","lm_model":"acestep-5Hz-lm-0.6B",
                  "dit_model":"acestep-v15-turbo","progress":1.0,"stage":"succeeded"}]""");
        server.enqueue(answer);

        Ready ready = (Ready) provider(server.url("/gate/").uri(), PATIENT).poll(providerJob());

        assertThat(ready.audio())
                .isEqualTo(URI.create("http://" + server.getHostName() + ":" + server.getPort()
                        + "/gate/v1/audio?path=%2Ftmp%2Fapi_audio%2Fabc123.mp3"));
        assertThat(ready.details().genres()).containsExactly("pop", "dance");
    }

    @Test
    void theFirstAudioThatIsThereIsTaken() {
        Ready ready = (Ready) poll(task(1, """
                [{"file":"","status":1},{"file":"/v1/audio?path=b","status":1},{"file":"/v1/audio?path=c","status":1}]"""));

        assertThat(ready.audio()).hasQuery("path=b");
        assertThat(ready.details()).isEqualTo(TrackDetails.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "", "no json", "{}", "[{}]", "[{\"file\":\"\"}]", "[{\"file\":null}]", "[7]"})
    void aFinishedSongWithoutAudioHasFailed(String result) {
        assertThat(kind(poll(task(1, result)))).isEqualTo("Internal");
    }

    @Test
    void aFailedSongTellsTheLastLineOfTheServersTraceback() {
        Rendering failed = poll(task(2, """
                [{"file":"","status":2,"stage":"failed",
                  "error":"Traceback (most recent call last):\\n  File \\"x.py\\", line 3\\nRuntimeError: CUDA out of memory, %s\\n"}]""".formatted(API_KEY)));

        assertThat(((Failed) failed).failure().detail())
                .isEqualTo("the song failed: RuntimeError: CUDA out of memory, [hidden]");
    }

    @Test
    void anUnknownIdOnABusyServerIsWaitedFor() {
        server.enqueue(json(200, NEVER_HEARD_OF_IT));
        server.enqueue(json(200, BUSY));

        assertThat(vendor().poll(providerJob())).isEqualTo(Running.unknown());
    }

    @Test
    void anUnknownIdIsWaitedForWhereNobodyCanSayWhetherTheServerIsBusy() {
        server.enqueue(json(200, NEVER_HEARD_OF_IT));
        server.enqueue(json(404, "{\"detail\":\"Not Found\"}"));

        assertThat(vendor().poll(providerJob())).isEqualTo(Running.unknown());
    }

    @Test
    void aSongThatIsFinishedWhileTheServerIsAskedWhetherItIsLostIsNotLost() {
        server.enqueue(json(200, NEVER_HEARD_OF_IT));
        server.enqueue(json(200, IDLE));
        server.enqueue(done(elsewhere()));

        assertThat(vendor().poll(providerJob())).isInstanceOf(Ready.class);
    }

    @Test
    void aSongThatIsLeftBehindAsRunningByAServerThatWasStartedAnewIsLost() {
        server.enqueue(leftBehind(301));
        server.enqueue(json(200, IDLE));
        server.enqueue(leftBehind(302));

        assertThat(kind(vendor().poll(providerJob()))).isEqualTo("Internal");
    }

    @Test
    void aSongThatHasNotTakenLongIsNotDoubted() {
        assertThat(poll(leftBehind(299))).isInstanceOf(Running.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void anAnswerAboutAnotherSongIsNone() {
        server.enqueue(json(200, """
                {"data":[{"task_id":"other","result":"[{\\"file\\":\\"/v1/audio?path=x\\"}]","status":1}],"code":200}"""));
        server.enqueue(json(200, BUSY));

        assertThat(vendor().poll(providerJob())).isEqualTo(Running.unknown());
    }

    @Test
    void theServersOwnAudioIsFetchedWithTheKeyThoughItsAddressIsPrivate() throws InterruptedException {
        server.enqueue(task(1, "[{\"file\":\"/v1/audio?path=%2Ftmp%2Fa%20b.mp3\",\"status\":1}]"));
        byte[] song = SampleAudio.mp3(50_000);
        server.enqueue(new MockResponse.Builder().body(SampleAudio.body(song)).build());
        AcestepProvider careful = provider(server.url("/").uri(), PATIENT, new FetchConfig(false));

        Ready ready = (Ready) careful.poll(providerJob());
        assertThat(careful.download(ready, target())).isEqualTo(new Composed(TrackDetails.NONE));

        assertThat(target()).hasBinaryContent(song);
        server.takeRequest();
        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("GET /v1/audio?path=%2Ftmp%2Fa%20b.mp3 HTTP/1.1");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + API_KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//127.0.0.1:%d/x.mp3", "\\\\127.0.0.1:%d/x.mp3", "///127.0.0.1:%d/x.mp3", "../../x"})
    void noSpellingOfAPathLeadsToAnotherHost(String file) {
        String escaped = file.formatted(server.getPort()).replace("\\", "\\\\");

        Ready ready = (Ready) poll(task(1, "[{\"file\":\"%s\"}]".formatted(escaped)));

        assertThat(ready.audio()).hasHost(server.getHostName()).hasPort(server.getPort());
    }

    @Test
    void anotherPortOfTheSameMachineIsAnotherServer() {
        AcestepProvider careful =
                provider(URI.create("http://" + server.getHostName() + ":1/"), PATIENT, new FetchConfig(false));

        assertThat(careful.download(new Ready(server.url("/v1/audio?path=x").uri(), TrackDetails.NONE), target()))
                .isInstanceOf(NotComposed.class);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void theConfigurationDoesNotPrintItsKey() {
        AcestepConfig config = new AcestepConfig(URI.create("http://localhost:8001"), Optional.of(API_KEY));

        assertThat(config.toString()).doesNotContain(API_KEY).contains("http://localhost:8001");
    }

    private JsonNode sent(SongRequest song) throws InterruptedException, IOException {
        server.enqueue(success());
        vendor().submit(Commission.of(JOB, song));
        return new JsonMapper()
                .readTree(Objects.requireNonNull(server.takeRequest().getBody()).toByteArray());
    }

    private static void assertJson(RecordedRequest request, String expected) throws IOException {
        assertThat(new JsonMapper()
                        .readTree(Objects.requireNonNull(request.getBody()).toByteArray()))
                .isEqualTo(new JsonMapper().readTree(expected));
    }

    /** A song that is said to be in the making since some seconds. */
    private static MockResponse leftBehind(int seconds) {
        return task(
                0,
                "[{\"file\":\"\",\"status\":0,\"create_time\":%d,\"progress\":0.52,\"stage\":\"running\"}]"
                        .formatted(1_700_000_001 - seconds));
    }

    private static MockResponse task(int status, String result) {
        return json(200, """
                {"data":[{"task_id":"%s","result":%s,"status":%d,"progress_text":"12:00:00 | INFO | x"}],
                 "code":200,"error":null,"timestamp":1700000001000,"extra":null}""".formatted(TASK, quoted(result), status));
    }

    private static String quoted(String text) {
        try {
            return new JsonMapper().writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static String kind(Rendering rendering) {
        return ((Failed) rendering).failure().getClass().getSimpleName();
    }

    private static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    private static SongRequest song(String prompt) {
        return song(prompt, false, Optional.empty(), AudioFormat.MP3);
    }

    private static SongRequest song(String prompt, boolean instrumental, Optional<String> lyrics, AudioFormat format) {
        return new SongRequest(
                new ModelId("acestep", "ace-step-1.5"),
                prompt,
                Duration.ofSeconds(42),
                instrumental,
                lyrics,
                format,
                OptionalLong.empty(),
                Optional.empty());
    }
}
