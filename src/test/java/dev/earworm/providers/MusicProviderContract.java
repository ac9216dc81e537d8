package dev.earworm.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.jobs.Attempts;
import dev.earworm.jobs.RetryPolicy;
import dev.earworm.jobs.RetryPolicy.Verdict;
import dev.earworm.music.AccountStatus;
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
import dev.earworm.music.Reference;
import dev.earworm.music.ReferenceAudio;
import dev.earworm.music.RequestPolicy;
import dev.earworm.music.SongRequest;
import dev.earworm.music.Submission;
import dev.earworm.music.Submission.Rejected;
import dev.earworm.music.SynchronousProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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

/**
 * What the rest of Earworm may expect of every vendor that is asked over HTTP. Each way in which a song can go wrong says
 * what becomes of the money: nothing was paid and it is tried again, nothing was paid and it is given up, or nobody
 * knows, and it is counted before it is ever sent a second time.
 */
public abstract class MusicProviderContract {
    protected static final String API_KEY = "sk-hunter2-secret";
    protected static final JobId JOB = new JobId("01hzy5c8k0abcdef");
    protected static final VendorTimeouts PATIENT =
            new VendorTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(60));
    protected static final VendorTimeouts HASTY =
            new VendorTimeouts(Duration.ofSeconds(10), Duration.ofMillis(100), Duration.ofSeconds(60));

    private static final Reference REFERENCE =
            new Reference(URI.create("https://cdn.example/hum.mp3"), "hum.mp3", 30_000, "audio/mpeg");

    protected final MockWebServer server = new MockWebServer();

    @TempDir
    protected Path folder;

    /** The provider under test, its vendor being at the address, with {@link #API_KEY}. */
    protected abstract MusicProvider provider(URI baseUrl, VendorTimeouts timeouts);

    /** The vendor's whole answer to a song that it takes. */
    protected abstract MockResponse success();

    /** The vendor's words for a wrong key; they repeat the key. */
    protected abstract MockResponse wrongKey();

    /** The vendor's whole answer about an account with credit left. */
    protected abstract MockResponse wellAccount();

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

        Optional<ProviderFailure> failure = failure(provider(nobody, PATIENT), song());

        assertThat(failure).containsInstanceOf(Unavailable.class);
        assertNothingPaidAndTriedAgain(failure);
    }

    @Test
    void silenceAfterTheRequestLeavesTheOutcomeUnknown() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());

        assertPerhapsPaidAndCounted(failure(provider(server.url("/").uri(), HASTY), song()));
    }

    @Test
    void aReplyThatIsLostLeavesTheOutcomeUnknownAndTheRequestIsNotSentAgain() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(success());

        assertPerhapsPaidAndCounted(failure(provider(), song()));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aReplyThatBreaksOffLeavesTheOutcomeUnknown() {
        server.enqueue(success()
                .newBuilder()
                .setHeader("Content-Length", 3_000_000)
                .onResponseEnd(new SocketEffect.CloseSocket())
                .build());

        assertPerhapsPaidAndCounted(failure(provider(), song()));
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

            assertPerhapsPaidAndCounted(failure(provider(), song()));
        }
    }

    @Test
    void aVendorThatTurnsRequestsAwayIsUnavailableAndNotAskedAgainAtOnce() {
        server.enqueue(new MockResponse.Builder()
                .code(503)
                .addHeader("Retry-After", "0")
                .build());
        server.enqueue(success());

        assertNothingPaidAndTriedAgain(failure(provider(), song()));
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
            assertNothingPaidAndGivenUp(wrong);
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

    @Test
    void anAccountThatCanBeUsedIsSaidToBe() {
        server.enqueue(wellAccount());

        assertThat(provider().account()).isInstanceOf(AccountStatus.Usable.class);
    }

    @Test
    void anAccountWhoseKeyIsRefusedIsSaidToBeUnusableWithoutTheKey() {
        server.enqueue(wrongKey());

        AccountStatus account = provider().account();

        assertThat(((AccountStatus.Unusable) account).failure()).isInstanceOf(Unauthorised.class);
        assertThat(account.toString()).doesNotContain(API_KEY);
    }

    @Test
    void anAccountAtAVendorThatIsNotThereIsUnusable() {
        URI nobody = server.url("/").uri();
        server.close();

        assertThat(((AccountStatus.Unusable) provider(nobody, PATIENT).account()).failure())
                .isInstanceOf(Unavailable.class);
    }

    /** The vendor surely took nothing, so asking again costs nothing. */
    protected static void assertNothingPaidAndTriedAgain(Optional<ProviderFailure> failure) {
        assertThat(failure).isPresent();
        assertThat(verdict(failure.get())).isInstanceOf(Verdict.TryAgainAt.class);
    }

    /** The vendor surely took nothing, and would not another time. */
    protected static void assertNothingPaidAndGivenUp(Optional<ProviderFailure> failure) {
        assertThat(failure).isPresent();
        assertThat(failure.get()).isNotInstanceOfAny(OutcomeUnknown.class, ProviderFailure.Internal.class);
        assertThat(verdict(failure.get())).isInstanceOf(Verdict.GiveUp.class);
    }

    /** The song may be in the works: it is counted as lost, and never taken for one that was not sent. */
    protected static void assertPerhapsPaidAndCounted(Optional<ProviderFailure> failure) {
        assertThat(failure).containsInstanceOf(OutcomeUnknown.class);
        assertThat(verdict(failure.orElseThrow())).isInstanceOf(Verdict.GiveUp.class);
    }

    private static Verdict verdict(ProviderFailure failure) {
        return RetryPolicy.decide(failure, Attempts.NONE, Instant.EPOCH);
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
            case SynchronousProvider synchronous -> failure(synchronous.compose(commission(song), target()));
            case AsynchronousProvider asynchronous ->
                asynchronous
                        .composer(song.model())
                        .map(composer -> failure(composer.compose(commission(song), target())))
                        .orElseGet(() -> failure(asynchronous.submit(commission(song))));
        };
    }

    private static Optional<ProviderFailure> failure(Composition composition) {
        return switch (composition) {
            case Composition.Composed _ -> Optional.empty();
            case NotComposed(ProviderFailure failure) -> Optional.of(failure);
        };
    }

    private static Optional<ProviderFailure> failure(Submission submission) {
        return switch (submission) {
            case Submission.Submitted _ -> Optional.empty();
            case Rejected(ProviderFailure failure) -> Optional.of(failure);
        };
    }

    /** As the job hands it over: with its reference fetched and found to fit. */
    protected final Commission commission(SongRequest song) {
        Optional<ReferenceAudio> reference = song.reference()
                .map(from -> new ReferenceAudio(from.url(), hum(), AudioFormat.MP3, Duration.ofSeconds(20)));
        return new Commission(JOB, song, 10 << 20, reference);
    }

    private Path hum() {
        try {
            return Files.write(folder.resolve("hum.mp3"), SampleAudio.mp3(30_000));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A song that the model can make, with what it cannot do without. */
    protected static SongRequest song(MusicModel model) {
        Optional<String> lyrics =
                model.needs(Feature.LYRICS) ? Optional.of("[Verse]\nLight rain on the roof") : Optional.empty();
        return song(model, "lo-fi piano with light rain", false, lyrics);
    }

    private static SongRequest longest(MusicModel model) {
        if (!model.has(Feature.LYRICS)) {
            boolean instrumental = model.has(Feature.INSTRUMENTAL);
            return song(model, "p".repeat(model.prompt().maximum()), instrumental, Optional.empty());
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
                model.needs(Feature.REFERENCE) ? Optional.of(REFERENCE) : Optional.empty());
    }
}
