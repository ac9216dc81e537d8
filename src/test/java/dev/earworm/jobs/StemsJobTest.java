package dev.earworm.jobs;

import static dev.earworm.jobs.JobFixtures.ALICE;
import static dev.earworm.quota.QuotaFixtures.used;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earworm.jobs.Refusal.Reason;
import dev.earworm.jobs.SongArchive.Retrieval;
import dev.earworm.jobs.TrackPreparer.Outcome;
import dev.earworm.music.JobId;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.OptionProblem;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.StemSeparator.Separation;
import dev.earworm.music.StemSeparator.StemSet;
import dev.earworm.quota.QuotaUsage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A finished song is taken apart, on a real database, by a vendor and a Discord that do as they are told. */
class StemsJobTest {
    private static final ProviderFailure LOST = new ProviderFailure.OutcomeUnknown("no reply");
    private static final QuotaUsage THE_SONG_ALONE = used(1, 30, 0);
    private static final QuotaUsage SONG_AND_STEMS = used(2, 60, 0);

    @TempDir
    private Path folder;

    private SongWorkshop workshop;
    private Job song;
    private final Queue<Retrieval> troubles = new ArrayDeque<>();

    @BeforeEach
    void finishASong() throws Exception {
        workshop = new SongWorkshop(folder, List.of("studio"));
        JobId id = workshop.promoted();
        run(id);
        song = workshop.job(id);
        workshop.postBox.tracks.clear();
        workshop.heard.clear();
        workshop.pauses.clear();
        workshop.archive = this::retrieve;
        workshop.preparer = (_, raw, _) -> new Outcome.Prepared(stems(raw));
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void aSongIsTakenApartAndItsStemsComeTogether() throws Exception {
        JobId id = run(promoted(StemSet.SIX));

        assertThat(workshop.heard).containsExactly(JobState.RENDERED, JobState.DELIVERED);
        assertThat(workshop.vendor.separator.asked).containsExactly(StemSet.SIX);
        assertThat(workshop.vendor.separator.heard).containsExactly("the posted song");
        assertThat(names(workshop.postBox.tracks)).containsExactly("instrumental.mp3", "vocals.mp3");
        assertThat(workshop.job(id).details().title()).isEqualTo(song.details().title());
        assertThat(workshop.usage()).isEqualTo(SONG_AND_STEMS);
        assertThat(folder.resolve("songs")).isEmptyDirectory();
    }

    @Test
    void stemsCountAsASongOfTheSameLengthFromTheOrderOn() {
        accepted(StemSet.TWO);

        assertThat(workshop.usage()).isEqualTo(used(2, 60, 1));
    }

    @Test
    void aLostReplyIsToldAsUnknownAndReleasedAndNeverAskedAgain() throws Exception {
        workshop.vendor.separator.fails(LOST);

        assertRefused(run(promoted(StemSet.SIX)), Reason.OUTCOME_UNKNOWN);
        assertThat(workshop.vendor.separator.asked).hasSize(1);
    }

    @Test
    void aCrashWhileTheVendorWasAskedIsToldAsUnknownAndNotAskedAgain() throws Exception {
        JobId id = promoted(StemSet.SIX);
        workshop.store.openSubmit(id, workshop.clock.instant());

        assertRefused(run(id), Reason.OUTCOME_UNKNOWN);
        assertThat(workshop.vendor.separator.asked).isEmpty();
    }

    @Test
    void whereARepeatCostsNothingTheCrashIsMadeGood() throws Exception {
        workshop.vendor.separator.costsNothing();
        JobId id = promoted(StemSet.SIX);
        workshop.store.openSubmit(id, workshop.clock.instant());
        Files.writeString(Files.createDirectories(workshop.files.raw(id)).resolve("half.mp3"), "ha");
        run(id);

        assertThat(names(workshop.postBox.tracks)).containsExactly("instrumental.mp3", "vocals.mp3");
        assertThat(workshop.usage()).isEqualTo(SONG_AND_STEMS);
    }

    @Test
    void aStopWhileTheVendorIsAskedLeavesTheIntentToTheNextStart() throws Exception {
        workshop.vendor.separator.answers(() -> {
            Thread.currentThread().interrupt();
            return new Separation.NotSeparated(LOST);
        });
        JobId id = promoted(StemSet.SIX);

        assertThatThrownBy(() -> run(id)).isInstanceOf(InterruptedException.class);
        assertThat(workshop.job(id).attempts().open()).isTrue();
        assertThat(workshop.usage()).isEqualTo(used(2, 60, 1));
    }

    @Test
    void aFullDiskAfterTheSeparationCostsNoSecondOne() throws Exception {
        workshop.diskIsFullFor("rendered", 3);
        run(promoted(StemSet.SIX));

        assertThat(workshop.vendor.separator.asked).hasSize(1);
        assertThat(workshop.postBox.tracks).hasSize(1);
        assertThat(workshop.usage()).isEqualTo(SONG_AND_STEMS);
    }

    @Test
    void aCrashBeforeTheyArePostedPostsThemWithoutASecondSeparation() throws Exception {
        workshop.postBox.answersBy(() -> {
            throw new IllegalStateException("the power is cut");
        });
        JobId id = promoted(StemSet.SIX);
        assertThatThrownBy(() -> run(id)).hasMessage("the power is cut");
        assertThat(workshop.job(id).state()).isEqualTo(JobState.RENDERED);

        run(id);

        assertThat(workshop.vendor.separator.asked).hasSize(1);
        assertThat(names(workshop.postBox.tracks)).containsExactly("instrumental.mp3", "vocals.mp3");
        assertThat(workshop.usage()).isEqualTo(SONG_AND_STEMS);
    }

    @Test
    void aSongWhoseMessageIsGoneIsNotTakenApart() throws Exception {
        troubles.add(new Retrieval.Gone("deleted"));

        assertRefused(run(promoted(StemSet.SIX)), Reason.SONG_GONE);
        assertThat(workshop.vendor.separator.asked).isEmpty();
    }

    @Test
    void discordIsAskedForTheSongMoreThanOnce() throws Exception {
        troubles.add(new Retrieval.Unreachable("503"));
        troubles.add(new Retrieval.Unreachable("503"));
        run(promoted(StemSet.SIX));

        assertThat(workshop.vendor.separator.heard).containsExactly("the posted song");
        assertThat(workshop.pauses).containsExactly(Duration.ofSeconds(4), Duration.ofSeconds(8));
    }

    @Test
    void aSongThatDiscordNeverGivesBackIsNotTakenApart() throws Exception {
        for (int i = 0; i < 9; i++) {
            troubles.add(new Retrieval.Unreachable("503"));
        }

        assertRefused(run(promoted(StemSet.SIX)), Reason.SONG_GONE);
        assertThat(troubles).hasSize(5);
    }

    @Test
    void aBusyVendorIsAskedAgainLaterAndNothingIsCharged() throws Exception {
        workshop.vendor.separator.fails(
                new ProviderFailure.RateLimited("busy", Optional.of(Duration.ofSeconds(30)), OptionalInt.empty()));
        JobId id = run(promoted(StemSet.SIX));
        assertThat(workshop.job(id).state()).isEqualTo(JobState.QUEUED);

        workshop.clock.advance(Duration.ofMinutes(1));
        workshop.promote(id);
        run(id);

        assertThat(workshop.job(id).state()).isEqualTo(JobState.DELIVERED);
        assertThat(workshop.vendor.separator.asked).hasSize(2);
        assertThat(workshop.usage()).isEqualTo(SONG_AND_STEMS);
    }

    @Test
    void noOtherProviderIsAskedForThem() throws Exception {
        workshop.vendor.separator.fails(new ProviderFailure.OutOfCredit("empty"));

        assertRefused(run(promoted(StemSet.SIX)), Reason.OUT_OF_CREDIT);
        assertThat(workshop.studio.songs()).isZero();
    }

    @Test
    void whatCannotBePlayedOrPostedIsRefusedAndReleased() throws Exception {
        workshop.preparer = (_, _, _) -> new Outcome.NotAudio("damaged");

        assertRefused(run(promoted(StemSet.SIX)), Reason.NOT_AUDIO);
    }

    @Test
    void stemsThatNobodyCanBeGivenAreKeptEachAsAFile() throws Exception {
        workshop.postBox.answers(new Publication.Undeliverable("closed"));
        JobId id = run(promoted(StemSet.SIX));

        assertThat(workshop.job(id).keptUntil()).isPresent();
        assertThat(workshop.kept.of(id))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("instrumental.mp3", "vocals.mp3");
        assertThat(workshop.usage()).isEqualTo(SONG_AND_STEMS);
    }

    @Test
    void stemsThatAreInTheWorksAreNotMadeTwice() throws Exception {
        Job first = accepted(StemSet.SIX);

        assertThat(order(StemSet.SIX)).isEqualTo(new Acceptance.AlreadyAccepted(first));
        assertThat(order(StemSet.TWO)).isInstanceOf(Acceptance.Accepted.class);
        assertThat(workshop.usage()).isEqualTo(used(3, 90, 2));

        workshop.promote(first.id());
        run(first.id());
        assertThat(order(StemSet.SIX)).isInstanceOf(Acceptance.Accepted.class);
    }

    @Test
    void aModelWithoutTheAbilityTakesNoOrder() throws Exception {
        JobId id = workshop.accepted(JobFixtures.order(
                ALICE, JobFixtures.request(ScriptedStudio.MODEL, "a calm river", Duration.ofSeconds(30))));
        Job other = workshop.job(id);

        Acceptance acceptance = workshop.songs.accept(
                SongOrder.ofStems(other, new Work.Stems(other.id(), StemSet.SIX), other.destination()));

        assertThat(acceptance)
                .isInstanceOfSatisfying(
                        Acceptance.Unfit.class,
                        unfit -> assertThat(unfit.problems())
                                .containsExactly(new OptionProblem.FeatureMissing(Feature.STEMS)));
    }

    @Test
    void theirWaitTeachesNothingAboutSongs() throws Exception {
        int before = workshop.store.latestWaits(JobFixtures.MODEL, 9).size();
        run(promoted(StemSet.SIX));

        assertThat(workshop.store.latestWaits(JobFixtures.MODEL, 9)).hasSize(before);
    }

    private Acceptance order(StemSet set) {
        return workshop.songs.accept(SongOrder.ofStems(song, new Work.Stems(song.id(), set), song.destination()));
    }

    private Job accepted(StemSet set) {
        return ((Acceptance.Accepted) order(set)).job();
    }

    private JobId promoted(StemSet set) {
        JobId id = accepted(set).id();
        workshop.promote(id);
        return id;
    }

    private JobId run(JobId id) throws InterruptedException {
        workshop.songJob().run(id);
        return id;
    }

    private Retrieval retrieve(Job job, Path target) {
        assertThat(job).isEqualTo(song);
        assertThat(target).doesNotExist();
        Retrieval trouble = troubles.poll();
        if (trouble != null) {
            return trouble;
        }
        try {
            Files.writeString(target, "the posted song");
            return new Retrieval.Retrieved("river.mp3");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FinishedStems stems(Path raw) {
        try (Stream<Path> files = Files.list(raw)) {
            return new FinishedStems(
                    "River",
                    Duration.ofSeconds(30),
                    files.sorted()
                            .map(file -> new FinishedStems.Stem(
                                    "one",
                                    new Finished.NamedFile(file.getFileName().toString(), file),
                                    3))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(List<Finished> posted) {
        assertThat(posted).hasSize(1);
        return posted.getFirst().files().stream().map(Finished.NamedFile::name).toList();
    }

    private void assertRefused(JobId id, Reason reason) {
        Job job = workshop.job(id);
        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(job.refusal()).map(Refusal::reason).contains(reason);
        assertThat(job.told()).isTrue();
        assertThat(workshop.postBox.refusals).hasSize(1);
        assertThat(workshop.postBox.tracks).isEmpty();
        assertThat(workshop.usage()).isEqualTo(THE_SONG_ALONE);
        assertThat(folder.resolve("songs")).isEmptyDirectory();
    }
}
