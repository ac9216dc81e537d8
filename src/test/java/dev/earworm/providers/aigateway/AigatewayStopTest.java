package dev.earworm.providers.aigateway;

import static dev.earworm.providers.aigateway.AigatewayAnswer.json;
import static dev.earworm.providers.aigateway.AigatewayAnswer.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderFailure.BadRequest;
import dev.earworm.music.ProviderFailure.Internal;
import dev.earworm.music.ProviderFailure.RateLimited;
import dev.earworm.music.ProviderFailure.Unauthorised;
import dev.earworm.music.ProviderFailure.Unavailable;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Stopping;
import dev.earworm.music.Stopping.NotStopped;
import dev.earworm.music.Stopping.Stopped;
import dev.earworm.providers.AudioFetcher;
import dev.earworm.providers.FetchConfig;
import java.io.IOException;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AigatewayStopTest {
    private static final String NOT_FOUND = """
            {"error":{"message":"Not found","type":"not_found","code":404,"param":null}}""";

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
    void aSongIsStoppedTheWayTheApiDescribes() throws InterruptedException {
        assertThat(stop("job/1", json(200, "{\"id\":\"job/1\",\"status\":\"cancelled\"}")))
                .isEqualTo(new Stopped());

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("DELETE /v1/jobs/job%2F1 HTTP/1.1");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer sk-aig-1");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 405})
    void elseTheWayTheDocumentationDoes(int status) throws InterruptedException {
        assertThat(stop("job/1", json(status, NOT_FOUND), json(200, "{\"id\":\"job/1\",\"status\":\"cancelled\"}")))
                .isEqualTo(new Stopped());

        server.takeRequest();
        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /v1/jobs/job%2F1/cancel HTTP/1.1");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer sk-aig-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"canceled\"}",
                "{\"status\":\"failed\",\"error\":\"cancelled by user\"}",
                "{\"status\":\"ok\"}",
                "{}",
                ""
            })
    void everySuccessThatDoesNotSayOtherwiseIsAnEnd(String answer) {
        assertThat(stop("job_1", json(200, answer))).isEqualTo(new Stopped());
    }

    @ParameterizedTest
    @ValueSource(strings = {"queued", "processing", "running", "completed"})
    void aSuccessIsNoneWhereTheSongGoesOnOrIsThere(String state) {
        assertThat(failure(stop("job_1", json(200, "{\"id\":\"job_1\",\"status\":\"" + state + "\"}"))))
                .isInstanceOf(BadRequest.class);
    }

    @Test
    void aConflictMeansTooLate() {
        MockResponse conflict =
                json(409, "{\"error\":{\"message\":\"Already running\",\"type\":\"conflict\",\"code\":409}}");

        assertThat(failure(stop("job_1", conflict)).detail())
                .isEqualTo("too late to stop: HTTP 409: conflict · Already running");
        assertThat(failure(stop("job_1", page(405), conflict))).isInstanceOf(BadRequest.class);
    }

    @Test
    void whatStandsInTheWayIsSaid() {
        assertThat(failure(stop("job_1", json(404, NOT_FOUND), json(404, NOT_FOUND))))
                .isInstanceOf(Internal.class);
        assertThat(failure(stop("job_1", page(401)))).isInstanceOf(Unauthorised.class);
        assertThat(failure(stop("job_1", page(429)))).isInstanceOf(RateLimited.class);
        assertThat(failure(stop("job_1", page(500)))).isInstanceOf(Unavailable.class);
        assertThat(failure(stop(
                        "job_1",
                        new MockResponse.Builder()
                                .onResponseStart(new SocketEffect.CloseSocket())
                                .build())))
                .isInstanceOf(Unavailable.class);
    }

    private Stopping stop(String id, MockResponse... answers) {
        for (MockResponse answer : answers) {
            server.enqueue(answer);
        }
        AigatewayConfig config = new AigatewayConfig("sk-aig-1", server.url("/").uri(), Optional.empty());
        AigatewayProvider provider = new AigatewayProvider(config, new AudioFetcher(new FetchConfig(true)));
        return provider.stopper().orElseThrow().stop(new ProviderJobId(id));
    }

    private static ProviderFailure failure(Stopping stopping) {
        return ((NotStopped) stopping).failure();
    }
}
