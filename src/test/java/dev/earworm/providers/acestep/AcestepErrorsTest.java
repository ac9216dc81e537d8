package dev.earworm.providers.acestep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.AccountStatus;
import dev.earworm.music.AccountStatus.Unusable;
import dev.earworm.music.AccountStatus.Usable;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.Commission;
import dev.earworm.music.Composition.NotComposed;
import dev.earworm.music.JobId;
import dev.earworm.music.ModelId;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Rendering.Failed;
import dev.earworm.music.Rendering.Ready;
import dev.earworm.music.SongRequest;
import dev.earworm.music.Submission.Rejected;
import dev.earworm.music.TrackDetails;
import dev.earworm.providers.AudioFetcher;
import dev.earworm.providers.FetchConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every refusal that the server's documentation lists, in its words. */
class AcestepErrorsTest {
    private final MockWebServer server = new MockWebServer();

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"detail\":\"JSON payload must be an object\"} | BadRequest",
                "400 | {\"detail\":\"absolute audio file paths are not allowed\"} | BadRequest",
                "401 | {\"detail\":\"Invalid API key\"} | Unauthorised",
                "401 | {\"detail\":\"Missing ai_token or Authorization header\"} | Unauthorised",
                "403 | {\"detail\":\"Forbidden\"} | Unauthorised",
                "404 | {\"detail\":\"Not Found\"} | Unavailable",
                "405 | {\"detail\":\"Method Not Allowed\"} | Unavailable",
                "413 | <html>too large</html> | BadRequest",
                "415 | {\"detail\":\"Unsupported Content-Type: text/plain\"} | BadRequest",
                "422 | {\"detail\":[{\"loc\":[\"body\",\"seed\"],\"msg\":\"not an int\"}]} | BadRequest",
                "429 | {\"detail\":\"Server busy: queue is full\"} | RateLimited",
                "500 | Internal Server Error | OutcomeUnknown",
                "503 | {\"detail\":\"starting\"} | Unavailable",
            })
    void aSongThatIsNotTakenIsSortedByWhatTheServerMeans(int status, String body, String kind) {
        assertThat(kind(submit(status, body))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"data\":null,\"code\":400,\"error\":\"bad\"} | BadRequest",
                "{\"data\":null,\"code\":401,\"error\":\"bad\"} | Unauthorised",
                "{\"data\":null,\"code\":\"429\",\"error\":\"full\"} | RateLimited",
                "{\"data\":null,\"code\":500,\"error\":\"bad\"} | OutcomeUnknown",
                "{\"data\":null,\"code\":-1,\"error\":\"bad\"} | OutcomeUnknown",
                "{\"data\":{\"task_id\":\"x\"},\"code\":500,\"error\":\"bad\"} | OutcomeUnknown",
                "{\"data\":{\"task_id\":\"\"},\"code\":200,\"error\":null} | OutcomeUnknown",
                "{\"data\":{},\"code\":200} | OutcomeUnknown",
                "{\"data\":\"x\",\"code\":200} | OutcomeUnknown",
                "{} | OutcomeUnknown",
                "[] | OutcomeUnknown",
                "<html>Welcome</html> | OutcomeUnknown",
            })
    void aFailureInsideOfASuccessIsAFailure(String body, String kind) {
        assertThat(kind(submit(200, body))).isEqualTo(kind);
    }

    @Test
    void anExplanationIsFoundWhereverItStands() {
        assertThat(submit(200, "{\"data\":null,\"code\":400,\"error\":\"no such thing\"}")
                        .detail())
                .isEqualTo("HTTP 400: no such thing");
        assertThat(submit(422, """
                        {"detail":[{"type":"int","loc":["body","seed"],"msg":"not an int","input":"x"},
                                   {"loc":["body"],"msg":"odd"}]}""").detail()).isEqualTo("HTTP 422: body.seed: not an int · body: odd");
        assertThat(submit(400, "<html>").detail()).isEqualTo("HTTP 400: no explanation");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"detail\":\"odd\"} | Unavailable",
                "401 | {\"detail\":\"Invalid API key\"} | Unauthorised",
                "404 | {\"detail\":\"Not Found\"} | Unavailable",
                "404 | <html>no such page</html> | Unavailable",
                "404 | {\"detail\":\"Task not found\"} | Internal",
                "429 | {\"detail\":\"slow down\"} | RateLimited",
                "500 | Internal Server Error | Unavailable",
                "200 | {\"data\":null,\"code\":500,\"error\":\"odd\"} | Unavailable",
                "200 | {\"data\":null,\"code\":401,\"error\":\"odd\"} | Unauthorised",
                "200 | {\"data\":null,\"code\":200,\"error\":null} | Unavailable",
            })
    void aQuestionThatIsNotAnsweredGivesNothingUpButAnIdThatIsPlainlyUnknown(int status, String body, String kind) {
        server.enqueue(answer(status, body));

        Failed failed = (Failed) provider().poll(new ProviderJobId("x"));

        assertThat(kind(failed.failure())).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "302 | '' | Internal",
                "401 | {\"detail\":\"Invalid API key\"} | Unauthorised",
                "403 | {\"detail\":\"Access denied: path outside allowed directory\"} | Internal",
                "404 | {\"detail\":\"Audio file not found\"} | Internal",
                "425 | '' | Unavailable",
                "429 | {} | RateLimited",
                "500 | Internal Server Error | Unavailable",
                "503 | '' | Unavailable",
                "200 | {\"detail\":\"no audio at all here\"} | Internal",
                "200 | '' | Internal",
            })
    void audioThatDoesNotComeIsAskedForAgainOnlyWhereThatMayHelp(int status, String body, String kind) {
        server.enqueue(answer(status, body)
                .newBuilder()
                .addHeader("Location", "/secret")
                .build());
        Ready ready = new Ready(server.url("/v1/audio?path=x").uri(), TrackDetails.NONE);

        NotComposed answer = (NotComposed) provider().download(ready, folder.resolve("song"));

        assertThat(kind(answer.failure())).isEqualTo(kind);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aServerWithoutStatisticsIsAskedForItsHealth() throws InterruptedException {
        server.enqueue(answer(404, "{\"detail\":\"Not Found\"}"));
        server.enqueue(answer(200, """
                {"data":{"status":"ok","service":"ACE-Step API","version":"1.0"},
                 "code":200,"error":null,"timestamp":1700000000000,"extra":null}"""));

        assertThat(provider().account()).isEqualTo(new Usable(Optional.empty()));

        assertThat(server.takeRequest().getTarget()).isEqualTo("/v1/stats");
        assertThat(server.takeRequest().getTarget()).isEqualTo("/health");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Welcome to nginx</html>", "{}", "{\"data\":null,\"code\":500,\"error\":\"odd\"}"})
    void whatIsNoAceStepServerCannotBeUsed(String body) {
        server.enqueue(answer(200, body));

        AccountStatus account = provider().account();

        assertThat(account).isInstanceOf(Unusable.class);
    }

    private ProviderFailure submit(int status, String body) {
        server.enqueue(answer(status, body));
        SongRequest song = new SongRequest(
                new ModelId("acestep", "ace-step-1.5"),
                "a calm river",
                Duration.ofSeconds(42),
                false,
                Optional.empty(),
                AudioFormat.MP3,
                OptionalLong.empty(),
                Optional.empty());
        return ((Rejected) provider().submit(Commission.of(new JobId("01hzy5c8k0abcdef"), song))).failure();
    }

    private AcestepProvider provider() {
        return new AcestepProvider(
                new AcestepConfig(server.url("/").uri(), Optional.empty()), new AudioFetcher(new FetchConfig(false)));
    }

    private static MockResponse answer(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }

    private static String kind(ProviderFailure failure) {
        return failure.getClass().getSimpleName();
    }
}
