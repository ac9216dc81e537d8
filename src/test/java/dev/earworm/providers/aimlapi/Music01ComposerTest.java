package dev.earworm.providers.aimlapi;

import static dev.earworm.providers.aimlapi.Commissions.JOB;
import static dev.earworm.providers.aimlapi.Commissions.commission;
import static dev.earworm.providers.aimlapi.Commissions.humming;
import static dev.earworm.providers.aimlapi.Commissions.sung;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.earworm.music.Composition;
import dev.earworm.music.Composition.Composed;
import dev.earworm.music.Composition.NotComposed;
import dev.earworm.music.ModelId;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderFailure.Internal;
import dev.earworm.music.ProviderFailure.OutcomeUnknown;
import dev.earworm.music.ProviderFailure.Unavailable;
import dev.earworm.music.TrackDetails;
import dev.earworm.music.Usd;
import dev.earworm.providers.AudioFetcher;
import dev.earworm.providers.FetchConfig;
import dev.earworm.providers.SampleAudio;
import dev.earworm.providers.VendorTimeouts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one model with a protocol of its own: upload, then a single request that answers with the audio in hex. */
class Music01ComposerTest {
    private static final String API_KEY = "sk-hunter2-secret";
    private static final VendorTimeouts PATIENT =
            new VendorTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(60));
    private static final VendorTimeouts HASTY =
            new VendorTimeouts(Duration.ofSeconds(10), Duration.ofMillis(100), Duration.ofSeconds(60));

    private static final byte[] SONG = SampleAudio.mp3(300_001);
    private static final String NAMES = """
            {"voice_id":"vocal-2025011003141025-d5ZEMxmp","instrumental_id":"instrumental-2025011003141125-Akz9eWnD",
             "trace_id":"04fb6a87","base_resp":{"status_code":0,"status_msg":"success"}}""";

    private final MockWebServer server = new MockWebServer();

    @TempDir
    private Path folder;

    private Path hum;

    @BeforeEach
    void start() throws IOException {
        server.start();
        hum = Files.write(folder.resolve("hum.mp3"), SampleAudio.mp3(30_000));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theReferenceIsUploadedAndTheSongComesInTheAnswer() throws Exception {
        server.enqueue(json(200, NAMES));
        server.enqueue(json(200, answer(2, SONG, 0))
                .newBuilder()
                .addHeader("x-aimlapi-usd-spent", "0.042")
                .build());

        assertThat(compose(PATIENT)).isEqualTo(new Composed(TrackDetails.NONE.withCost(Optional.of(Usd.of("0.042")))));
        assertThat(target()).hasBinaryContent(SONG);

        RecordedRequest upload = server.takeRequest();
        assertThat(upload.getRequestLine()).isEqualTo("POST /v2/generate/audio/minimax/upload HTTP/1.1");
        assertThat(upload.getHeaders().get("Authorization")).isEqualTo("Bearer " + API_KEY);
        assertThat(upload.getHeaders().get("Content-Type")).startsWith("multipart/form-data; boundary=");
        ByteString form = Objects.requireNonNull(upload.getBody());
        assertThat(form.utf8())
                .contains("Content-Disposition: form-data; name=\"purpose\"", "\r\n\r\nsong\r\n")
                .contains("Content-Disposition: form-data; name=\"file\"; filename=\"reference.mp3\"")
                .contains("Content-Type: audio/mpeg");
        assertThat(form.indexOf(ByteString.of(SampleAudio.mp3(30_000)))).isPositive();

        RecordedRequest generate = server.takeRequest();
        assertThat(generate.getRequestLine()).isEqualTo("POST /v2/generate/audio/minimax/generate HTTP/1.1");
        assertThat(generate.getHeaders().get("Authorization")).isEqualTo("Bearer " + API_KEY);
        assertThat(generate.getHeaders().get("X-Client-Request-Id")).isEqualTo(JOB.value());
        assertJson(generate, """
                {"model":"music-01","lyrics":"##Light rain on the roof##",
                 "refer_voice":"vocal-2025011003141025-d5ZEMxmp",
                 "refer_instrumental":"instrumental-2025011003141125-Akz9eWnD",
                 "audio_setting":{"sample_rate":44100,"bitrate":256000,"format":"mp3"}}""");
    }

    @Test
    void aReferenceThatWasHeardInHalfIsUsedInHalf() throws Exception {
        server.enqueue(json(200, """
                {"instrumental_id":"i-1","base_resp":{"status_code":0,"status_msg":"success"}}"""));
        server.enqueue(json(200, answer(2, SONG, 0)));

        assertThat(compose(PATIENT)).isInstanceOf(Composed.class);
        server.takeRequest();
        assertJson(server.takeRequest(), """
                {"model":"music-01","lyrics":"##Light rain on the roof##","refer_instrumental":"i-1",
                 "audio_setting":{"sample_rate":44100,"bitrate":256000,"format":"mp3"}}""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"base_resp\":{\"status_code\":0},\"data\":{\"status\":2,\"audio\":\"%s\"}}",
                "{ \"data\" : { \"audio\" : \"%s\" , \"status\" : 2 } }",
                "{\"data\":{\"audio\":\n\"%s\"},\"extra_info\":{\"note\":\"\\\"audio\\\"\"}}",
                "{\"data\":{\"audio\":\"%s\"},\"cut\":"
            })
    void theAudioIsFoundWhereverItStands(String text) {
        server.enqueue(json(200, NAMES));
        server.enqueue(json(200, text.formatted(hex(SONG))));

        assertThat(compose(PATIENT)).isInstanceOf(Composed.class);
        assertThat(target()).hasBinaryContent(SONG);
    }

    @Test
    void digitsInCapitalsAreReadAndSoIsAShortSong() {
        server.enqueue(json(200, NAMES));
        server.enqueue(json(
                200,
                "{\"data\":{\"status\":2,\"audio\":\"%s\"}}"
                        .formatted(HexFormat.of().withUpperCase().formatHex(SampleAudio.mp3(40)))));

        assertThat(compose(PATIENT)).isInstanceOf(Composed.class);
        assertThat(target()).hasBinaryContent(SampleAudio.mp3(40));
    }

    @Test
    void anAddressInThePlaceOfTheAudioIsFetchedAndATroubleOnTheWayDoesNotLoseTheSong() {
        server.enqueue(json(200, NAMES));
        server.enqueue(json(200, """
                {"data":{"status":2,"audio":"%s"},"base_resp":{"status_code":0}}""".formatted(server.url("/a.mp3"))));
        server.enqueue(new MockResponse.Builder().code(503).build());
        server.enqueue(new MockResponse.Builder().body(SampleAudio.body(SONG)).build());

        assertThat(compose(PATIENT)).isInstanceOf(Composed.class);
        assertThat(target()).hasBinaryContent(SONG);
    }

    @ParameterizedTest
    @CsvSource({
        "1002, RateLimited",
        "1004, Unauthorised",
        "1008, OutOfCredit",
        "1026, ContentRefused",
        "1027, ContentRefused",
        "2013, BadRequest",
        "2049, Unauthorised",
        "1000, Internal"
    })
    void aFailureWithinASuccessIsReadByItsCodeInBothAnswers(int code, String kind) {
        String failure =
                "{\"data\":null,\"base_resp\":{\"status_code\":%d,\"status_msg\":\"no, %s\"}}".formatted(code, API_KEY);
        server.enqueue(json(200, failure));
        assertThat(failure(compose(PATIENT)).getClass().getSimpleName()).isEqualTo(kind);
        assertThat(server.getRequestCount()).isEqualTo(1);

        server.enqueue(json(200, NAMES));
        server.enqueue(json(200, failure));
        ProviderFailure refused = failure(compose(PATIENT));
        assertThat(refused.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(refused.detail()).isEqualTo("MiniMax " + code + ": no, [hidden]");
    }

    @ParameterizedTest
    @CsvSource({
        "400, Body validation error,       BadRequest",
        "401, A valid API key is required, Unauthorised",
        "403, You've run out of credits,   OutOfCredit",
        "404, Not found,                   BadRequest",
        "429, Too Many Requests,           RateLimited",
        "500, Internal server error,       OutcomeUnknown",
        "502, Bad gateway,                 OutcomeUnknown",
        "503, Service unavailable,         Unavailable",
        "504, Generation timeout,          OutcomeUnknown"
    })
    void theVendorsOwnErrorsAreReadAsForEveryModel(int status, String message, String kind) {
        server.enqueue(json(200, NAMES));
        server.enqueue(json(status, "{\"message\":\"%s\",\"statusCode\":\"%d\"}".formatted(message, status)));

        assertThat(failure(compose(PATIENT)).getClass().getSimpleName()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void noSongIsInTheWorksWhileTheReferenceIsOnItsWay(int status) {
        server.enqueue(json(status, "<html>"));

        assertThat(failure(compose(PATIENT))).isInstanceOf(Unavailable.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{\"base_resp\":{\"status_code\":0}}", ""})
    void aReferenceWithoutANameMayBeUploadedAgain(String body) {
        server.enqueue(json(200, body));

        assertThat(failure(compose(PATIENT))).isInstanceOf(Unavailable.class);
    }

    @Test
    void anUploadWhoseReplyIsLostCostsNothing() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());

        assertThat(failure(compose(PATIENT))).isInstanceOf(Unavailable.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aSongWhoseReplyIsLostMayBePaid() {
        server.enqueue(json(200, NAMES));
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());

        assertThat(failure(compose(PATIENT))).isInstanceOf(OutcomeUnknown.class);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void aSongThatNeverComesMayBePaid() {
        server.enqueue(json(200, NAMES));
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());

        assertThat(failure(compose(HASTY))).isInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void audioThatBreaksOffMayBePaid() {
        server.enqueue(json(200, NAMES));
        server.enqueue(json(200, answer(2, SONG, 0))
                .newBuilder()
                .setHeader("Content-Length", 3_000_000)
                .onResponseEnd(new SocketEffect.CloseSocket())
                .build());
        assertThat(failure(compose(PATIENT))).isInstanceOf(OutcomeUnknown.class);

        server.enqueue(json(200, NAMES));
        server.enqueue(json(200, "{\"data\":{\"status\":2,\"audio\":\"" + hex(SONG)));
        assertThat(failure(compose(PATIENT))).isInstanceOf(OutcomeUnknown.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "<html>", "", "{\"data\":{\"status\":2,\"audio\":\"\"}}", "{\"data\":{\"audio\":null}}"})
    void aSuccessWithoutAudioLeavesTheOutcomeUnknown(String body) {
        server.enqueue(json(200, NAMES));
        server.enqueue(json(200, body));

        assertThat(failure(compose(PATIENT))).isInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void aSongThatIsStillInTheWorksCannotBeAskedForAndIsNotMadeTwice() {
        for (String body : new String[] {answer(1, SONG, 0), "{\"data\":{\"status\":1,\"audio\":\"\"}}"}) {
            server.enqueue(json(200, NAMES));
            server.enqueue(json(200, body));

            assertThat(failure(compose(PATIENT))).isInstanceOf(Internal.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abcdefabcdefabcdefabcdefabcdef",
                "fffb90000000000000000000000000zz",
                "fffb9000000000000000000000000"
            })
    void whatIsNoSongIsNotTakenForOneAndNotMadeAgain(String digits) {
        server.enqueue(json(200, NAMES));
        server.enqueue(json(
                200, "{\"data\":{\"status\":2,\"audio\":\"%s\"},\"base_resp\":{\"status_code\":0}}".formatted(digits)));

        assertThat(failure(compose(PATIENT))).isInstanceOf(Internal.class);
    }

    @Test
    void audioBeforeTheWordOfAFailureIsNoSong() {
        server.enqueue(json(200, NAMES));
        server.enqueue(json(200, answer(2, SONG, 1026)));

        assertThat(failure(compose(PATIENT))).isInstanceOf(ProviderFailure.ContentRefused.class);
    }

    @Test
    void anEndlessTextIsNotHeld() {
        server.enqueue(json(200, NAMES));
        server.enqueue(new MockResponse.Builder()
                .body(new Buffer().writeUtf8("{\"x\":\"" + "y".repeat(4 << 20) + "\"}"))
                .build());

        assertThat(failure(compose(PATIENT))).isInstanceOf(OutcomeUnknown.class);
    }

    private Composition compose(VendorTimeouts song) {
        AimlapiProvider provider = new AimlapiProvider(
                new AimlapiConfig(API_KEY, server.url("/").uri()),
                new AudioFetcher(new FetchConfig(true)),
                PATIENT,
                song);
        return provider.composer(new ModelId("aimlapi", "music-01"))
                .orElseThrow()
                .compose(commission(humming(sung("music-01", "like Sunday", "Light rain on the roof")), hum), target());
    }

    private Path target() {
        return folder.resolve("song");
    }

    private static ProviderFailure failure(Composition composition) {
        return ((NotComposed) composition).failure();
    }

    private static String answer(int status, byte[] song, int code) {
        return """
                {"data":{"status":%d,"audio":"%s"},
                 "extra_info":{"audio_length":60000,"audio_size":1920000,"audio_bitrate":256000,"audio_sample_rate":44100},
                 "trace_id":"04fb6a87","base_resp":{"status_code":%d,"status_msg":"said"}}""".formatted(status, hex(song), code);
    }

    private static String hex(byte[] song) {
        return HexFormat.of().formatHex(song);
    }

    private static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json; charset=utf-8")
                .body(body)
                .build();
    }

    private static void assertJson(RecordedRequest request, String expected) throws IOException {
        JsonMapper json = new JsonMapper();
        String body = Objects.requireNonNull(request.getBody()).utf8();
        assertThat(json.readTree(body)).isEqualTo(json.readTree(expected));
    }
}
