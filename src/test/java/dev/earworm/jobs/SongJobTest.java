package dev.earworm.jobs;

import static dev.earworm.jobs.JobFixtures.ALICE;
import static dev.earworm.jobs.JobFixtures.NOON;
import static dev.earworm.jobs.JobFixtures.order;
import static dev.earworm.jobs.JobFixtures.request;
import static dev.earworm.quota.QuotaFixtures.used;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earworm.jobs.Refusal.Reason;
import dev.earworm.jobs.TrackPreparer.Outcome;
import dev.earworm.music.Composition;
import dev.earworm.music.JobId;
import dev.earworm.music.ModelId;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Rendering;
import dev.earworm.music.Submission;
import dev.earworm.music.Suggestion;
import dev.earworm.quota.Limit;
import dev.earworm.quota.QuotaUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every step of a song, on a real database, with a vendor and a Discord that do as they are told. */
class SongJobTest {
    private static final QuotaUsage SPENT = used(1, 30, 0);
    private static final QuotaUsage HELD = used(1, 30, 1);
    private static final ProviderFailure DOWN = new ProviderFailure.Unavailable("down");
    private static final ProviderFailure LOST = new ProviderFailure.OutcomeUnknown("no reply");
    private static final long MEBIBYTE = 1024 * 1024;

    @TempDir
    private Path folder;

    private SongWorkshop workshop;

