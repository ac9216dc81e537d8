package dev.earworm.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.AsynchronousProvider;
import dev.earworm.music.Composition;
import dev.earworm.music.Composition.Composed;
import dev.earworm.music.Composition.NotComposed;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderFailure.Internal;
import dev.earworm.music.ProviderFailure.RateLimited;
import dev.earworm.music.ProviderFailure.Unauthorised;
import dev.earworm.music.ProviderFailure.Unavailable;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Rendering;
import dev.earworm.music.Rendering.Failed;
import dev.earworm.music.Rendering.Ready;
import dev.earworm.music.Rendering.Running;
import dev.earworm.music.TrackDetails;
import java.net.URI;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the rest of Earworm may expect of every vendor with jobs. The song is paid for by the time it is asked after, so
 * no answer to a question may give it up but the vendor's plain word that it will not come.
 */
public abstract class AsynchronousProviderContract extends MusicProviderContract {
    private static final byte[] SONG = SampleAudio.mp3(50_000);

    /** The vendor's whole answers to a question. */
    protected abstract MockResponse running();

    /** A state that the vendor has not documented. */
    protected abstract MockResponse unheardOf();

    protected abstract MockResponse done(URI audio);

    protected abstract MockResponse failed();

    protected abstract MockResponse unknownId();

    /** A name for a song, in the vendor's style. */
    protected abstract ProviderJobId providerJob();

    /** As {@link #provider}, but with audio from these addresses only. */
    protected abstract AsynchronousProvider provider(URI baseUrl, VendorTimeouts timeouts, FetchConfig fetch);

    @Override
    protected AsynchronousProvider provider(URI baseUrl, VendorTimeouts timeouts) {
        return provider(baseUrl, timeouts, new FetchConfig(true));
    }

    @Test
    void aSongThatIsBeingMadeIsWaitedFor() {
        assertThat(poll(running())).isInstanceOf(Running.class);
    }

    @Test
    void aStateThatNobodyHasHeardOfIsWaitedForToo() {
        assertThat(poll(unheardOf())).isInstanceOf(Running.class);
    }

    @Test
    void aFinishedSongIsFetchedWholeAndNoKeyGoesToItsAddress() throws InterruptedException {
        Ready ready = (Ready) poll(done(elsewhere()));
        server.takeRequest();
        server.enqueue(audio());

        assertThat(vendor().download(ready, target())).isInstanceOf(Composed.class);
        assertThat(target()).hasBinaryContent(SONG);
        assertThat(server.takeRequest().getHeaders().toMultimap().toString()).doesNotContain(API_KEY);
    }

    @Test
    void aSongThatTheVendorFailedAtWillNotCome() {
        assertThat(((Failed) poll(failed())).failure())
                .isInstanceOfAny(Internal.class, ProviderFailure.ContentRefused.class);
    }

    @Test
    void aSongThatTheVendorDoesNotKnowWillNotCome() {
        assertThat(((Failed) poll(unknownId())).failure()).isInstanceOf(Internal.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void aVendorInTroubleIsAskedAgainAndNothingIsLost(int status) {
        assertAskedAgain(new MockResponse.Builder()
                .code(status)
                .body("<html>trouble</html>")
                .build());
    }

    @Test
    void aPageInsteadOfAnAnswerIsNoAnswer() {
        assertAskedAgain(new MockResponse.Builder()
                .addHeader("Content-Type", "text/html")
                .body("<html>Welcome</html>")
                .build());
    }

    @Test
    void aQuestionWithoutAnAnswerIsAskedAgain() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        Rendering rendering = provider(server.url("/").uri(), HASTY).poll(providerJob());

        assertThat(((Failed) rendering).failure()).isInstanceOf(Unavailable.class);
    }

    @Test
    void aQuestionTooManyWaitsAsLongAsTheVendorSays() {
        MockResponse answer = new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "7")
                .body("{}")
                .build();

        assertThat(((RateLimited) ((Failed) poll(answer)).failure()).retryAfter())
                .contains(Duration.ofSeconds(7));
    }

    @Test
    void aKeyThatIsRefusedWhileASongIsMadeDoesNotGiveItUp() {
        assertThat(((Failed) poll(wrongKey())).failure()).isInstanceOf(Unauthorised.class);
    }

    @Test
    void audioThatBreaksOffIsFetchedAgain() {
        server.enqueue(audio().newBuilder()
                .setHeader("Content-Length", 3_000_000)
                .onResponseEnd(new SocketEffect.CloseSocket())
                .build());

        assertThat(failure(download(elsewhere()))).isInstanceOf(Unavailable.class);
    }

    @Test
    void aPageInsteadOfAudioIsNoSong() {
        server.enqueue(new MockResponse.Builder()
                .body("<html>This link has expired, sorry about that.</html>")
                .build());

        assertThat(failure(download(elsewhere()))).isInstanceOf(Internal.class);
    }

    @Test
    void twoGigabytesOfAudioAreNotFetched() {
        server.enqueue(audio().newBuilder()
                .setHeader("Content-Length", 2L << 30)
                .onResponseEnd(new SocketEffect.CloseSocket())
                .build());

        assertThat(failure(download(elsewhere()))).isInstanceOf(Internal.class);
        assertThat(target()).doesNotExist();
    }

    @Test
    void audioThatHasExpiredIsNotTakenForASong() {
        server.enqueue(new MockResponse.Builder().code(410).body("{}").build());
        server.enqueue(new MockResponse.Builder().code(410).body("{}").build());

        assertThat(download(elsewhere())).isInstanceOf(NotComposed.class);
    }

    @Test
    void audioAtAPrivateAddressIsNotAskedFor() {
        AsynchronousProvider careful = provider(URI.create("http://vendor.example/"), PATIENT, new FetchConfig(false));

        assertThat(failure(careful.download(ready(elsewhere()), target()))).isInstanceOf(Internal.class);
        assertThat(server.getRequestCount()).isZero();
    }

    private void assertAskedAgain(MockResponse answer) {
        assertThat(((Failed) poll(answer)).failure()).isInstanceOf(Unavailable.class);
        assertThat(poll(running())).isInstanceOf(Running.class);
    }

    protected final AsynchronousProvider vendor() {
        return (AsynchronousProvider) provider();
    }

    protected final Rendering poll(MockResponse answer) {
        server.enqueue(answer);
        return vendor().poll(providerJob());
    }

    /** An address that is not the vendor's API, by another name for this machine. */
    protected final URI elsewhere() {
        return URI.create("http://127.0.0.1:" + server.getPort() + "/files/song.mp3");
    }

    protected static MockResponse audio() {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "audio/mpeg")
                .body(SampleAudio.body(SONG))
                .build();
    }

    private Composition download(URI audio) {
        return vendor().download(ready(audio), target());
    }

    private static Ready ready(URI audio) {
        return new Ready(audio, TrackDetails.NONE);
    }

    private static ProviderFailure failure(Composition composition) {
        return ((NotComposed) composition).failure();
    }
}
