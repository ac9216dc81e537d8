package dev.earworm.providers.aigateway;

import static dev.earworm.providers.aigateway.AigatewayAnswer.json;
import static dev.earworm.providers.aigateway.AigatewayAnswer.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.AudioFormat;
import dev.earworm.music.Commission;
import dev.earworm.music.JobId;
import dev.earworm.music.ModelId;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.SongRequest;
import dev.earworm.music.Submission.Submitted;
import dev.earworm.music.WebhookReceiver.Call;
import dev.earworm.music.WebhookReceiver.Reading;
import dev.earworm.music.WebhookReceiver.Reading.Forged;
import dev.earworm.music.WebhookReceiver.Reading.News;
import dev.earworm.music.WebhookReceiver.Reading.Nothing;
import dev.earworm.music.WebhookReceiver.Reading.Undecided;
import dev.earworm.providers.AudioFetcher;
import dev.earworm.providers.FetchConfig;
import dev.earworm.providers.LogWatch;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mockwebserver3.Dispatcher;
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

/**
 * The vendor's calls. The signatures were made by other means than ours: {@code printf '%s' '1776947082.{"id":…}' |
 * openssl dgst -sha256 -hmac whsec_test}.
 */
class AigatewayWebhooksTest {
    private static final URI WEBHOOK = URI.create("https://bot.example/webhooks/aigateway");
    private static final Instant SIGNED = Instant.ofEpochSecond(1776947082);
    private static final News NEWS = new News(new ProviderJobId("job_abc123"));

    private static final String JOB = "{\"id\":\"job_abc123\",\"status\":\"completed\"}";
    private static final String JOB_SIGNATURE = "4e27feab24e3d3a3c8e6a1fbf1cc81af7df1fda59a60034c8a2873cc7b66812a";
    private static final String JOB_SIGNATURE_WITH_NEW_SECRET =
            "4a2185f340c0333f6a7aa9a8de7893a81176ec496a425eee38eb38fe07147253";

