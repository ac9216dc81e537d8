package dev.earworm.providers.aigateway;

import static dev.earworm.providers.aigateway.AigatewayAnswer.json;
import static dev.earworm.providers.aigateway.AigatewayAnswer.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.Composition;
import dev.earworm.music.Composition.Composed;
import dev.earworm.music.Composition.NotComposed;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderFailure.Internal;
import dev.earworm.music.ProviderFailure.RateLimited;
import dev.earworm.music.ProviderFailure.Unauthorised;
import dev.earworm.music.ProviderFailure.Unavailable;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Rendering.Failed;
import dev.earworm.music.Rendering.Ready;
import dev.earworm.music.TrackDetails;
import dev.earworm.providers.AudioFetcher;
import dev.earworm.providers.FetchConfig;
import dev.earworm.providers.SampleAudio;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where audio is fetched from, and who sees the key on the way. */
class AigatewayFilesTest {
    private static final String API_KEY = "sk-aig-hunter2";
    private static final String FILE = "/v1/files/jobs/job_abc123/song%201.mp3";
    private static final TrackDetails DETAILS = TrackDetails.titled("Rain");
    private static final byte[] SONG = SampleAudio.mp3(20_000);

    private final MockWebServer vendor = new MockWebServer();
    private final MockWebServer elsewhere = new MockWebServer();

    @TempDir
    private Path folder;

    @BeforeEach
    void startServers() throws IOException {
        vendor.start();
        elsewhere.start();
    }

    @AfterEach
    void stopServers() {
        vendor.close();
        elsewhere.close();
    }

    @Test
    void aLinkToAnotherHostIsFetchedWithoutTheKey() throws InterruptedException {
        elsewhere.enqueue(audio());

        assertComposed(download(elsewhere.url("/bucket/x.mp3?X-Sig=a%2Fb").uri()));

        assertKeyless(elsewhere.takeRequest(), "/bucket/x.mp3?X-Sig=a%2Fb");
        assertThat(vendor.getRequestCount()).isZero();
    }

    @Test
    void aSignedLinkToTheVendorIsFetchedWithoutTheKeyToo() throws InterruptedException {
        vendor.enqueue(audio());

        assertComposed(download(vendor.url(FILE + "?token=t&exp=1&k=2").uri()));

        assertKeyless(vendor.takeRequest(), FILE + "?token=t&exp=1&k=2");
    }

    @Test
    void forAFileOfTheVendorsASignedLinkIsAskedWithTheKeyAndFetchedWithout() throws InterruptedException {
        vendor.enqueue(json(200, """
                {"url":"%s","expires_at":1776950682}""".formatted(vendor.url(FILE + "/public?token=t&exp=1&k=2"))));
        vendor.enqueue(audio());

        assertComposed(download(vendor.url(FILE).uri()));

        RecordedRequest signing = vendor.takeRequest();
        assertThat(signing.getRequestLine()).isEqualTo("GET " + FILE + "/signed?expires_in=3600 HTTP/1.1");
        assertThat(signing.getHeaders().get("Authorization")).isEqualTo("Bearer " + API_KEY);
        assertKeyless(vendor.takeRequest(), FILE + "/public?token=t&exp=1&k=2");
    }

    @Test
    void aSignedLinkMayPointAnywhereAndTheKeyStaysHere() throws InterruptedException {
        vendor.enqueue(json(200, "{\"url\":\"%s\"}".formatted(elsewhere.url("/r2/x.mp3?sig=1"))));
        elsewhere.enqueue(audio());

        assertComposed(download(vendor.url(FILE).uri()));

        assertKeyless(elsewhere.takeRequest(), "/r2/x.mp3?sig=1");
    }

