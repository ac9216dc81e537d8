package dev.earworm.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.earworm.ops.Health.Unwell;
import dev.earworm.ops.Health.Well;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class OpsServerTest {
    private static final HttpConfig ANY_PORT = new HttpConfig(0);

    @Test
    void aLivingProcessAnswersOkWhateverItsPartsSay() throws Exception {
        try (OpsServer server = start(ANY_PORT, List.of(part("database", () -> new Unwell("locked"))))) {
            HttpResponse<String> answer = get(server, "/healthz");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("ok\n");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        }
    }

    @Test
    void itIsReadyWhenEveryPartIsWell() throws Exception {
        List<HealthCheck> checks = List.of(part("database", Well::new), part("discord", Well::new));
        try (OpsServer server = start(ANY_PORT, checks)) {
            HttpResponse<String> answer = get(server, "/readyz");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("database: well\ndiscord: well\n");
        }
    }

    @Test
    void aPartThatIsUnwellIsNamedWithItsReason() throws Exception {
        List<HealthCheck> checks =
                List.of(part("database", Well::new), part("discord", () -> new Unwell("not\nconnected")));
        try (OpsServer server = start(ANY_PORT, checks)) {
            HttpResponse<String> answer = get(server, "/readyz");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).isEqualTo("database: well\ndiscord: not\\nconnected\n");
        }
    }

    @Test
    void partsAreAskedAnewForEachRequest() throws Exception {
        AtomicReference<Health> health = new AtomicReference<>(new Unwell("starting"));
        try (OpsServer server = start(ANY_PORT, List.of(part("jobs", health::get)))) {
            assertThat(get(server, "/readyz").statusCode()).isEqualTo(503);

            health.set(new Well());

            assertThat(get(server, "/readyz").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aCheckThatBreaksCountsAsUnwellAndKeepsItsDetailsToTheLog() throws Exception {
        HealthCheck broken = part("database", () -> {
            throw new IllegalStateException("password hush");
        });
        try (OpsServer server = start(ANY_PORT, List.of(broken))) {
            HttpResponse<String> answer = get(server, "/readyz");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).isEqualTo("database: the check failed, see the log\n");
        }
    }

    @Test
    void thereIsNothingElseToFind() throws Exception {
        try (OpsServer server = start(ANY_PORT, List.of())) {
            assertThat(get(server, "/").statusCode()).isEqualTo(404);
            assertThat(get(server, "/readyz/../secret").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aPortThatIsTakenEndsInOneSentence() throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            HttpConfig taken = new HttpConfig(other.getLocalPort());

            assertThatExceptionOfType(PortUnavailableException.class)
                    .isThrownBy(() -> start(taken, List.of()))
                    .withMessage(
                            "Port %d cannot be opened: another program has it, or it needs more rights;"
                                    + " set http.port (HTTP_PORT) to another one, or to 0 for any that is free.",
                            other.getLocalPort());
        }
    }

    @Test
    void afterItIsClosedThePortIsFreeAgain() throws Exception {
        int port;
        try (OpsServer server = start(ANY_PORT, List.of())) {
            port = server.port();
        }

        try (OpsServer next = start(new HttpConfig(port), List.of())) {
            assertThat(get(next, "/healthz").statusCode()).isEqualTo(200);
        }
    }

    private static HealthCheck part(String name, Supplier<Health> health) {
        return new HealthCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Health check() {
                return health.get();
            }
        };
    }

    private static OpsServer start(HttpConfig http, List<HealthCheck> checks) throws PortUnavailableException {
        return OpsServer.start(http, checks, WebhookRoute.none(), () -> "figures 1\n");
    }

    private static HttpResponse<String> get(OpsServer server, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }
}
