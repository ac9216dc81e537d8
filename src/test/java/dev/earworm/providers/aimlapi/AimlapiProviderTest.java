package dev.earworm.providers.aimlapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.earworm.music.AccountStatus;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.Commission;
import dev.earworm.music.ModelId;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderFailure.OutcomeUnknown;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Rendering;
import dev.earworm.music.Rendering.Failed;
import dev.earworm.music.Rendering.Ready;
import dev.earworm.music.Rendering.Running;
import dev.earworm.music.SongRequest;
import dev.earworm.music.Submission.Submitted;
import dev.earworm.music.TrackDetails;
import dev.earworm.music.Usd;
import dev.earworm.providers.AsynchronousProviderContract;
import dev.earworm.providers.AudioFetcher;
import dev.earworm.providers.FetchConfig;
import dev.earworm.providers.SampleAudio;
import dev.earworm.providers.VendorTimeouts;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import mockwebserver3.MockResponse;
import mockwebserver3.QueueDispatcher;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AimlapiProviderTest extends AsynchronousProviderContract {
    private static final ProviderJobId PROVIDER_JOB =
            new ProviderJobId("60ac7c34-3224-4b14-8e7d-0aa0db708325:elevenlabs/eleven_music");

    /** What the vendor says to the one model with a protocol of its own is always the same here. */
    @BeforeEach
    void answerMusic01() {
        server.setDispatcher(new QueueDispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                return switch (request.getTarget()) {
                    case "/v2/generate/audio/minimax/upload" ->
                        json(
                                200,
                                "{\"voice_id\":\"vocal-1\",\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}");
                    case "/v2/generate/audio/minimax/generate" ->
                        json(
                                200,
                                "{\"data\":{\"status\":2,\"audio\":\"%s\"},\"base_resp\":{\"status_code\":0}}"
                                        .formatted(HexFormat.of().formatHex(SampleAudio.mp3(5_000))));
                    default -> super.dispatch(request);
                };
            }
        });
    }

    @Override
    protected AimlapiProvider provider(URI baseUrl, VendorTimeouts timeouts, FetchConfig fetch) {
        return new AimlapiProvider(new AimlapiConfig(API_KEY, baseUrl), new AudioFetcher(fetch), timeouts, timeouts);
    }

    @Override
    protected MockResponse running() {
        return json(200, "{\"id\":\"x\",\"status\":\"generating\"}");
    }

    @Override
    protected MockResponse unheardOf() {
        return json(200, "{\"id\":\"x\",\"status\":\"polishing\"}");
    }

    @Override
    protected MockResponse done(URI audio) {
        return json(200, "{\"id\":\"x\",\"status\":\"completed\",\"audio_file\":{\"url\":\"%s\"}}".formatted(audio));
    }

    @Override
    protected MockResponse failed() {
        return json(200, """
                {"id":"x","status":"error","error":{"name":"GenerationError","message":"upstream said no"}}""");
    }

    @Override
    protected MockResponse unknownId() {
        return json(404, """
                {"message":"Not found","path":"/v2/generate/audio","requestId":"r1","statusCode":404,
                 "timestamp":"2026-08-30T10:00:00Z"}""");
    }

    @Override
    protected ProviderJobId providerJob() {
        return PROVIDER_JOB;
    }

    @Override
    protected MockResponse success() {
        return json(201, """
                {"id":"60ac7c34-3224-4b14-8e7d-0aa0db708325:elevenlabs/eleven_music","status":"queued",
                 "meta":{"usage":{"credits_used":120000,"usd_spent":0.06}}}""");
    }

    @Override
    protected MockResponse wellAccount() {
        return json(200, """
                {"current_balance":12.34,"currency":"USD"}""");
    }

    @Override
    protected MockResponse wrongKey() {
        return json(401, """
                {"title":"Unauthorized","status":401,"message":"This request requires a valid API key, not %s",
                 "instance":"/v2/generate/audio","requestId":"r1","timestamp":"2026-08-30T10:00:00Z",
                 "error":{"name":"UnauthorizedException","message":"Unauthorized"}}""".formatted(API_KEY));
    }

    @Test
    void theRequestIsExactlyWhatTheVendorDocumentsWithItsLengthAlways() throws InterruptedException, IOException {
        server.enqueue(success());

        assertThat(vendor().submit(Commission.of(JOB, song("a calm river", false))))
                .isEqualTo(new Submitted(PROVIDER_JOB, Optional.of(Usd.of("0.06"))));

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /v2/generate/audio HTTP/1.1");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + API_KEY);
        assertThat(request.getHeaders().get("X-Client-Request-Id")).isEqualTo(JOB.value());
        assertJson(request, """
                {"model":"elevenlabs/eleven_music","prompt":"a calm river","music_length_ms":42000}""");
    }

    @Test
    void noSingingIsSaidInThePrompt() throws InterruptedException, IOException {
        server.enqueue(success());

        vendor().submit(Commission.of(JOB, song("a calm river", true)));

        assertJson(server.takeRequest(), """
                {"model":"elevenlabs/eleven_music","prompt":"a calm river\\n\\nInstrumental only, no vocals.",
                 "music_length_ms":42000}""");
    }

    @Test
    void theLongestInstrumentalIsExactlyAsLongAsTheVendorTakes() {
        int limit = vendor().models().getFirst().prompt().maximum();

        assertThat(AimlapiPrompt.ofElevenMusic(song("p".repeat(limit), true))).hasSize(2000);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202})
    void everySuccessWithAnIdIsASongThatWasTaken(int status) {
        server.enqueue(json(status, "{\"id\":\"k3J9\",\"status\":\"error\"}"));

        assertThat(vendor().submit(Commission.of(JOB, song()))).isEqualTo(new Submitted(new ProviderJobId("k3J9")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Welcome</html>", "{}", "", "{\"id\":\"\"}", "{\"id\":null}", "[]"})
    void aSuccessWithoutAnIdLeavesTheOutcomeUnknown(String body) {
        server.enqueue(json(200, body));

        assertThat(failure(provider(), song())).containsInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void aSongIsAskedForByItsIdWithEveryOddCharacterEncoded() throws InterruptedException {
        server.enqueue(json(200, "{\"id\":\"x\",\"status\":\"queued\"}"));

        vendor().poll(new ProviderJobId("a b+c:d/e?f&g=h#i%j☂"));

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine())
                .isEqualTo(
                        "GET /v2/generate/audio?generation_id=a%20b%2Bc%3Ad%2Fe%3Ff%26g%3Dh%23i%25j%E2%98%82 HTTP/1.1");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + API_KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"queued", "generating", "waiting", "GENERATING", "polishing", ""})
    void everyStateThatIsNoEndIsRunning(String state) {
        assertThat(poll(json(200, "{\"id\":\"x\",\"status\":\"%s\",\"audio_file\":null}".formatted(state))))
                .isEqualTo(Running.unknown());
    }

    @Test
    void aFinishedSongTellsWhereItsAudioIs() {
        assertThat(poll(json(200, """
                        {"id":"x","status":"completed","error":null,
                         "audio_file":{"url":"https://cdn.aimlapi.com/a/b.mp3?Expires=1&Signature=a%2Fb",
                          "content_type":"audio/mpeg","file_name":"b.mp3","file_size":480000}}""")))
                .isEqualTo(new Ready(
                        URI.create("https://cdn.aimlapi.com/a/b.mp3?Expires=1&Signature=a%2Fb"), TrackDetails.NONE));
    }

    @Test
    void anAddressWithoutAHostIsTheVendors() {
        assertThat(poll(json(200, "{\"status\":\"completed\",\"audio_file\":{\"url\":\"/files/b.mp3?a=1\"}}")))
                .isEqualTo(new Ready(server.url("/files/b.mp3?a=1").uri(), TrackDetails.NONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "{\"url\":null}", "{\"url\":\"\"}", "{\"url\":\"ftp://x/y\"}"})
    void aFinishedSongWithoutAUsableAddressHasFailed(String file) {
        assertThat(kind(poll(json(200, "{\"id\":\"x\",\"status\":\"completed\",\"audio_file\":%s}".formatted(file)))))
                .isEqualTo("Internal");
    }

    @Test
    void aFailedSongTellsTheVendorsReason() {
        Rendering failed = poll(json(200, """
                {"id":"x","status":"error","audio_file":null,
                 "error":{"name":"GenerationError","message":"upstream said no to %s"}}""".formatted(API_KEY)));

        assertThat(kind(failed)).isEqualTo("Internal");
        assertThat(((Failed) failed).failure().detail())
                .isEqualTo("the song failed: GenerationError · upstream said no to [hidden]");
    }

    @Test
    void aFinishedSongTellsWhatItWasCharged() {
        server.enqueue(json(200, """
                {"id":"x","status":"completed","audio_file":{"url":"https://cdn.aimlapi.com/a.mp3"},
                 "meta":{"usage":{"credits_used":390000,"usd_spent":0.195}}}"""));

        assertThat(vendor().poll(PROVIDER_JOB))
                .isEqualTo(new Ready(
                        URI.create("https://cdn.aimlapi.com/a.mp3"),
                        TrackDetails.NONE.withCost(Optional.of(Usd.of("0.195")))));
    }

    @Test
    void theHeadersOfASubmitTellWhatItCostsAndWhatItIsCalled() {
        server.enqueue(json(201, "{\"status\":\"queued\"}")
                .newBuilder()
                .addHeader("x-inference-id", "V1StGXR8Z5jdHi6BmyT8k")
                .addHeader("x-aimlapi-usd-spent", "0.195000000")
                .build());

        assertThat(vendor().submit(Commission.of(JOB, song())))
                .isEqualTo(new Submitted(new ProviderJobId("V1StGXR8Z5jdHi6BmyT8k"), Optional.of(Usd.of("0.195"))));
    }

    @Test
    void aFailureIsNoSongThoughItsHeadersNameOne() {
        for (int status : new int[] {200, 429}) {
            server.enqueue(json(status, "{\"message\":\"Too Many Requests\",\"statusCode\":\"429\"}")
                    .newBuilder()
                    .addHeader("x-inference-id", "V1StGXR8Z5jdHi6BmyT8k")
                    .build());

            assertThat(failure(provider(), song())).containsInstanceOf(ProviderFailure.RateLimited.class);
        }
    }

    @Test
    void aSongThatWasRefusedIsToldApartFromOneThatFailed() {
        assertThat(kind(poll(json(200, """
                        {"id":"x","status":"error",
                         "error":{"name":"Error","message":"Prompt violates the content policy"}}""")))).isEqualTo("ContentRefused");
    }

    @Test
    void theAccountIsAskedAfterWithTheKeyAndForNoMoney() throws InterruptedException {
        server.enqueue(wellAccount());

        assertThat(vendor().account()).isEqualTo(new AccountStatus.Usable(Optional.of("$12.34")));

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("GET /v2/billing HTTP/1.1");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + API_KEY);
    }

    @Test
    void aSongMayBeAskedAfterOnceASecond() {
        assertThat(vendor().minimumPollInterval()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void theConfigurationDoesNotPrintItsKey() {
        assertThat(AimlapiConfig.of(API_KEY).toString()).doesNotContain(API_KEY).contains("https://api.aimlapi.com");
    }

    private static String kind(Rendering rendering) {
        return ((Failed) rendering).failure().getClass().getSimpleName();
    }

    private static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json; charset=utf-8")
                .body(body)
                .build();
    }

    private static SongRequest song(String prompt, boolean instrumental) {
        return new SongRequest(
                new ModelId("aimlapi", "elevenlabs/eleven_music"),
                prompt,
                Duration.ofSeconds(42),
                instrumental,
                Optional.empty(),
                AudioFormat.MP3,
                OptionalLong.empty(),
                Optional.empty());
    }

    private static void assertJson(RecordedRequest request, String expected) throws IOException {
        JsonMapper json = new JsonMapper();
        String body = Objects.requireNonNull(request.getBody()).utf8();
        assertThat(json.readTree(body)).isEqualTo(json.readTree(expected));
    }
}