    @Test
    void aBaseAddressWithAPathKeepsItWhenALinkIsSigned() throws InterruptedException {
        vendor.enqueue(json(200, "{\"url\":\"%s\"}".formatted(elsewhere.url("/x.mp3?sig=1"))));
        elsewhere.enqueue(audio());
        AigatewayProvider behindAGate = provider(vendor.url("/gate/").uri(), new FetchConfig(true));

        assertComposed(behindAGate.download(new Ready(vendor.url("/gate" + FILE).uri(), DETAILS), target()));

        assertThat(vendor.takeRequest().getTarget()).isEqualTo("/gate" + FILE + "/signed?expires_in=3600");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 405})
    void whereTheVendorSignsNoLinksTheFileItselfIsAskedForWithTheKey(int status) throws InterruptedException {
        vendor.enqueue(page(status));
        vendor.enqueue(audio());

        assertComposed(download(vendor.url(FILE).uri()));

        vendor.takeRequest();
        RecordedRequest file = vendor.takeRequest();
        assertThat(file.getTarget()).isEqualTo(FILE);
        assertThat(file.getHeaders().get("Authorization")).isEqualTo("Bearer " + API_KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"url\":null}", "{\"url\":\"gs://x\"}", "<html>"})
    void aSignedLinkThatIsNoneIsDoneWithout(String answer) throws InterruptedException {
        vendor.enqueue(json(200, answer));
        vendor.enqueue(audio());

        assertComposed(download(vendor.url(FILE).uri()));

        vendor.takeRequest();
        assertThat(vendor.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer " + API_KEY);
    }

    /** As on the model's page: {@code https://media.aigateway.sh/music/abc123.mp3}. */
    @Test
    void anyOtherAddressAtTheVendorIsAskedWithTheKeyAtOnce() throws InterruptedException {
        vendor.enqueue(audio());

        assertComposed(download(vendor.url("/music/abc123.mp3").uri()));

        assertThat(vendor.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer " + API_KEY);
    }

    @Test
    void aSignedLinkThatTheVendorAsksAKeyForGetsIt() throws InterruptedException {
        vendor.enqueue(page(401));
        vendor.enqueue(audio());

        assertComposed(download(vendor.url(FILE + "?v=2").uri()));

        assertKeyless(vendor.takeRequest(), FILE + "?v=2");
        assertThat(vendor.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer " + API_KEY);
    }

    @Test
    void anotherHostThatAsksForAKeyGetsNone() {
        elsewhere.enqueue(page(401));
        elsewhere.enqueue(audio());

        assertThat(failure(download(elsewhere.url("/x.mp3?v=2").uri()))).isInstanceOf(Unavailable.class);
        assertThat(elsewhere.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aRedirectFromTheVendorDropsTheKey() throws InterruptedException {
        vendor.enqueue(page(404));
        vendor.enqueue(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", elsewhere.url("/r2/x.mp3"))
                .build());
        elsewhere.enqueue(audio());

        assertComposed(download(vendor.url(FILE).uri()));

        assertKeyless(elsewhere.takeRequest(), "/r2/x.mp3");
    }

    @Test
    void aRedirectOfTheSigningIsNotFollowedWithTheKey() {
        vendor.enqueue(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", elsewhere.url("/signed"))
                .build());

        assertThat(failure(download(vendor.url(FILE).uri()))).isInstanceOf(Unavailable.class);
        assertThat(elsewhere.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 410})
    void anExpiredLinkSendsBackToTheJobWhichHasAFreshOne(int status) {
        elsewhere.enqueue(page(status));
        assertThat(failure(download(elsewhere.url("/x.mp3?sig=old").uri()))).isInstanceOf(Unavailable.class);

        vendor.enqueue(json(200, """
                {"id":"job_abc123","status":"completed","result":{"file_url":"%s"}}""".formatted(elsewhere.url("/x.mp3?sig=new"))));
        elsewhere.enqueue(audio());
        Ready fresh = (Ready) provider().poll(new ProviderJobId("job_abc123"));

        assertThat(provider().download(fresh, target())).isEqualTo(new Composed(fresh.details()));
    }

    @Test
    void aFileThatIsGoneAfterItsWeekIsGone() {
        elsewhere.enqueue(page(410));
        assertThat(failure(download(elsewhere.url("/x.mp3?sig=old").uri()))).isInstanceOf(Unavailable.class);

        vendor.enqueue(json(404, "{\"error\":{\"message\":\"Job not found\",\"type\":\"not_found\",\"code\":404}}"));

        assertThat(((Failed) provider().poll(new ProviderJobId("job_abc123"))).failure())
                .isInstanceOf(Internal.class);
    }

    @Test
    void aSigningThatFailsIsTriedAgainAndNeverTheEndOfTheSong() {
        vendor.enqueue(page(503));
        vendor.enqueue(json(410, "{\"error\":{\"message\":\"Expired\",\"type\":\"not_found\",\"code\":410}}"));
        vendor.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        for (int i = 0; i < 3; i++) {
            assertThat(failure(download(vendor.url(FILE).uri()))).isInstanceOf(Unavailable.class);
        }
        vendor.enqueue(json(401, "{\"error\":{\"message\":\"Key\",\"type\":\"authentication_error\",\"code\":401}}"));
        vendor.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "4")
                .body("{}")
                .build());

        assertThat(failure(download(vendor.url(FILE).uri()))).isInstanceOf(Unauthorised.class);
        assertThat(((RateLimited) failure(download(vendor.url(FILE).uri()))).retryAfter())
                .contains(Duration.ofSeconds(4));
    }

    @Test
    void whatIsNoAudioIsNoSongWhoeverSendsIt() {
        vendor.enqueue(page(404));
        vendor.enqueue(page(200));
        assertThat(failure(download(vendor.url(FILE).uri()))).isInstanceOf(Internal.class);

        elsewhere.enqueue(page(200));
        assertThat(failure(download(elsewhere.url("/x.mp3").uri()))).isInstanceOf(Internal.class);
    }

    @Test
    void aLinkToAPrivateAddressIsNotFollowedNotEvenIfTheVendorSignsIt() {
        vendor.enqueue(json(200, "{\"url\":\"%s\"}".formatted(elsewhere.url("/x.mp3"))));
        AigatewayProvider careful = provider(vendor.url("/").uri(), new FetchConfig(false));

        assertThat(failure(careful.download(new Ready(vendor.url(FILE).uri(), DETAILS), target())))
                .isInstanceOf(Internal.class);
        assertThat(elsewhere.getRequestCount()).isZero();
    }

    @Test
    void noDetailHoldsTheKeyOrASignature() {
        vendor.enqueue(page(403));
        Composition refused = download(vendor.url("/x.mp3?sig=hunter3").uri());

        assertThat(refused.toString()).doesNotContain("hunter2").doesNotContain("hunter3");
    }

    private AigatewayProvider provider() {
        return provider(vendor.url("/").uri(), new FetchConfig(true));
    }

    private static AigatewayProvider provider(URI base, FetchConfig fetch) {
        return new AigatewayProvider(new AigatewayConfig(API_KEY, base, Optional.empty()), new AudioFetcher(fetch));
    }

    private Composition download(URI audio) {
        return provider().download(new Ready(audio, DETAILS), target());
    }

    private Path target() {
        return folder.resolve("song");
    }

    private static MockResponse audio() {
        return new MockResponse.Builder().body(SampleAudio.body(SONG)).build();
    }

    private void assertComposed(Composition composition) {
        assertThat(composition).isEqualTo(new Composed(DETAILS));
        assertThat(target()).hasBinaryContent(SONG);
    }

    private static void assertKeyless(RecordedRequest request, String target) {
        assertThat(request.getTarget()).isEqualTo(target);
        // Not by Headers.toString(), which hides the value of Authorization.
        assertThat(request.getHeaders().toMultimap().toString()).doesNotContain("hunter2");
    }

    private static ProviderFailure failure(Composition composition) {
        return ((NotComposed) composition).failure();
    }
}
