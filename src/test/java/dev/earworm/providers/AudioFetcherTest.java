package dev.earworm.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.Composition;
import dev.earworm.music.Composition.Composed;
import dev.earworm.music.Composition.NotComposed;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.Rendering.Ready;
import dev.earworm.music.TrackDetails;
import dev.earworm.providers.FetchResult.Fetched;
import dev.earworm.providers.FetchResult.NotAudio;
import dev.earworm.providers.FetchResult.Unfit;
import dev.earworm.providers.FetchResult.Unreachable;
import dev.earworm.providers.LinkResult.Followed;
import dev.earworm.providers.LinkResult.Refused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudioFetcherTest {
    private static final VendorTimeouts PATIENT =
            new VendorTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(60));
    private static final int LIMIT = 1 << 20;

    /** Only the test server's address is open, so that every other stands for a private one. */
    private static final FetchRules SERVER_ONLY =
            new FetchRules(Set.of("http"), InetAddress.ofLiteral("127.0.0.1")::equals);

    private final MockWebServer server = new MockWebServer();
    private final AudioFetcher fetcher = new AudioFetcher(SERVER_ONLY, PATIENT, LIMIT);

    @TempDir
    private Path folder;

    @BeforeEach
    void startServer() throws IOException {
        server.start(InetAddress.ofLiteral("127.0.0.1"), 0);
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void theFileHoldsExactlyWhatTheAddressHolds() throws InterruptedException {
        byte[] song = SampleAudio.mp3(300_000);
        server.enqueue(audio(song));

        assertThat(fetch("/song.mp3?sig=a%2Fb")).isEqualTo(new Fetched(song.length));

        assertThat(target()).hasBinaryContent(song);
        RecordedRequest request = server.takeRequest();
        assertThat(request.getTarget()).isEqualTo("/song.mp3?sig=a%2Fb");
        assertThat(request.getHeaders().names())
                .doesNotContain("Authorization", "xi-api-key", "X-API-Key", "Cookie", "Referer");
    }

    @Test
    void anOlderLongerFileIsReplaced() throws IOException {
        Files.write(target(), SampleAudio.mp3(900_000));
        byte[] song = SampleAudio.mp3(1000);
        server.enqueue(audio(song));

        fetch("/song.mp3");

        assertThat(target()).hasBinaryContent(song);
    }

    @Test
    void audioInChunksOfUnknownLengthIsTaken() {
        byte[] song = SampleAudio.mp3(100_000);
        server.enqueue(new MockResponse.Builder()
                .chunkedBody(SampleAudio.body(song), 1000)
                .build());

        assertThat(fetch("/song.mp3")).isEqualTo(new Fetched(song.length));
        assertThat(target()).hasBinaryContent(song);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!doctype html><html></html>", "{\"error\":\"link expired\"}", "", "ID3"})
    void whatIsNoAudioIsSeenWhateverItCallsItself(String body) {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "audio/mpeg")
                .body(body)
                .build());

        assertThat(fetch("/song.mp3")).isInstanceOf(NotAudio.class);
        assertThat(target()).doesNotExist();
    }

    @Test
    void aClaimOfTwoGigabytesIsRefusedBeforeAnythingIsWritten() {
        server.enqueue(new MockResponse.Builder()
                .body(SampleAudio.body(SampleAudio.mp3(1000)))
                .setHeader("Content-Length", 2L << 30)
                .build());

        assertThat(fetch("/song.mp3")).isInstanceOf(NotAudio.class);
        assertThat(target()).doesNotExist();
    }

    @Test
    void audioThatClaimsNothingAndNeverEndsIsStoppedAtTheLimit() {
        server.enqueue(new MockResponse.Builder()
                .chunkedBody(SampleAudio.body(SampleAudio.mp3(LIMIT * 4)), 64_000)
                .build());

        assertThat(fetch("/song.mp3")).isInstanceOf(NotAudio.class);
        assertThat(target().toFile().length()).isLessThan(LIMIT + 100_000L);
    }

    @Test
    void audioThatBreaksOffMayBeFetchedAgain() {
        server.enqueue(new MockResponse.Builder()
                .body(SampleAudio.body(SampleAudio.mp3(500_000)))
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());

        assertThat(fetch("/song.mp3")).isInstanceOf(Unreachable.class);
    }

    @Test
    void anAddressThatNeverAnswersIsLeft() {
        VendorTimeouts hasty =
                new VendorTimeouts(Duration.ofSeconds(10), Duration.ofMillis(100), Duration.ofSeconds(60));
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());

        assertThat(new AudioFetcher(SERVER_ONLY, hasty, LIMIT).fetch(url("/song.mp3"), target()))
                .isInstanceOf(Unreachable.class);
    }

    @Test
    void audioThatTricklesForeverIsLeftToo() {
        VendorTimeouts bounded =
                new VendorTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMillis(500));
        server.enqueue(new MockResponse.Builder()
                .body(SampleAudio.body(SampleAudio.mp3(100_000)))
                .throttleBody(20, 20, TimeUnit.MILLISECONDS)
                .build());

        assertThat(new AudioFetcher(SERVER_ONLY, bounded, LIMIT).fetch(url("/song.mp3"), target()))
                .isInstanceOf(Unreachable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 408, 425, 429, 500, 502, 503, 504})
    void someRefusalsPass(int status) {
        server.enqueue(new MockResponse.Builder().code(status).build());

        assertThat(fetch("/song.mp3")).isInstanceOf(Unreachable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 410})
    void othersAreForGoodUnlessThereIsAFreshLink(int status) {
        server.enqueue(new MockResponse.Builder().code(status).build());
        server.enqueue(new MockResponse.Builder().code(status).build());

        assertThat(fetch("/song.mp3")).isInstanceOf(Unfit.class);
        assertThat(fetcher.follow(url("/song.mp3"), target()))
                .isEqualTo(new Refused(status, "127.0.0.1: HTTP " + status));
    }

    @Test
    void aLinkThatIsNotRefusedIsAnAddressLikeAnyOther() {
        server.enqueue(audio(SampleAudio.mp3(1000)));
        server.enqueue(new MockResponse.Builder().code(404).build());

        assertThat(fetcher.follow(url("/song.mp3"), target())).isEqualTo(new Followed(new Fetched(1000)));
        assertThat(fetcher.follow(url("/song.mp3"), target()))
                .isEqualTo(new Followed(new Unreachable("127.0.0.1: HTTP 404")));
    }

    @Test
    void aKeyIsSentToTheAddressThatItIsMeantFor() throws InterruptedException {
        byte[] song = SampleAudio.mp3(1000);
        server.enqueue(audio(song));

        assertThat(fetcher.followWith("Bearer hunter2", url("/song.mp3"), target()))
                .isEqualTo(new Followed(new Fetched(song.length)));
        assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer hunter2");
    }

    @Test
    void aKeyIsNotSentToWhereTheAddressRedirectsNotEvenOnTheSameHost() throws Exception {
        try (MockWebServer elsewhere = new MockWebServer()) {
            elsewhere.start(InetAddress.ofLiteral("127.0.0.1"), 0);
            server.enqueue(redirect(307, "/moved.mp3"));
            server.enqueue(redirect(302, "http://127.0.0.1:" + elsewhere.getPort() + "/song.mp3"));
            elsewhere.enqueue(audio(SampleAudio.mp3(1000)));

            assertThat(fetcher.followWith("Bearer hunter2", url("/song.mp3"), target()))
                    .isEqualTo(new Followed(new Fetched(1000)));

            assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer hunter2");
            // Not by Headers.toString(), which hides the value of this one.
            assertThat(server.takeRequest().getHeaders().toMultimap().toString())
                    .doesNotContain("hunter2");
            assertThat(elsewhere.takeRequest().getHeaders().toMultimap().toString())
                    .doesNotContain("hunter2");
        }
    }

    @Test
    void aKeyIsNotSentToAnAddressThatMayNotBeAsked() {
        assertThat(fetcher.followWith("Bearer hunter2", URI.create("https://127.0.0.1/song.mp3"), target()))
                .isInstanceOfSatisfying(
                        Followed.class,
                        followed -> assertThat(followed.result()).isInstanceOf(Unfit.class));
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void aKeyIsNotRepeatedInADetail() {
        server.enqueue(new MockResponse.Builder().code(403).body("hunter2").build());

        assertThat(fetcher.followWith("Bearer hunter2", url("/song.mp3"), target())
                        .toString())
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsFollowed(int status) throws InterruptedException {
        byte[] song = SampleAudio.mp3(1000);
        server.enqueue(redirect(status, "/elsewhere.mp3"));
        server.enqueue(audio(song));

        assertThat(fetch("/song.mp3")).isEqualTo(new Fetched(song.length));
        server.takeRequest();
        assertThat(server.takeRequest().getTarget()).isEqualTo("/elsewhere.mp3");
    }

    @Test
    void fiveRedirectsAreFollowedAndNotSix() {
        for (int i = 0; i < 5; i++) {
            server.enqueue(redirect(302, "/again"));
        }
        server.enqueue(audio(SampleAudio.mp3(1000)));
        assertThat(fetch("/song.mp3")).isInstanceOf(Fetched.class);

        for (int i = 0; i < 6; i++) {
            server.enqueue(redirect(302, "/again"));
        }
        server.enqueue(audio(SampleAudio.mp3(1000)));
        assertThat(fetch("/song.mp3")).isInstanceOf(Unfit.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.2:%d/song.mp3",
                "http://10.0.0.1:%d/song.mp3",
                "http://169.254.169.254/latest/meta-data",
                "http://[::1]:%d/song.mp3",
                "http://127.2:%d/song.mp3",
                "https://127.0.0.1:%d/song.mp3",
                "file:///etc/passwd",
                "//10.0.0.1:%d/song.mp3"
            })
    void aRedirectToAnAddressThatMayNotBeAskedIsUnfitAndNotAsked(String location) {
        server.enqueue(redirect(302, location.formatted(server.getPort())));

        assertThat(fetch("/song.mp3")).isInstanceOf(Unfit.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aRedirectToNowhereIsUnfit() {
        server.enqueue(new MockResponse.Builder().code(302).build());

        assertThat(fetch("/song.mp3")).isInstanceOf(Unfit.class);
    }

    /** The name is an honest one; what it resolves to is not. */
    @Test
    void aNameThatResolvesToAPrivateAddressIsUnfitAndNotAsked() {
        FetchRules publicOverHttp = new FetchRules(Set.of("http"), PublicAddresses::contains);
        URI local = URI.create("http://localhost:" + server.getPort() + "/song.mp3");

        assertThat(new AudioFetcher(publicOverHttp, PATIENT, LIMIT).fetch(local, target()))
                .isInstanceOfSatisfying(
                        Unfit.class, unfit -> assertThat(unfit.detail()).contains("http.allow-private-addresses"));
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void withoutPrivateAddressesOnlyHttpsIsAsked() {
        AudioFetcher strict = new AudioFetcher(new FetchConfig(false));

        assertThat(strict.fetch(url("/song.mp3"), target())).isInstanceOf(Unfit.class);
        assertThat(strict.fetch(URI.create("https://127.0.0.1:" + server.getPort() + "/song.mp3"), target()))
                .isInstanceOf(Unfit.class);
        assertThat(strict.fetch(URI.create("file:///etc/passwd"), target())).isInstanceOf(Unfit.class);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void withPrivateAddressesALocalServerIsAsked() {
        server.enqueue(audio(SampleAudio.mp3(1000)));

        assertThat(new AudioFetcher(new FetchConfig(true)).fetch(url("/song.mp3"), target()))
                .isInstanceOf(Fetched.class);
    }

    @Test
    void theSignatureOfAnAddressIsNotRepeatedInADetail() {
        server.enqueue(new MockResponse.Builder().code(403).build());

        assertThat(fetch("/song.mp3?Signature=hunter2").toString()).doesNotContain("hunter2");
    }

    @Test
    void anInterruptEndsADownloadPromptly() throws InterruptedException {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        AtomicReference<FetchResult> outcome = new AtomicReference<>();
        Thread waiting = Thread.startVirtualThread(() -> outcome.set(fetch("/song.mp3")));

        server.takeRequest();
        waiting.interrupt();

        assertThat(waiting.join(Duration.ofSeconds(10))).isTrue();
        assertThat(outcome.get()).isInstanceOf(Unreachable.class);
    }

    @Test
    void inTheWordsOfAProviderWhatPassesIsUnavailableAndTheRestInternal() {
        server.enqueue(audio(SampleAudio.mp3(1000)));
        server.enqueue(new MockResponse.Builder().code(503).build());
        server.enqueue(new MockResponse.Builder().body("<html>").build());
        server.enqueue(new MockResponse.Builder().code(410).build());
        Ready ready = new Ready(url("/song.mp3"), TrackDetails.titled("Rain"));

        assertThat(fetcher.download(ready, target())).isEqualTo(new Composed(TrackDetails.titled("Rain")));
        assertThat(failure(fetcher.download(ready, target()))).isInstanceOf(ProviderFailure.Unavailable.class);
        assertThat(failure(fetcher.download(ready, target()))).isInstanceOf(ProviderFailure.Internal.class);
        assertThat(failure(fetcher.download(ready, target()))).isInstanceOf(ProviderFailure.Internal.class);
    }

    private static ProviderFailure failure(Composition composition) {
        return ((NotComposed) composition).failure();
    }

    private FetchResult fetch(String path) {
        return fetcher.fetch(url(path), target());
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getPort() + path);
    }

    private Path target() {
        return folder.resolve("song");
    }

    private static MockResponse audio(byte[] song) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/octet-stream")
                .body(new Buffer().write(song))
                .build();
    }

    private static MockResponse redirect(int status, String location) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Location", location)
                .build();
    }
}
