package dev.earworm.providers.aimlapi;

import static dev.earworm.providers.aimlapi.Commissions.JOB;
import static dev.earworm.providers.aimlapi.Commissions.commission;
import static dev.earworm.providers.aimlapi.Commissions.humming;
import static dev.earworm.providers.aimlapi.Commissions.song;
import static dev.earworm.providers.aimlapi.Commissions.sung;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.ProviderJobId;
import dev.earworm.providers.AudioFetcher;
import dev.earworm.providers.FetchConfig;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A song whose reply was lost is found again, and never taken for another one. */
class AimlapiLogTest {
    private static final Instant SINCE = Instant.parse("2026-10-04T12:00:00.123Z");
    private static final String ROW = """
            {"created":"2026-10-04T12:00:01.000Z","status":"%s","origin":"api","model":"elevenlabs/eleven_music",
             "cost":{"usd":0.06,"credits":120000},"tokens":{"input":0,"output":0,"total":0},
             "request_id":"req-1","inference_id":"%s","client_request_id":%s}""";

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aSongIsFoundByTheIdThatItWasSentWith() throws InterruptedException {
        server.enqueue(page(false, row("other:1", "\"customer-42\""), row("u-1:elevenlabs/eleven_music", ours())));

        assertThat(lookUp()).contains(new ProviderJobId("u-1:elevenlabs/eleven_music"));

        RecordedRequest request = server.takeRequest();
        assertThat(request.getMethod()).isEqualTo("GET");
        assertThat(request.getTarget())
                .isEqualTo("/v2/logs?start=2026-10-04T11%3A55%3A00Z&end=2026-10-04T13%3A00%3A00Z&limit=100&offset=0");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer key");
    }

    @Test
    void theSecondPageIsReadToo() throws InterruptedException {
        server.enqueue(page(true, row("a", "null")));
        server.enqueue(page(true, row("b", ours())));

        assertThat(lookUp()).contains(new ProviderJobId("b"));
        server.takeRequest();
        assertThat(server.takeRequest().getTarget()).endsWith("&offset=100");
    }

    @Test
    void noMoreThanTwoPagesAreAskedFor() {
        server.enqueue(page(true, row("a", "null")));
        server.enqueue(page(true, row("b", "null")));
        server.enqueue(page(false, row("c", ours())));

        assertThat(lookUp()).isEmpty();
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void aRequestThatFailedMadeNoSongAndTheNewestOneCounts() {
        server.enqueue(
                page(false, ROW.formatted("failed", "third", ours()), row("second", ours()), row("first", ours())));

        assertThat(lookUp()).contains(new ProviderJobId("second"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"logs":[{"clientRequestId":"01hzy5c8k0abcdef","generation_id":"g"}]}          | g
            {"items":[{"x_client_request_id":"01hzy5c8k0abcdef","id":"g"}]}                | g
            [{"client_request_id":"01hzy5c8k0abcdef","inference_id":"g","id":"row-7"}]     | g
            """)
    void aLogOfAnotherShapeIsReadAsWell(String body, String id) {
        server.enqueue(json(200, body));

        assertThat(lookUp()).contains(new ProviderJobId(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":[],\"pagination\":{\"has_more\":false}}",
                "{\"data\":[{\"client_request_id\":\"01hzy5c8k0abcdeg\",\"inference_id\":\"g\"}]}",
                "{\"data\":[{\"client_request_id\":\"01hzy5c8k0abcdef\",\"inference_id\":null}]}",
                "{\"data\":[\"01hzy5c8k0abcdef\",null,7]}",
                "{\"data\":{}}",
                "<html>",
                ""
            })
    void whatIsNotThereIsNotFound(String body) {
        server.enqueue(json(200, body));

        assertThat(lookUp()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 429, 500, 503})
    void aLogThatCannotBeReadProvesNothing(int status) {
        server.enqueue(json(status, "{\"message\":\"no\"}"));

        assertThat(lookUp()).isEmpty();
    }

    @Test
    void aQuestionThatIsLostProvesNothing() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());

        assertThat(lookUp()).isEmpty();
    }

    @Test
    void aSongThatCouldNotBeAskedForIsNotLookedFor() {
        assertThat(provider().lookUp(commission(humming(sung("music-01", "x", "la la"))), SINCE))
                .isEmpty();
        assertThat(server.getRequestCount()).isZero();
    }

    private Optional<ProviderJobId> lookUp() {
        return provider().lookUp(commission(song("elevenlabs/eleven_music", "a calm river")), SINCE);
    }

    private AimlapiProvider provider() {
        return new AimlapiProvider(
                new AimlapiConfig("key", server.url("/").uri()), new AudioFetcher(new FetchConfig(false)));
    }

    private static String ours() {
        return "\"" + JOB + "\"";
    }

    private static String row(String inferenceId, String clientRequestId) {
        return ROW.formatted("succeeded", inferenceId, clientRequestId);
    }

    private static MockResponse page(boolean hasMore, String... rows) {
        return json(200, """
                {"data":[%s],"pagination":{"limit":100,"offset":0,"total":250,"has_more":%s}}""".formatted(String.join(",", rows), hasMore));
    }

    private static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }
}
