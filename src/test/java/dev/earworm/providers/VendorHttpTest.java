package dev.earworm.providers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.earworm.providers.Exchange.Answered;
import dev.earworm.providers.Exchange.NotSent;
import dev.earworm.providers.Exchange.ReplyLost;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VendorHttpTest {
    private static final VendorTimeouts PATIENT =
            new VendorTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(60));
    private static final VendorTimeouts HASTY =
            new VendorTimeouts(Duration.ofSeconds(10), Duration.ofMillis(100), Duration.ofSeconds(60));

    private final MockWebServer server = new MockWebServer();
    private final VendorHttp http = new VendorHttp(PATIENT, new Redactor("hunter2"));

    @BeforeEach
    void startServer() throws IOException {
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void anAnswerIsReadWhateverItsStatus() {
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "7")
                .body("{\"a\":1}")
                .build());

        assertThat(submit(http))
                .isInstanceOfSatisfying(
                        Answered.class,
                        answered -> assertThat(answered.answer())
                                .isEqualTo(new VendorAnswer(429, Optional.of(Duration.ofSeconds(7)), "{\"a\":1}")));
    }

    @Test
    void aRefusedConnectionSurelySentNothing() {
        HttpUrl nobody = server.url("/");
        server.close();

        assertThat(http.submit(post(nobody), VendorAnswer::read)).isInstanceOf(NotSent.class);
    }

    @Test
    void aFailedHandshakeSurelySentNothing() {
        server.enqueue(new MockResponse.Builder()
                .onRequestStart(new SocketEffect.CloseSocket())
                .build());
        HttpUrl notReallyHttps = server.url("/").newBuilder().scheme("https").build();

        assertThat(http.submit(post(notReallyHttps), VendorAnswer::read)).isInstanceOf(NotSent.class);
    }

    @Test
    void aThreadThatIsInterruptedBeforeSurelySendsNothing() throws InterruptedException {
        AtomicReference<Exchange<VendorAnswer>> outcome = new AtomicReference<>();
        Thread.ofVirtual()
                .start(() -> {
                    Thread.currentThread().interrupt();
                    outcome.set(submit(http));
                })
                .join();

        assertThat(outcome.get()).isInstanceOf(NotSent.class);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void silenceAfterTheRequestLosesTheReply() throws InterruptedException {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());

        assertThat(submit(new VendorHttp(HASTY, new Redactor()))).isInstanceOf(ReplyLost.class);
        assertThat(server.takeRequest().getBody()).isNotNull();
    }

    @Test
    void aWholeAnswerHasAnEndEvenWhenItNeverFallsSilent() {
        VendorTimeouts bounded =
                new VendorTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMillis(500));
        server.enqueue(new MockResponse.Builder()
                .body("{}".repeat(10_000))
                .throttleBody(1, 20, TimeUnit.MILLISECONDS)
                .build());

        assertThat(submit(new VendorHttp(bounded, new Redactor()))).isInstanceOf(ReplyLost.class);
    }

    @Test
    void aConnectionThatEndsBeforeTheAnswerLosesTheReplyAndIsNotTriedAgain() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(new MockResponse.Builder().body("{}").build());

        assertThat(submit(http)).isInstanceOf(ReplyLost.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void anAnswerThatBreaksOffLosesTheReply() {
        server.enqueue(new MockResponse.Builder()
                .body("{}".repeat(50_000))
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());

        assertThat(submit(http)).isInstanceOf(ReplyLost.class);
    }

    @Test
    void theStatusOfARefusalCountsThoughItsTextBreaksOff() {
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .body("{}".repeat(50_000))
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());

        assertThat(submit(http))
                .isInstanceOfSatisfying(
                        Answered.class,
                        answered -> assertThat(((VendorAnswer) answered.answer()).status())
                                .isEqualTo(429));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308, 401, 407, 408, 421, 503})
    void noAnswerMakesTheRequestGoOutAgain(int status) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("Location", "/elsewhere")
                .addHeader("Retry-After", "0")
                .addHeader("WWW-Authenticate", "Basic")
                .build());
        server.enqueue(new MockResponse.Builder().body("{}").build());

        submit(http);

        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void everySubmitHasAConnectionOfItsOwnWhileQuestionsShareOne() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            server.enqueue(new MockResponse.Builder().body("{}").build());
        }
        submit(http);
        submit(http);
        Request question = new Request.Builder().url(server.url("/")).build();
        http.ask(question, VendorAnswer::read);
        http.ask(question, VendorAnswer::read);

        int first = server.takeRequest().getConnectionIndex();
        int second = server.takeRequest().getConnectionIndex();
        int third = server.takeRequest().getConnectionIndex();
        int fourth = server.takeRequest().getConnectionIndex();
        assertThat(second).isNotEqualTo(first);
        assertThat(fourth).isEqualTo(third);
    }

    @Test
    void aQuestionThatMeetsAStaleConnectionIsAskedOnAnother() {
        server.enqueue(new MockResponse.Builder()
                .body("{}")
                .onResponseEnd(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(new MockResponse.Builder().body("{}").build());
        Request question = new Request.Builder().url(server.url("/")).build();

        assertThat(http.ask(question, VendorAnswer::read)).isInstanceOf(Answered.class);
        assertThat(http.ask(question, VendorAnswer::read)).isInstanceOf(Answered.class);
    }

    @Test
    void anInterruptEndsTheWaitAndStaysOnTheThread() throws InterruptedException {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        AtomicReference<Exchange<VendorAnswer>> outcome = new AtomicReference<>();
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread waiting = Thread.startVirtualThread(() -> {
            outcome.set(submit(http));
            interrupted.set(Thread.currentThread().isInterrupted());
        });

        server.takeRequest();
        waiting.interrupt();

        assertThat(waiting.join(Duration.ofSeconds(10))).isTrue();
        assertThat(outcome.get()).isInstanceOf(ReplyLost.class);
        assertThat(interrupted).isTrue();
    }

    @Test
    void aLongAnswerIsCutAndNotHeld() {
        server.enqueue(new MockResponse.Builder()
                .body(new Buffer().write(new byte[VendorAnswer.MAX_BYTES * 3]))
                .build());

        assertThat(submit(http))
                .isInstanceOfSatisfying(
                        Answered.class,
                        answered -> assertThat(((VendorAnswer) answered.answer()).body())
                                .hasSize(VendorAnswer.MAX_BYTES));
    }

    @Test
    void whatIsNoJsonReadsAsMissing() {
        assertThat(new VendorAnswer(200, Optional.empty(), "<html>").json().isMissingNode())
                .isTrue();
        assertThat(new VendorAnswer(200, Optional.empty(), "").json().isMissingNode())
                .isTrue();
        assertThat(new VendorAnswer(200, Optional.empty(), "[".repeat(100_000))
                        .json()
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void aKeyIsNeitherInALogNorInADetail() {
        server.enqueue(new MockResponse.Builder().body("{}").build());
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());

        try (LogWatch log = new LogWatch()) {
            submit(http);
            Exchange<VendorAnswer> lost = submit(http);

            assertThat(log.lines()).anyMatch(line -> line.contains("answered 200"));
            assertThat(log.lines()).noneMatch(line -> line.contains("hunter2"));
            assertThat(lost.toString()).doesNotContain("hunter2");
        }
    }

    private Exchange<VendorAnswer> submit(VendorHttp with) {
        return with.submit(post(server.url("/submit")), VendorAnswer::read);
    }

    private static Request post(HttpUrl url) {
        return new Request.Builder()
                .url(url)
                .header("xi-api-key", "hunter2")
                .post(new JsonBody(JsonNodeFactory.instance.objectNode().put("prompt", "calm")))
                .build();
    }
}
