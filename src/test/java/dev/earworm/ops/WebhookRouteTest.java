package dev.earworm.ops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.WebhookReceiver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Calls as they come in from anywhere, over real HTTP, for a vendor that signs with a word and the time. */
class WebhookRouteTest {
    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    private static final int LIMIT = 64 * 1024;

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final List<String> news = new CopyOnWriteArrayList<>();
    private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private OpsServer server;

    @BeforeEach
    void start() throws PortUnavailableException {
        log.start();
        routeLog().addAppender(log);
        InstantSource clock = now::get;
        WebhookRoute route = new WebhookRoute(
                Map.of("vendor", this::read, "other", (_, _) -> new WebhookReceiver.Reading.Nothing()),
                (provider, id) -> news.add(provider + " " + id),
                clock);
        server = OpsServer.start(new HttpConfig(0), List.of(), route, () -> "");
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
        routeLog().detachAppender(log);
    }

    /** The vendor's rules: a signature, a time that is not long ago, and then what the body says. */
    private WebhookReceiver.Reading read(WebhookReceiver.Call call, Instant time) {
        bodies.add(call.body());
        Optional<Instant> signed = call.header("x-TIME").map(Instant::parse);
        if (!call.header("x-signature").equals(Optional.of("genuine"))) {
            return new WebhookReceiver.Reading.Forged("no such signature");
        }
        if (signed.filter(at -> at.isAfter(time.minus(Duration.ofMinutes(5)))).isEmpty()) {
            return new WebhookReceiver.Reading.Forged("too old");
        }
        return switch (new String(call.body(), UTF_8)) {
            case "ping" -> new WebhookReceiver.Reading.Nothing();
            case "later" -> new WebhookReceiver.Reading.Undecided("the secret cannot be had");
            case "bug" -> throw new IllegalStateException("hush-hush");
            case String id -> new WebhookReceiver.Reading.News(new ProviderJobId(id));
        };
    }

    @Test
    void aTrueCallIsPassedOnAndAnsweredWithNothing() throws Exception {
        HttpResponse<String> answer = post("job-1");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(news).containsExactly("vendor job-1");
    }

    @Test
    void theBytesArriveExactlyAsTheyWereSigned() throws Exception {
        byte[] body = {0, '{', '\r', '\n', (byte) 0xC3, (byte) 0x28, '"', 'x'};

        assertThat(send(signed("/webhooks/vendor", BodyPublishers.ofByteArray(body)))
                        .statusCode())
                .isEqualTo(204);
        assertThat(bodies).containsExactly(body);
    }

    @Test
    void aTestCallOfTheVendorIsWellAndNews() throws Exception {
        assertThat(post("ping").statusCode()).isEqualTo(204);
        assertThat(news).isEmpty();
    }

    @Test
    void aRepeatedCallIsHeardAgainForItIsOnlyAHint() throws Exception {
        assertThat(post("job-1").statusCode()).isEqualTo(204);
        assertThat(post("job-1").statusCode()).isEqualTo(204);
        assertThat(news).containsExactly("vendor job-1", "vendor job-1");
    }

    @Test
    void anUnsignedCallChangesNothingAndIsToldNothing() throws Exception {
        HttpResponse<String> answer = send(to("/webhooks/vendor", BodyPublishers.ofString("job-1")));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
        assertThat(news).isEmpty();
        assertThat(lines())
                .containsExactly("A call in the name of vendor is not its own and changes nothing"
                        + " (said once a minute at most): no such signature");
    }

    @Test
    void aCallThatWasSignedLongAgoChangesNothing() throws Exception {
        now.set(NOON.plus(Duration.ofMinutes(6)));

        assertThat(post("job-1").statusCode()).isEqualTo(401);
        assertThat(news).isEmpty();
    }

