package dev.earworm.jobs;

import static dev.earworm.jobs.JobFixtures.ALICE;
import static dev.earworm.jobs.JobFixtures.MODEL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.jobs.ReferenceSource.Outcome;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.JobId;
import dev.earworm.music.OptionProblem;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Reference;
import dev.earworm.music.ReferenceAudio;
import dev.earworm.music.SongRequest;
import dev.earworm.quota.Limit;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A song that starts from a sound which its member attached. */
class ReferencedSongTest {
    private static final Reference HUM =
            new Reference(URI.create("https://cdn.example/hum.mp3"), "hum.mp3", 30_000, "audio/mpeg");

    private SongWorkshop workshop;

    @BeforeEach
    void open(@TempDir Path folder) {
        workshop = new SongWorkshop(folder);
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void theVendorGetsTheSoundThatWasLookedInto() throws Exception {
        workshop.references = (reference, rule, target) -> {
            assertThat(rule).isEqualTo(ScriptedProvider.REFERENCES);
            return fetched(reference, target);
        };
        JobId id = run();

        assertThat(workshop.job(id).state()).isEqualTo(JobState.DELIVERED);
        assertThat(workshop.vendor.commissions.getFirst().reference())
                .hasValueSatisfying(audio -> assertThat(audio.length()).isEqualTo(Duration.ofSeconds(20)));
    }

    @Test
    void aSoundThatDoesNotFitEndsTheSongBeforeTheVendorHearsOfIt() throws Exception {
        workshop.references =
                (_, rule, _) -> new Outcome.Unfit(List.of(new OptionProblem.ReferenceUnreadable(rule.formats())));
        assertRefused(run(), Refusal.Reason.REFERENCE_UNREADABLE);
    }

    @Test
    void aSoundThatIsTooLongEndsTheSong() throws Exception {
        workshop.references = (_, rule, _) ->
                new Outcome.Unfit(List.of(new OptionProblem.ReferenceLengthOutOfRange(rule.minimum(), rule.maximum())));
        assertRefused(run(), Refusal.Reason.REFERENCE_LENGTH);
    }

    @Test
    void aSoundThatIsLargerThanDiscordSaidEndsTheSong() throws Exception {
        workshop.references = (_, rule, _) ->
                new Outcome.Unfit(List.of(new OptionProblem.ReferenceTooLarge(rule.maxBytes(), rule.maxBytes() + 1)));
        assertRefused(run(), Refusal.Reason.REFERENCE_TOO_LARGE);
    }

    @Test
    void aSoundThatIsGoneEndsTheSong() throws Exception {
        workshop.references = (_, _, _) -> new Outcome.Gone("HTTP 404");
        assertRefused(run(), Refusal.Reason.REFERENCE_GONE);
    }

    @Test
    void aSoundThatDoesNotComeIsFetchedAgain() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        workshop.references = (reference, _, target) ->
                tries.incrementAndGet() < 3 ? new Outcome.Unreachable("HTTP 503") : fetched(reference, target);

        assertThat(workshop.job(run()).state()).isEqualTo(JobState.DELIVERED);
        assertThat(tries).hasValue(3);
    }

    @Test
    void aSoundThatNeverComesEndsTheSong() throws Exception {
        workshop.references = (_, _, _) -> new Outcome.Unreachable("HTTP 503");
        assertRefused(run(), Refusal.Reason.REFERENCE_GONE);
    }

    @Test
    void aSongWhoseReplyWasLostIsFoundEvenWhenItsSoundIsGoneSince() throws Exception {
        workshop.references = (_, _, _) -> new Outcome.Gone("HTTP 404");
        workshop.vendor.answersLookUp(Optional.of(new ProviderJobId("found-in-the-log")));
        JobId id = promoted();
        workshop.store.openSubmit(id, workshop.clock.instant());

        workshop.songJob().run(id);

        assertThat(workshop.job(id).state()).isEqualTo(JobState.DELIVERED);
    }

    private void assertRefused(JobId id, Refusal.Reason reason) {
        assertThat(workshop.job(id).refusal()).contains(Refusal.because(reason));
        assertThat(workshop.vendor.submits()).isZero();
        assertThat(workshop.usage().of(Limit.DAILY_SONGS)).isZero();
    }

    private static Outcome fetched(Reference reference, Path target) {
        return new Outcome.Fetched(
                new ReferenceAudio(reference.url(), target, AudioFormat.MP3, Duration.ofSeconds(20)));
    }

    private JobId run() throws InterruptedException {
        JobId id = promoted();
        workshop.songJob().run(id);
        return id;
    }

    private JobId promoted() {
        SongRequest request = new SongRequest(
                MODEL,
                "a calm river",
                Duration.ofSeconds(30),
                false,
                Optional.empty(),
                AudioFormat.MP3,
                OptionalLong.empty(),
                Optional.of(HUM));
        JobId id = workshop.accepted(JobFixtures.order(ALICE, request));
        workshop.promote(id);
        return id;
    }
}