    private static final String EVENT = """
            {"id":"evt_01HQE7YRG3K","type":"job.completed","created":1776947082,"data":{"job_id":"job_abc123",\
            "model":"elevenlabs/elevenlabs-music","result_url":"https://media.aigateway.sh/x.mp3",\
            "usage":{"cost_cents":412}}}""";
    private static final String EVENT_SIGNATURE = "9fed884b736939e19fe6608c2e291a1822c67c9aa69380cf8c493a6e12669964";

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
    void withoutAnAddressForThemThereAreNoCallsAndNobodyAsksForASecret() {
        server.enqueue(taken());
        AigatewayProvider silent = provider(Optional.empty());

        assertThat(silent.webhooks()).isEmpty();
        assertThat(silent.submit(commission())).isInstanceOf(Submitted.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void withAnAddressTheVendorIsToldOfItOnceItHasASecret() throws InterruptedException {
        server.enqueue(secret("whsec_test"));
        server.enqueue(taken());
        server.enqueue(taken());
        AigatewayProvider provider = provider(Optional.of(WEBHOOK));

        provider.submit(commission());
        provider.submit(commission());

        assertThat(server.takeRequest().getRequestLine()).isEqualTo("GET /v1/webhook-secret HTTP/1.1");
        RecordedRequest submit = server.takeRequest();
        assertThat(submit.getRequestLine()).isEqualTo("POST /v1/audio/music HTTP/1.1");
        assertThat(Objects.requireNonNull(submit.getBody()).utf8())
                .contains("\"webhook_url\":\"https://bot.example/webhooks/aigateway\"");
        assertThat(server.takeRequest().getTarget()).isEqualTo("/v1/audio/music");
    }

    @Test
    void theSecretIsNeitherPrintedNorLogged() {
        server.enqueue(secret("whsec_test"));
        server.enqueue(taken());
        server.enqueue(secret("whsec_test"));
        AigatewayProvider provider = provider(Optional.of(WEBHOOK));

        try (LogWatch log = new LogWatch()) {
            provider.submit(commission());
            Reading forged = read(provider, oneHeader("0".repeat(64)), JOB, SIGNED);

            assertThat(log.lines()).isNotEmpty().noneMatch(line -> line.contains("whsec_test"));
            assertThat(forged + provider.toString() + provider.webhooks()).doesNotContain("whsec_test");
        }
    }

    @Test
    void aVendorWithoutASecretIsHadMakeOneOnce() throws InterruptedException {
        server.enqueue(json(200, "{\"secret\":null}"));
        server.enqueue(secret("whsec_test"));
        server.enqueue(taken());
        server.enqueue(taken());
        AigatewayProvider provider = provider(Optional.of(WEBHOOK));

        assertThat(provider.submit(commission())).isInstanceOf(Submitted.class);
        assertThat(provider.submit(commission())).isInstanceOf(Submitted.class);

        assertThat(server.takeRequest().getRequestLine()).isEqualTo("GET /v1/webhook-secret HTTP/1.1");
        assertThat(server.takeRequest().getRequestLine()).isEqualTo("POST /v1/webhook-secret/rotate HTTP/1.1");
        assertThat(server.getRequestCount()).isEqualTo(4);
        assertThat(read(provider, oneHeader(JOB_SIGNATURE), JOB, SIGNED)).isEqualTo(NEWS);
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void aRotationWhoseReplyIsLostIsNotRepeated() {
        server.enqueue(json(200, "{\"secret\":null}"));
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(taken());
        server.enqueue(taken());
        AigatewayProvider provider = provider(Optional.of(WEBHOOK));

        assertThat(provider.submit(commission())).isInstanceOf(Submitted.class);
        assertThat(provider.submit(commission())).isInstanceOf(Submitted.class);
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 429, 500})
    void aSecretThatCannotBeHadKeepsNobodyFromTheirSong(int status) {
        server.enqueue(page(status));
        server.enqueue(taken());

        assertThat(provider(Optional.of(WEBHOOK)).submit(commission())).isInstanceOf(Submitted.class);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void aSecretThatCouldNotBeHadIsAskedForBeforeTheNextSong() {
        server.enqueue(page(500));
        server.enqueue(taken());
        server.enqueue(secret("whsec_test"));
        server.enqueue(taken());
        AigatewayProvider provider = provider(Optional.of(WEBHOOK));

        provider.submit(commission());
        assertThat(provider.submit(commission())).isInstanceOf(Submitted.class);

        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void aJobThatIsSignedAsTheLibrariesSayIsNews() throws InterruptedException {
        server.enqueue(secret("whsec_test"));

        assertThat(read(listener(), oneHeader(JOB_SIGNATURE), JOB, SIGNED)).isEqualTo(NEWS);

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("GET /v1/webhook-secret HTTP/1.1");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer sk-aig-1");
    }

    @Test
    void anEventThatIsSignedAsTheDocumentationSaysIsNews() {
        server.enqueue(secret("whsec_test"));

        assertThat(read(listener(), twoHeaders(EVENT_SIGNATURE), EVENT, SIGNED)).isEqualTo(NEWS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1=", "sha256="})
    void eitherBodyMayBeSignedEitherWay(String prefix) {
        server.enqueue(secret("whsec_test"));
        AigatewayProvider listener = listener();

        assertThat(read(listener, twoHeaders(prefix + JOB_SIGNATURE), JOB, SIGNED))
                .isEqualTo(NEWS);
        assertThat(read(listener, twoHeaders(prefix + JOB_SIGNATURE.toUpperCase(Locale.ROOT)), JOB, SIGNED))
                .isEqualTo(NEWS);
        assertThat(read(listener, oneHeader(EVENT_SIGNATURE), EVENT, SIGNED)).isEqualTo(NEWS);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void oneOfSeveralSignaturesIsEnough() {
        server.enqueue(secret("whsec_test"));
        Map<String, String> header =
                Map.of("x-gateway-signature", "t=1776947082, v1=" + "0".repeat(64) + " , v1=" + JOB_SIGNATURE);

        assertThat(read(listener(), header, JOB, SIGNED)).isEqualTo(NEWS);
    }

    @ParameterizedTest
    @CsvSource({"-300, true", "300, true", "-301, false", "301, false", "-3600, false", "86400, false"})
    void aCallCountsForFiveMinutesBothWays(long secondsLater, boolean counts) {
        server.enqueue(secret("whsec_test"));
        Instant now = SIGNED.plusSeconds(secondsLater);

        Class<? extends Reading> expected = counts ? News.class : Forged.class;
        AigatewayProvider listener = listener();
        assertThat(read(listener, oneHeader(JOB_SIGNATURE), JOB, now)).isInstanceOf(expected);
        assertThat(read(listener, twoHeaders(JOB_SIGNATURE), JOB, now)).isInstanceOf(expected);
    }

    @Test
    void aStaleCallIsNotWorthAQuestion() {
        read(listener(), oneHeader(JOB_SIGNATURE), JOB, SIGNED.plusSeconds(301));

        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void aCallThatIsRepeatedSaysTheSameUntilItIsStale() {
        server.enqueue(secret("whsec_test"));
        server.enqueue(secret("whsec_test"));
        AigatewayProvider listener = listener();

        assertThat(read(listener, oneHeader(JOB_SIGNATURE), JOB, SIGNED)).isEqualTo(NEWS);
        assertThat(read(listener, oneHeader(JOB_SIGNATURE), JOB, SIGNED.plusSeconds(10)))
                .isEqualTo(NEWS);
        assertThat(read(listener, oneHeader(JOB_SIGNATURE), JOB, SIGNED.plusSeconds(400)))
                .isInstanceOf(Forged.class);
        String refreshed = "t=" + SIGNED.plusSeconds(400).getEpochSecond() + ",v1=" + JOB_SIGNATURE;
        assertThat(read(listener, Map.of("X-Gateway-Signature", refreshed), JOB, SIGNED.plusSeconds(400)))
                .isInstanceOf(Forged.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"job_abc124\",\"status\":\"completed\"}",
                "{\"id\":\"job_abc123\",\"status\":\"completed\"} ",
                ""
            })
    void aBodyThatWasTouchedIsForged(String body) {
        server.enqueue(secret("whsec_test"));

        assertThat(read(listener(), oneHeader(JOB_SIGNATURE), body, SIGNED)).isInstanceOf(Forged.class);
    }

    @Test
    void aCallSignedWithAnothersSecretIsForged() {
        server.enqueue(secret("whsec_test"));

        assertThat(read(listener(), oneHeader(JOB_SIGNATURE_WITH_NEW_SECRET), JOB, SIGNED))
                .isInstanceOf(Forged.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "t=,v1=",
                "t=1776947082",
                "v1=4e27feab24e3d3a3c8e6a1fbf1cc81af7df1fda59a60034c8a2873cc7b66812a",
                "t=nope,v1=4e27feab24e3d3a3c8e6a1fbf1cc81af7df1fda59a60034c8a2873cc7b66812a",
                "t=-1776947082,v1=4e27feab24e3d3a3c8e6a1fbf1cc81af7df1fda59a60034c8a2873cc7b66812a",
                "t=99999999999999999999,v1=4e27feab24e3d3a3c8e6a1fbf1cc81af7df1fda59a60034c8a2873cc7b66812a",
                "t=1776947082,v1=4e27",
                "t=1776947082,v1=zz27feab24e3d3a3c8e6a1fbf1cc81af7df1fda59a60034c8a2873cc7b66812a"
            })
    void aMalformedHeaderIsNoSignatureAndNoQuestion(String header) {
        assertThat(read(listener(), Map.of("X-Gateway-Signature", header), JOB, SIGNED))
                .isInstanceOf(Forged.class);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void halfOfTwoHeadersIsNoSignature() {
        assertThat(read(listener(), Map.of(), JOB, SIGNED)).isInstanceOf(Forged.class);
        assertThat(read(listener(), Map.of("aig-signature", JOB_SIGNATURE), JOB, SIGNED))
                .isInstanceOf(Forged.class);
        assertThat(read(listener(), Map.of("aig-timestamp", "1776947082"), JOB, SIGNED))
                .isInstanceOf(Forged.class);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void aSecretThatWasChangedIsFetchedOnceAMinuteAtMost() {
        server.enqueue(secret("whsec_test"));
        server.enqueue(secret("whsec_new"));
        AigatewayProvider listener = listener();
        assertThat(read(listener, oneHeader(JOB_SIGNATURE), JOB, SIGNED)).isEqualTo(NEWS);

        Map<String, String> changed = oneHeader(JOB_SIGNATURE_WITH_NEW_SECRET);
        assertThat(read(listener, changed, JOB, SIGNED.plusSeconds(59))).isInstanceOf(Forged.class);
        assertThat(server.getRequestCount()).isEqualTo(1);

        assertThat(read(listener, changed, JOB, SIGNED.plusSeconds(60))).isEqualTo(NEWS);
        assertThat(read(listener, oneHeader(JOB_SIGNATURE), JOB, SIGNED.plusSeconds(61)))
                .isInstanceOf(Forged.class);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void aFloodOfForgedCallsIsOneQuestion() {
        server.enqueue(secret("whsec_test"));
        AigatewayProvider listener = listener();

        for (int i = 0; i < 50; i++) {
            assertThat(read(listener, oneHeader("0".repeat(64)), JOB, SIGNED)).isInstanceOf(Forged.class);
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aFloodOfCallsDoesNotPileUpBehindAQuestionThatTheVendorIsSlowToAnswer() throws Exception {
        CountDownLatch vendorAnswers = new CountDownLatch(1);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                vendorAnswers.await();
                return secret("whsec_test");
            }
        });
        AigatewayProvider listener = listener();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Reading> asking = threads.submit(() -> read(listener, oneHeader(JOB_SIGNATURE), JOB, SIGNED));
            server.takeRequest();
            Future<Reading> beside = threads.submit(() -> read(listener, oneHeader(JOB_SIGNATURE), JOB, SIGNED));

            assertThat(beside).succeedsWithin(Duration.ofSeconds(5)).isInstanceOf(Undecided.class);
            vendorAnswers.countDown();
            assertThat(asking).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(NEWS);
        } finally {
            vendorAnswers.countDown();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"secret\":null}",
                "200 | {\"secret\":\"\"}",
                "200 | {}",
                "200 | <html>",
                "404 | {}",
                "500 | {}"
            })
    void withoutASecretNobodyCanTellAndNoneIsMade(int status, String answer) {
        server.enqueue(json(status, answer));
        server.enqueue(secret("whsec_test"));
        AigatewayProvider listener = listener();

        assertThat(read(listener, oneHeader(JOB_SIGNATURE), JOB, SIGNED)).isInstanceOf(Undecided.class);
        assertThat(read(listener, oneHeader(JOB_SIGNATURE), JOB, SIGNED)).isInstanceOf(Undecided.class);
        assertThat(server.getRequestCount()).isEqualTo(1);

        assertThat(read(listener, oneHeader(JOB_SIGNATURE), JOB, SIGNED.plus(Duration.ofMinutes(1))))
                .isEqualTo(NEWS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"id\":\"evt_2\",\"type\":\"job.failed\",\"created\":1776947082,\"data\":{\"job_id\":\"job_abc123\",\"error\":{\"code\":\"upstream\",\"message\":\"no\"}}}"
                        + "|cba0c13d736e564cc9fe11cd438cf72dd3254500d4c935494562d2420f75debf|true",
                "{\"id\":\"evt_3\",\"type\":\"balance.low\",\"created\":1776947082,\"data\":{\"balance_cents\":12}}"
                        + "|d8a7b4858ddcd2751507f94c5a0532bc0222af837a20681c461f6612a77ed27e|false",
                "{\"id\":\"evt_4\",\"type\":\"batch.completed\",\"created\":1776947082,\"data\":{\"batch_id\":\"batch_1\"}}"
                        + "|d7e8a13001fe05a1594892a479aaeec8ab3f6fe4a5fb373796380a5a79d070f5|false",
                "hello|c236b9becbdd97ffb32c2de62b68200ab6a2e9c9c4f4681ce2871de196ae371c|false"
            })
    void whatIsSignedIsNewsOnlyIfItIsAboutASong(String body, String signature, boolean aboutASong) {
        server.enqueue(secret("whsec_test"));

        assertThat(read(listener(), twoHeaders(signature), body, SIGNED)).isEqualTo(aboutASong ? NEWS : new Nothing());
    }

    private static Map<String, String> oneHeader(String signature) {
        return Map.of("X-Gateway-Signature", "t=1776947082,v1=" + signature);
    }

    private static Map<String, String> twoHeaders(String signature) {
        return Map.of("aig-timestamp", "1776947082", "aig-signature", signature);
    }

    private static Reading read(AigatewayProvider provider, Map<String, String> headers, String body, Instant now) {
        return provider.webhooks().orElseThrow().read(new Call(headers, body.getBytes(StandardCharsets.UTF_8)), now);
    }

    /** As after a start: no song was handed in yet, and no secret is known. */
    private AigatewayProvider listener() {
        return provider(Optional.of(WEBHOOK));
    }

    private AigatewayProvider provider(Optional<URI> webhook) {
        AigatewayConfig config = new AigatewayConfig("sk-aig-1", server.url("/").uri(), webhook);
        return new AigatewayProvider(config, new AudioFetcher(new FetchConfig(true)));
    }

    private static Commission commission() {
        SongRequest song = new SongRequest(
                new ModelId("aigateway", "elevenlabs/elevenlabs-music"),
                "a calm river",
                Duration.ofSeconds(42),
                false,
                Optional.empty(),
                AudioFormat.MP3,
                OptionalLong.empty(),
                Optional.empty());
        return Commission.of(new JobId("01hzy5c8k0abcdef"), song);
    }

    private static MockResponse secret(String secret) {
        return json(200, "{\"secret\":\"" + secret + "\"}");
    }

    private static MockResponse taken() {
        return json(202, "{\"id\":\"job_abc123\",\"status\":\"queued\"}");
    }
}