    @Test
    void aFloodOfForgedCallsIsOneLineAMinute() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThat(send(to("/webhooks/vendor", BodyPublishers.ofString("job-" + i)))
                            .statusCode())
                    .isEqualTo(401);
        }
        assertThat(lines()).hasSize(1);

        now.set(NOON.plusSeconds(59));
        send(to("/webhooks/vendor", BodyPublishers.noBody()));
        assertThat(lines()).hasSize(1);

        now.set(NOON.plusSeconds(60));
        send(to("/webhooks/vendor", BodyPublishers.noBody()));
        assertThat(lines()).hasSize(2);
    }

    @Test
    void aCallThatCannotBeJudgedNowIsToBeSentAgain() throws Exception {
        HttpResponse<String> answer = post("later");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEmpty();
        assertThat(lines())
                .containsExactly("A call in the name of vendor cannot be judged now (said once a minute at most):"
                        + " the secret cannot be had");
    }

    @Test
    void aFaultOfOursIsNotShownToTheCaller() throws Exception {
        HttpResponse<String> answer = post("bug");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEmpty();
        assertThat(lines()).containsExactly("A call for vendor could not be read");
    }

    @Test
    void theNameOfAHeaderMayHaveAnyCaseAndOnlyItsFirstValueCounts() throws Exception {
        HttpRequest request = to("/webhooks/vendor", BodyPublishers.ofString("job-1"), "X-SIGNATURE", "genuine")
                .header("x-signature", "forged")
                .header("X-Time", NOON.toString())
                .build();

        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/webhooks/nobody",
                "/webhooks/Vendor",
                "/webhooks/",
                "/webhooks",
                "/webhooks/vendor/x",
                "/webhooks/%2e%2e",
                "/webhooks/..%2fvendor"
            })
    void whoeverIsNoProviderHereIsNotFound(String path) throws Exception {
        assertThat(send(signed(path, BodyPublishers.ofString("job-1"))).statusCode())
                .isBetween(400, 404);
        assertThat(news).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "HEAD"})
    void onlyPostIsTaken(String method) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address("/webhooks/vendor"))
                .method(method, BodyPublishers.noBody())
                .build();

        assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isIn(404, 405);
        assertThat(bodies).isEmpty();
    }

    @Test
    void aBodyUpToTheLimitIsRead() throws Exception {
        assertThat(post("x".repeat(LIMIT)).statusCode()).isEqualTo(204);
        assertThat(bodies).singleElement().satisfies(body -> assertThat(body).hasSize(LIMIT));
    }

    @Test
    void aBodyOverTheLimitIsRefusedUnread() throws Exception {
        assertThat(post("x".repeat(LIMIT + 1)).statusCode()).isEqualTo(413);
        assertThat(bodies).isEmpty();
        assertThat(news).isEmpty();
    }

    @Test
    void aBodyThatDoesNotSayHowLongItIsIsHeldToTheSameLimit() throws Exception {
        assertThat(send(signed("/webhooks/vendor", chunked(LIMIT))).statusCode())
                .isEqualTo(204);
        assertThat(send(signed("/webhooks/vendor", chunked(LIMIT + 1))).statusCode())
                .isEqualTo(413);
        assertThat(bodies).hasSize(1);
    }

    @Test
    void aBodyThatNeverEndsIsRefusedWhileItIsBeingSent() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(
                    "POST /webhooks/vendor HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(UTF_8));
            out.write("20000\r\n".getBytes(UTF_8));
            out.write(new byte[0x20000]);
            out.flush();

            assertThat(new String(socket.getInputStream().readNBytes(12), UTF_8))
                    .isEqualTo("HTTP/1.1 413");
        }
        assertThat(bodies).isEmpty();
    }

    @Test
    void withoutReceiversThereIsNothingToFind() throws Exception {
        try (OpsServer closed = OpsServer.start(new HttpConfig(0), List.of(), WebhookRoute.none(), () -> "")) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + closed.port() + "/webhooks/vendor"))
                    .POST(BodyPublishers.ofString("job-1"))
                    .build();

            assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(404);
        }
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return send(signed("/webhooks/vendor", BodyPublishers.ofString(body)));
    }

    private static BodyPublisher chunked(int length) {
        return BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream("x".repeat(length).getBytes(UTF_8)));
    }

    private HttpRequest.Builder signed(String path, BodyPublisher body) {
        return to(path, body, "X-Signature", "genuine").header("X-Time", NOON.toString());
    }

    private HttpRequest.Builder to(String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path)).POST(body);
        return headers.length == 0 ? request : request.headers(headers);
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private List<String> lines() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static Logger routeLog() {
        return (Logger) LoggerFactory.getLogger(WebhookRoute.class);
    }
}