    @BeforeEach
    void open() {
        workshop = new SongWorkshop(folder);
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void aSongIsSubmittedAwaitedFetchedAndDelivered() throws Exception {
        JobId id = run(workshop.promoted());

        assertThat(workshop.heard).containsExactly(JobState.RENDERING, JobState.RENDERED, JobState.DELIVERED);
        assertThat(workshop.job(id).details().title()).contains("River");
        assertThat(workshop.job(id).trackMessage()).contains(SongWorkshop.PostBox.POSTED);
        assertThat(workshop.postBox.tracks).hasSize(1);
        assertThat(workshop.vendor.submits()).isEqualTo(1);
        assertThat(workshop.usage()).isEqualTo(SPENT);
        assertThat(folder.resolve("songs")).isEmptyDirectory();
    }

    @Test
    void aSongThatHasEndedIsLeftAsItIs() throws Exception {
        JobId id = run(workshop.promoted());
        run(id);

        assertThat(workshop.postBox.tracks).hasSize(1);
        assertThat(workshop.vendor.submits()).isEqualTo(1);
    }

    @Test
    void aSongThatWaitsForItsTurnIsLeftWaiting() throws Exception {
        JobId id = run(workshop.accepted());

        assertThat(workshop.job(id).state()).isEqualTo(JobState.QUEUED);
        assertThat(workshop.vendor.submits()).isZero();
    }

    // Submitting

    @Test
    void aSubmitWhoseReplyWasLostIsRepeatedOnceWhereItMayBeChargedTwice() throws Exception {
        workshop.vendor.rejects(LOST);
        JobId id = run(workshop.promoted());

        assertThat(workshop.vendor.submits()).isEqualTo(2);
        assertThat(workshop.job(id).state()).isEqualTo(JobState.DELIVERED);
        assertThat(workshop.job(id).attempts().lost()).isEqualTo(1);
    }

    @Test
    void aSubmitIsNeverRepeatedTwiceWhereItMayBeChargedTwice() throws Exception {
        lost(9);
        JobId id = run(workshop.promoted());

        assertThat(workshop.vendor.submits()).isEqualTo(2);
        assertRefused(id, Reason.OUTCOME_UNKNOWN);
    }

    @Test
    void aVendorThatKnowsTheSongByItsKeyIsAskedMoreOften() throws Exception {
        workshop.vendor.knowsSongsByTheirKey();
        lost(5);
        JobId id = run(workshop.promoted());

        assertThat(workshop.vendor.submits()).isEqualTo(6);
        assertThat(workshop.job(id).state()).isEqualTo(JobState.DELIVERED);
    }

    @Test
    void aSubmitThatACrashLeftOpenCountsAsLost() throws Exception {
        workshop.vendor.rejects(LOST);
        JobId id = workshop.promoted();
        workshop.store.openSubmit(id, workshop.clock.instant());
        run(id);

        assertThat(workshop.vendor.submits()).isEqualTo(1);
        assertRefused(id, Reason.OUTCOME_UNKNOWN);
    }

    @Test
    void aSubmitThatIsCutOffByAStopIsOpenAtTheNextStart() throws Exception {
        workshop.vendor.answersSubmit(() -> {
            Thread.currentThread().interrupt();
            return new Submission.Rejected(DOWN);
        });
        JobId id = workshop.promoted();

        assertThatThrownBy(() -> run(id)).isInstanceOf(InterruptedException.class);
        assertThat(workshop.job(id).state()).isEqualTo(JobState.SUBMITTING);
        assertThat(workshop.job(id).attempts().open()).isTrue();

        run(id);
        assertThat(workshop.job(id).state()).isEqualTo(JobState.DELIVERED);
        assertThat(workshop.vendor.submits()).isEqualTo(2);
    }

    @Test
    void theVendorsIdIsNotLostWhenItCannotBeWrittenAtOnce() throws Exception {
        workshop.diskIsFullFor("rendering", 3);
        JobId id = run(workshop.promoted());

        assertThat(workshop.vendor.submits()).isEqualTo(1);
        assertThat(workshop.job(id).state()).isEqualTo(JobState.DELIVERED);
        assertThat(workshop.job(id).attempts().lost()).isZero();
    }

    static Stream<ProviderFailure> failuresForGood() {
        return Stream.of(
                new ProviderFailure.BadRequest("no"),
                new ProviderFailure.ContentRefused("no", Optional.of(new Suggestion.OtherPrompt("a gentle river"))),
                new ProviderFailure.OutOfCredit("no"),
                new ProviderFailure.Unauthorised("no"),
                new ProviderFailure.Internal("no"));
    }

    @ParameterizedTest
    @MethodSource("failuresForGood")
    void aSongThatTheVendorRefusesIsRefusedOnceAndCostsNothing(ProviderFailure failure) throws Exception {
        workshop.vendor.rejects(failure);
        JobId id = run(workshop.promoted());
        run(id);

        assertThat(workshop.vendor.submits()).isEqualTo(1);
        assertRefused(id, Refusal.of(failure).reason());
        assertThat(workshop.postBox.refusals).containsExactly(Refusal.of(failure));
    }

    @Test
    void aProviderThatAnswersWithTheSongItselfNeedsNoAwaiting() throws Exception {
        JobId id = workshop.accepted(orderFrom(ScriptedStudio.MODEL));
        workshop.promote(id);
        run(id);

        assertThat(workshop.heard).containsExactly(JobState.RENDERED, JobState.DELIVERED);
        assertThat(workshop.pauses).isEmpty();
        assertThat(folder.resolve("songs")).isEmptyDirectory();
    }

    @Test
    void oneModelOfAVendorWithJobsMayAnswerWithTheSongItself() throws Exception {
        workshop.vendor.answersWithAudio(workshop.studio);
        JobId id = run(workshop.promoted());

        assertThat(workshop.heard).containsExactly(JobState.RENDERED, JobState.DELIVERED);
        assertThat(workshop.studio.songs()).isEqualTo(1);
        assertThat(workshop.vendor.submits()).isZero();
        assertThat(workshop.job(id).state()).isEqualTo(JobState.DELIVERED);
    }

    @Test
    void aSongThatIsLostInTheMiddleOfTheAnswerIsMadeOnceMoreAndNoOftener() throws Exception {
        workshop.vendor.answersWithAudio(workshop.studio);
        workshop.studio.fails(LOST);
        workshop.studio.fails(LOST);
        JobId id = run(workshop.promoted());

        assertThat(workshop.studio.songs()).isZero();
        assertThat(workshop.vendor.submits()).isZero();
        assertRefused(id, Reason.OUTCOME_UNKNOWN);
    }

    @Test
    void aSongThatIsOnOurDiskIsNotMadeAgainBecauseThatCouldNotBeWrittenAtOnce() throws Exception {
        workshop.diskIsFullFor("rendered", 3);
        JobId id = workshop.accepted(orderFrom(ScriptedStudio.MODEL));
        workshop.promote(id);
        run(id);

        assertThat(workshop.studio.songs()).isEqualTo(1);
        assertThat(workshop.job(id).state()).isEqualTo(JobState.DELIVERED);
    }

    @Test
    void aSongThatArrivesWhileTheProgramStopsIsNotMadeAgain() throws Exception {
        workshop.studio.finishesAtAStop();
        workshop.preparer = (_, _, _) -> {
            throw new InterruptedException("stopped");
        };
        JobId id = workshop.accepted(orderFrom(ScriptedStudio.MODEL));
        workshop.promote(id);

        assertThatThrownBy(() -> run(id)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(workshop.job(id).state()).isEqualTo(JobState.RENDERED);
    }

    @Test
    void aSongThatWaitsForAnotherTurnLeavesNothingOnDisk() throws Exception {
        workshop.studio.fails(DOWN);
        JobId id = workshop.accepted(orderFrom(ScriptedStudio.MODEL));
        workshop.promote(id);
        run(id);

        assertThat(workshop.job(id).state()).isEqualTo(JobState.QUEUED);
        assertThat(folder.resolve("songs")).isEmptyDirectory();
    }

    @Test
    void aSongThatTheVendorCannotTakeNowWaitsForAnotherTurn() throws Exception {
        workshop.vendor.rejects(
                new ProviderFailure.RateLimited("busy", Optional.of(Duration.ofSeconds(9)), OptionalInt.of(1)));
        JobId id = run(workshop.promoted());

        Job job = workshop.job(id);
        assertThat(job.state()).isEqualTo(JobState.QUEUED);
        assertThat(job.dueAt()).isEqualTo(workshop.clock.instant().plusSeconds(9));
        assertThat(job.attempts().postponed()).isEqualTo(1);
        assertThat(workshop.slots.of(job.provider())).isEqualTo(1);
        assertThat(workshop.usage()).isEqualTo(HELD);
    }

    @Test
    void theTimeInLineDoesNotCountAgainstTheVendorsPatience() throws Exception {
        workshop.vendor.rejects(DOWN);
        JobId id = workshop.accepted();
        workshop.clock.advance(Duration.ofHours(7));
        workshop.promote(id);
        run(id);

        assertThat(workshop.job(id).state()).isEqualTo(JobState.QUEUED);
    }

    @Test
    void aVendorThatStaysDownIsGivenUpHalfAnHourAfterTheFirstTry() throws Exception {
        for (int i = 0; i < 100; i++) {
            workshop.vendor.rejects(DOWN);
        }
        JobId id = workshop.accepted();
        workshop.clock.advance(Duration.ofHours(7));
        workshop.promote(id);
        run(id);
        while (workshop.job(id).state() == JobState.QUEUED) {
            workshop.clock.advance(
                    Duration.between(workshop.clock.instant(), workshop.job(id).dueAt()));
            workshop.promote(id);
            run(id);
        }

        assertRefused(id, Reason.UNAVAILABLE);
        Duration tried = Duration.between(NOON.plus(Duration.ofHours(7)), workshop.clock.instant());
        assertThat(tried).isBetween(Duration.ofMinutes(28), Duration.ofMinutes(30));
    }

    @Test
    void aSongWhoseProviderIsNoLongerConfiguredIsRefused() throws Exception {
        Job job = Job.queued(JobId.next(NOON), orderFrom(new ModelId("gone", "model")), Optional.empty(), NOON);
        workshop.store.add(job);
        workshop.promote(job.id());
        run(job.id());

        assertRefused(job.id(), Reason.UNAVAILABLE);
    }

    @Test
    void aSongWhoseModelIsNoLongerOfferedIsRefused() throws Exception {
        ModelId gone = new ModelId(workshop.vendor.name(), "gone");
        Job job = Job.queued(JobId.next(NOON), orderFrom(gone), Optional.empty(), NOON);
        workshop.store.add(job);
        workshop.promote(job.id());
        run(job.id());

        assertRefused(job.id(), Reason.UNAVAILABLE);
        assertThat(workshop.vendor.submits()).isZero();
    }

    // Awaiting

    @Test
    void theFirstQuestionComesWellBeforeTheTypicalTime() throws Exception {
        run(workshop.promoted());

        assertThat(workshop.pauses).containsExactly(Duration.ofSeconds(12));
        assertThat(workshop.vendor.polls()).isEqualTo(1);
    }

    @Test
    void aVendorThatAsksForPatienceGetsIt() throws Exception {
        workshop.vendor.answersPoll(new Rendering.Running(OptionalInt.of(50), Optional.of(Duration.ofSeconds(33))));
        run(workshop.promoted());

        assertThat(workshop.pauses).containsExactly(Duration.ofSeconds(12), Duration.ofSeconds(33));
    }

    static Stream<ProviderFailure> failuresOfAQuestion() {
        return Stream.of(
                DOWN,
                LOST,
                new ProviderFailure.RateLimited("busy", Optional.of(Duration.ofSeconds(20)), OptionalInt.empty()),
                new ProviderFailure.Unauthorised("the key is being replaced"),
                new ProviderFailure.OutOfCredit("empty"));
    }

    @ParameterizedTest
    @MethodSource("failuresOfAQuestion")
    void aQuestionThatFailsIsAskedAgainSinceTheSongIsPaidFor(ProviderFailure failure) throws Exception {
        workshop.vendor.answersPoll(new Rendering.Failed(failure));
        workshop.vendor.answersDownload(() -> new Composition.NotComposed(failure));
        JobId id = run(workshop.promoted());

        assertThat(workshop.job(id).state()).isEqualTo(JobState.DELIVERED);
        assertThat(workshop.vendor.submits()).isEqualTo(1);
    }

    @Test
    void aClockThatIsSetBackDoesNotMakeASongWait() throws Exception {
        workshop.vendor.answersPoll(new Rendering.Running(OptionalInt.empty(), Optional.of(Duration.ofSeconds(10))));
        JobId id = workshop.promoted();
        SongJob songJob = workshop.songJob((_, duration) -> {
            workshop.pauses.add(duration);
            boolean isSecond = workshop.pauses.size() == 2;
            workshop.clock.advance(isSecond ? Duration.ofHours(-1) : duration);
        });

        songJob.run(id);

        assertThat(workshop.job(id).state()).isEqualTo(JobState.DELIVERED);
        assertThat(workshop.pauses).allMatch(pause -> pause.compareTo(Duration.ofMinutes(1)) < 0);
    }

    @Test
    void aSongThatTheVendorFailedToMakeIsRefused() throws Exception {
        workshop.vendor.answersPoll(new Rendering.Failed(new ProviderFailure.Internal("sorry")));
        assertRefused(run(workshop.promoted()), Reason.PROVIDER_FAILED);
    }

    @Test
    void aSongThatIsNotFinishedAfterHalfAnHourIsGivenUp() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            workshop.vendor.answersPoll(Rendering.Running.unknown());
        }
        JobId id = run(workshop.promoted());

        assertRefused(id, Reason.TOO_SLOW);
        assertThat(Duration.between(NOON, workshop.clock.instant()))
                .isBetween(Duration.ofMinutes(30), Duration.ofMinutes(31));
    }

