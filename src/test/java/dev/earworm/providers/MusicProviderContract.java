package dev.earworm.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.AsynchronousProvider;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.Commission;
import dev.earworm.music.Composition;
import dev.earworm.music.Composition.NotComposed;
import dev.earworm.music.JobId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.MusicProvider;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderFailure.OutcomeUnknown;
import dev.earworm.music.ProviderFailure.RateLimited;
import dev.earworm.music.ProviderFailure.Unauthorised;
import dev.earworm.music.ProviderFailure.Unavailable;
import dev.earworm.music.RequestPolicy;
import dev.earworm.music.SongRequest;
import dev.earworm.music.Submission;
import dev.earworm.music.Submission.Rejected;
import dev.earworm.music.SynchronousProvider;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the rest of Earworm may expect of every vendor that is asked over HTTP. */
public abstract class MusicProviderContract {
    protected static final String API_KEY = "sk-hunter2-secret";
    protected static final JobId JOB = new JobId("01hzy5c8k0abcdef");
    protected static final VendorTimeouts PATIENT =
            new VendorTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(60));
    protected static final VendorTimeouts HASTY =
            new VendorTimeouts(Duration.ofSeconds(10), Duration.ofMillis(100), Duration.ofSeconds(60));

    protected final MockWebServer server = new MockWebServer();

    @TempDir
    protected Path folder;

    /** The provider under test, its vendor being at the address, with {@link #API_KEY}. */
    protected abstract MusicProvider provider(URI baseUrl, VendorTimeouts timeouts);

    /** The vendor's whole answer to a song that it takes. */
    protected abstract MockResponse success();

    /** The vendor's words for a wrong key; they repeat the key. */
    protected abstract MockResponse wrongKey();

    @BeforeEach
    void startServer() throws IOException {
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void theDefaultsOfEveryModelFitTheModel() {
        assertThat(provider().models()).isNotEmpty();
        for (MusicModel model : provider().models()) {
            assertThat(model.id().provider()).isEqualTo(provider().name());
            assertThat(RequestPolicy.problems(song(model), model)).isEmpty();
        }
    }

    @Test
    void theLongestTextsThatAModelTakesReachTheVendor() {
        for (MusicModel model : provider().models()) {
            server.enqueue(success());
            SongRequest longest = longest(model);

            assertThat(RequestPolicy.problems(longest, model)).isEmpty();
            assertThat(failure(provider(), longest)).isEmpty();
        }
    }

    @Test
    void aVendorThatIsNotThereIsUnavailable() {
        URI nobody = server.url("/").uri();
        server.close();

        assertThat(failure(provider(nobody, PATIENT), song())).containsInstanceOf(Unavailable.class);
    }

    @Test
    void silenceAfterTheRequestLeavesTheOutcomeUnknown() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());

        assertThat(failure(provider(server.url("/").uri(), HASTY), song())).containsInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void aReplyThatIsLostLeavesTheOutcomeUnknownAndTheRequestIsNotSentAgain() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(success());

        assertThat(failure(provider(), song())).containsInstanceOf(OutcomeUnknown.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aReplyThatBreaksOffLeavesTheOutcomeUnknown() {
        server.enqueue(success()
                .newBuilder()
                .setHeader("Content-Length", 3_000_000)
                .onResponseEnd(new SocketEffect.CloseSocket())
                .build());

        assertThat(failure(provider(), song())).containsInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void anInterruptEndsTheWaitPromptly() throws InterruptedException {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        AtomicReference<Optional<ProviderFailure>> outcome = new AtomicReference<>(Optional.empty());
        Thread waiting = Thread.startVirtualThread(() -> outcome.set(failure(provider(), song())));

        server.takeRequest();
        waiting.interrupt();

        assertThat(waiting.join(Duration.ofSeconds(10))).isTrue();
        assertThat(outcome.get()).containsInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void aServerErrorThatMayFollowTheWorkLeavesTheOutcomeUnknown() {
        for (int status : new int[] {500, 502, 504}) {
            server.enqueue(
                    new MockResponse.Builder().code(status).body("<html>").build());

            assertThat(failure(provider(), song())).containsInstanceOf(OutcomeUnknown.class);
        }
    }

    @Test
    void aVendorThatTurnsRequestsAwayIsUnavailableAndNotAskedAgainAtOnce() {
        server.enqueue(new MockResponse.Builder()
                .code(503)
                .addHeader("Retry-After", "0")
                .build());
        server.enqueue(success());

        assertThat(failure(provider(), song())).containsInstanceOf(Unavailable.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aRateLimitIsReadWithAndWithoutAWait() {
        server.enqueue(new MockResponse.Builder().code(429).body("{}").build());
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "30")
                .body("<html>slow down</html>")
                .build());

        assertThat(failure(provider(), song()))
                .hasValueSatisfying(failure ->
                        assertThat(((RateLimited) failure).retryAfter()).isEmpty());
        assertThat(failure(provider(), song()))
                .hasValueSatisfying(failure ->
                        assertThat(((RateLimited) failure).retryAfter()).contains(Duration.ofSeconds(30)));
    }

    @Test
    void aKeyIsNeverRepeatedNotEvenWhenTheVendorDoes() {
        server.enqueue(success());
        server.enqueue(wrongKey());

        try (LogWatch log = new LogWatch()) {
            failure(provider(), song());
            Optional<ProviderFailure> wrong = failure(provider(), song());

            assertThat(wrong).containsInstanceOf(Unauthorised.class);
            assertThat(wrong.toString()).contains("[hidden]").doesNotContain(API_KEY);
            assertThat(provider().toString()).doesNotContain(API_KEY);
            assertThat(log.lines()).isNotEmpty().noneMatch(line -> line.contains(API_KEY));
        }
    }

    @Test
    void aBaseUrlMayHaveAPath() throws InterruptedException {
        server.enqueue(success());
        failure(provider(server.url("/").uri(), PATIENT), song());
        String usual = server.takeRequest().getTarget();

        for (String prefix : new String[] {"/gate", "/gate/"}) {
            server.enqueue(success());
            failure(provider(server.url(prefix).uri(), PATIENT), song());
            assertThat(server.takeRequest().getTarget()).isEqualTo("/gate" + usual);
        }
    }

    @Test
    void halfAnEmojiAndControlCharactersInAPromptDoNoHarm() {
        server.enqueue(success());

        assertThat(failure(provider(), song().withPrompt("rain \ud83c \u0000\u001b\n\"<@1> 🎹")))
                .isEmpty();
    }

    protected final MusicProvider provider() {
        return provider(server.url("/").uri(), PATIENT);
    }

    protected final SongRequest song() {
        return song(provider().models().getFirst());
    }

    protected final Path target() {
        return folder.resolve("song");
    }

    /** Why the song was not taken, if it was not. */
    protected final Optional<ProviderFailure> failure(MusicProvider provider, SongRequest song) {
        return switch (provider) {
            case SynchronousProvider synchronous ->
                switch (synchronous.compose(Commission.of(JOB, song), target())) {
                    case Composition.Composed _ -> Optional.empty();
                    case NotComposed(ProviderFailure failure) -> Optional.of(failure);
                };
            case AsynchronousProvider asynchronous ->
                switch (asynchronous.submit(Commission.of(JOB, song))) {
                    case Submission.Submitted _ -> Optional.empty();
                    case Rejected(ProviderFailure failure) -> Optional.of(failure);
                };
        };
    }

    private static SongRequest song(MusicModel model) {
        return song(model, "lo-fi piano with light rain", false, Optional.empty());
    }

    private static SongRequest longest(MusicModel model) {
        if (!model.has(Feature.LYRICS)) {
            return song(model, "p".repeat(model.prompt().maximum()), true, Optional.empty());
        }
        String lyrics = "l".repeat(model.lyrics().maximum());
        int left = switch (model.lyricsPlace()) {
            case APART -> model.prompt().maximum();
            case IN_PROMPT -> model.prompt().maximum() - lyrics.length();
        };
        return song(model, "p".repeat(left), false, Optional.of(lyrics));
    }

    private static SongRequest song(MusicModel model, String prompt, boolean instrumental, Optional<String> lyrics) {
        return new SongRequest(
                model.id(),
                prompt,
                model.length().usual(),
                instrumental,
                lyrics,
                AudioFormat.MP3,
                OptionalLong.empty(),
                Optional.empty());
    }
}