    @Test
    void aSongThatFinishedDuringALongStopIsNotGivenUpBecauseTheFirstQuestionFails() throws Exception {
        JobId id = workshop.promoted();
        workshop.store.openSubmit(id, workshop.clock.instant());
        workshop.store.rendering(id, new ProviderJobId("at-vendor"), Optional.empty());
        workshop.clock.advance(Duration.ofHours(8));
        workshop.vendor.answersPoll(new Rendering.Failed(DOWN));
        run(id);

        assertThat(workshop.job(id).state()).isEqualTo(JobState.DELIVERED);
    }

    @Test
    void aVendorThatCannotBeAskedForHalfAnHourIsGivenUp() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            workshop.vendor.answersPoll(new Rendering.Failed(DOWN));
        }
        assertRefused(run(workshop.promoted()), Reason.TOO_SLOW);
    }

    @Test
    void aStopWhileASongIsAwaitedLeavesItAtItsVendor() throws Exception {
        workshop.vendor.answersPoll(() -> {
            Thread.currentThread().interrupt();
            return new Rendering.Failed(new ProviderFailure.Internal("cut off"));
        });
        JobId id = workshop.promoted();

        assertThatThrownBy(() -> run(id)).isInstanceOf(InterruptedException.class);
        assertThat(workshop.job(id).state()).isEqualTo(JobState.RENDERING);
    }

    // Delivering

    @Test
    void aSongThatIsTooLargeIsMadeSmallerUntilDiscordTakesIt() throws Exception {
        List<Long> limits = new ArrayList<>();
        workshop.preparer = (_, raw, limit) -> {
            limits.add(limit);
            return new Outcome.Prepared(new FinishedTrack(raw, "a.wav", "A", Duration.ofSeconds(30), limit));
        };
        workshop.postBox.answers(new Publication.TooLarge(8 * MEBIBYTE));
        run(workshop.promoted());

        // What was just refused is proof, so the second is smaller than what the limit was said to be.
        assertThat(limits).containsExactly(10 * MEBIBYTE, 10 * MEBIBYTE * 3 / 4);
        assertThat(workshop.postBox.tracks).hasSize(1);
    }

    @Test
    void aGuildThatLostItsBoostsBetweenOrderAndDeliveryStillGetsItsSong() throws Exception {
        workshop.preparer = (_, raw, limit) ->
                new Outcome.Prepared(new FinishedTrack(raw, "a.wav", "A", Duration.ofSeconds(30), limit));
        // As UploadLimitPolicy has it: the next lower of Discord's known limits.
        for (long limit : new long[] {50, 25, 20, 10}) {
            workshop.postBox.answers(new Publication.TooLarge(limit * MEBIBYTE));
        }
        SongOrder order = order(ALICE);
        JobId id = workshop.accepted(new SongOrder(
                order.account(),
                new Destination(
                        order.destination().channel(),
                        Visibility.PUBLIC,
                        Optional.empty(),
                        100 * MEBIBYTE,
                        Locale.ENGLISH),
                order.request()));
        workshop.promote(id);
        run(id);

        assertThat(workshop.postBox.tracks).extracting(Finished::size).containsExactly(10 * MEBIBYTE);
    }

    @Test
    void aSongThatIsTooLargeHoweverSmallIsRefused() throws Exception {
        for (int i = 0; i < 20; i++) {
            workshop.postBox.answers(new Publication.TooLarge(1_000));
        }
        workshop.preparer = (_, raw, limit) ->
                new Outcome.Prepared(new FinishedTrack(raw, "a.wav", "A", Duration.ofSeconds(30), limit));
        JobId id = workshop.promoted();
        // The refusal itself is answered from the same box.
        assertThatThrownBy(() -> {
                    run(id);
                    throw new AssertionError(workshop.job(id).refusal());
                })
                .hasMessageContaining(Reason.TOO_LARGE.name());
        assertThat(workshop.usage()).isEqualTo(QuotaUsage.NONE);
    }

    @Test
    void aDiscordThatIsNotWellIsTriedAgainForMoreThanAnHour() throws Exception {
        for (int i = 0; i < 39; i++) {
            workshop.postBox.answers(new Publication.TryLater(Duration.ofSeconds(5), "HTTP 503"));
        }
        JobId id = run(workshop.promoted());

        assertThat(workshop.job(id).state()).isEqualTo(JobState.DELIVERED);
        assertThat(workshop.postBox.tracks).hasSize(1);
        assertThat(Duration.between(NOON, workshop.clock.instant())).isGreaterThan(Duration.ofHours(1));
    }

    @Test
    void aRefusalThatReachesNobodyIsWrittenDownAndOver() throws Exception {
        workshop.vendor.rejects(new ProviderFailure.BadRequest("no"));
        workshop.postBox.answers(new Publication.Undeliverable("all closed"));
        JobId id = run(workshop.promoted());

        assertThat(workshop.job(id).told()).isTrue();
        assertThat(workshop.postBox.refusals).isEmpty();
    }

    @Test
    void whatIsNoSoundIsRefused() throws Exception {
        workshop.preparer = (_, _, _) -> new Outcome.NotAudio("text");
        assertRefused(run(workshop.promoted()), Reason.NOT_AUDIO);
    }

    @Test
    void whatFitsNowhereIsRefused() throws Exception {
        workshop.preparer = (_, _, _) -> new Outcome.CannotFit("an hour");
        assertRefused(run(workshop.promoted()), Reason.TOO_LARGE);
    }

    @Test
    void aSongIsNotPostedAgainBecauseItsMessageCouldNotBeWrittenDownAtOnce() throws Exception {
        workshop.diskIsFullFor("delivered", 3);
        JobId id = run(workshop.promoted());

        assertThat(workshop.postBox.tracks).hasSize(1);
        assertThat(workshop.job(id).state()).isEqualTo(JobState.DELIVERED);
        assertThat(workshop.usage()).isEqualTo(SPENT);
    }

    @Test
    void aCrashBetweenAnyTwoStepsIsCarriedOnWithoutASecondSubmit() throws Exception {
        for (String write : List.of("rendered", "failed", "told")) {
            JobId id = workshop.promoted();
            workshop.diskIsFullFor(write, 1);
            if (!write.equals("rendered")) {
                workshop.vendor.rejects(new ProviderFailure.BadRequest("no"));
            }
            int submits = workshop.vendor.submits();
            assertThatThrownBy(() -> run(id)).hasMessageContaining("the disk is full");
            run(id);

            assertThat(workshop.job(id).told()).isTrue();
            assertThat(workshop.vendor.submits() - submits).as(write).isLessThanOrEqualTo(2);
        }
        assertThat(workshop.usage().of(Limit.CONCURRENT_SONGS)).isZero();
    }

    // Giving up

    @Test
    void anAbandonedSongIsRefusedAsOurMistakeAndCostsNothing() throws Exception {
        JobId id = workshop.promoted();
        workshop.songJob().abandon(id, "again and again");

        assertRefused(id, Reason.BUG);
        assertThat(workshop.vendor.submits()).isZero();
    }

    @Test
    void anAbandonedSongThatWaitsOrHasEndedStaysAsItIs() throws Exception {
        JobId waiting = workshop.accepted();
        workshop.songJob().abandon(waiting, "again and again");
        assertThat(workshop.job(waiting).state()).isEqualTo(JobState.QUEUED);

        JobId delivered = run(workshop.promoted());
        workshop.songJob().abandon(delivered, "again and again");
        assertThat(workshop.job(delivered).state()).isEqualTo(JobState.DELIVERED);
        assertThat(workshop.postBox.refusals).isEmpty();
    }

    private static SongOrder orderFrom(ModelId model) {
        return order(ALICE, request(model, "a calm river", Duration.ofSeconds(30)));
    }

    private JobId run(JobId id) throws InterruptedException {
        workshop.songJob().run(id);
        return id;
    }

    private void lost(int times) {
        for (int i = 0; i < times; i++) {
            workshop.vendor.rejects(LOST);
        }
    }

    private void assertRefused(JobId id, Reason reason) {
        Job job = workshop.job(id);
        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(job.refusal()).map(Refusal::reason).contains(reason);
        assertThat(job.told()).isTrue();
        assertThat(workshop.postBox.refusals).hasSize(1);
        assertThat(workshop.postBox.tracks).isEmpty();
        assertThat(workshop.usage()).isEqualTo(QuotaUsage.NONE);
        assertThat(Files.exists(folder.resolve("songs").resolve(id.value()))).isFalse();
    }
}
