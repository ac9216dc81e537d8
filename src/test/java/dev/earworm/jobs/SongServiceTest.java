package dev.earworm.jobs;

import static dev.earworm.jobs.JobFixtures.ALICE;
import static dev.earworm.jobs.JobFixtures.BOB;
import static dev.earworm.jobs.JobFixtures.NOON;
import static dev.earworm.jobs.JobFixtures.order;
import static dev.earworm.jobs.JobFixtures.request;
import static dev.earworm.quota.QuotaFixtures.used;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earworm.jobs.Acceptance.Accepted;
import dev.earworm.jobs.Acceptance.AlreadyAccepted;
import dev.earworm.music.JobId;
import dev.earworm.music.ModelId;
import dev.earworm.music.OptionProblem;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Rendering;
import dev.earworm.music.SongRequest;
import dev.earworm.music.Stopping;
import dev.earworm.music.Suggestion;
import dev.earworm.quota.Account;
import dev.earworm.quota.Charge;
import dev.earworm.quota.Limit;
import dev.earworm.quota.QuotaUsage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SongServiceTest {
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
    void anAcceptedSongWaitsAndItsQuotaIsHeld() {
        Accepted accepted = (Accepted) workshop.songs.accept(order(ALICE));

        assertThat(workshop.job(accepted.job().id())).isEqualTo(accepted.job());
        assertThat(accepted.job().state()).isEqualTo(JobState.QUEUED);
        assertThat(accepted.forecast()).isEqualTo(new Forecast.InLine(1, NOON.plus(ScriptedProvider.TYPICAL)));
        assertThat(accepted.quota().usage()).isEqualTo(used(1, 30, 1)).isEqualTo(workshop.usage());
        assertThat(workshop.vendor.submits()).isZero();
    }

    @Test
    void aSongThatCannotBeWrittenHoldsNoQuota() {
        workshop.diskIsFullFor("add", 1);

        assertThatThrownBy(() -> workshop.songs.accept(order(ALICE))).hasMessageContaining("the disk is full");
        assertThat(workshop.usage()).isEqualTo(QuotaUsage.NONE);
        assertThat(workshop.store.unfinished()).isEmpty();
    }

    @Test
    void aSongOverTheQuotaIsNotWritten() {
        assertThat(workshop.songs.accept(orderOf(Duration.ofMinutes(5)))).isInstanceOf(Accepted.class);
        for (int i = 0; i < 40; i++) {
            workshop.songs.accept(orderOf(Duration.ofMinutes(5)));
        }

        assertThat(workshop.usage().of(Limit.DAILY_SECONDS)).isEqualTo(33 * 300);
        assertThat(workshop.store.unfinished()).hasSize(33);
    }

    @Test
    void aSongThatDoesNotFitItsModelCostsNothing() {
        Acceptance acceptance = workshop.songs.accept(orderOf(Duration.ofSeconds(301)));

        assertThat(acceptance)
                .isInstanceOfSatisfying(
                        Acceptance.Unfit.class,
                        unfit -> assertThat(unfit.problems())
                                .containsExactly(new OptionProblem.LengthOutOfRange(
                                        Duration.ofSeconds(3), Duration.ofMinutes(5))));
        assertThat(workshop.usage()).isEqualTo(QuotaUsage.NONE);
    }

    @Test
    void aModelThatNobodyHasCostsNothing() {
        ModelId unknown = new ModelId("elevenlabs", "music_v99");
        SongOrder order = order(ALICE, request(unknown, "a calm river", Duration.ofSeconds(30)));

        assertThat(workshop.songs.accept(order)).isEqualTo(new Acceptance.UnknownModel(unknown));
        assertThat(workshop.usage()).isEqualTo(QuotaUsage.NONE);
    }

    @Test
    void aProviderWhoseAccountIsNotInOrderIsNotAskedAndCostsNothing() {
        workshop.health.failed(workshop.vendor.name(), new ProviderFailure.OutOfCredit("empty"));

        assertThat(workshop.songs.accept(order(ALICE))).isEqualTo(new Acceptance.ProviderUnusable("elevenlabs"));
        assertThat(workshop.usage()).isEqualTo(QuotaUsage.NONE);
    }

    @Test
    void aSuggestionIsAcceptedOnceHoweverOftenAndAtOnceItIsPressed() throws Exception {
        JobId refused = refusedWith("a gentle river");
        List<Callable<Acceptance>> presses = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            presses.add(() -> workshop.songs.acceptInstead(refused, order(ALICE)));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Acceptance> acceptances =
                    threads.invokeAll(presses).stream().map(Future::resultNow).toList();
            assertThat(acceptances).filteredOn(Accepted.class::isInstance).hasSize(1);
            assertThat(acceptances)
                    .filteredOn(AlreadyAccepted.class::isInstance)
                    .hasSize(19);
        }
        assertThat(workshop.usage()).isEqualTo(used(1, 30, 1));
    }

    @Test
    void aSongThatItsProviderCanStopIsStoppedAndPaidFor() throws Exception {
        workshop.vendor.stops(new Stopping.Stopped());
        JobId id = rendering();

        assertThat(workshop.songs.cancel(id, ALICE)).isInstanceOf(Cancellation.Stopped.class);
        assertThat(workshop.songs.cancel(id, ALICE)).isInstanceOf(Cancellation.Ended.class);
        workshop.songJob().run(id);

        assertThat(workshop.job(id).state()).isEqualTo(JobState.CANCELLED);
        assertThat(workshop.usage()).as("spent").isEqualTo(used(1, 30, 0));
        assertThat(workshop.postBox.tracks).isEmpty();
        assertThat(workshop.postBox.refusals).isEmpty();
    }

    @Test
    void aSongThatIsStoppedWhileItIsAwaitedEndsOnce() throws Exception {
        workshop.vendor.stops(new Stopping.Stopped());
        JobId id = rendering();
        workshop.vendor.answersPoll(() -> {
            workshop.songs.cancel(id, ALICE);
            return new Rendering.Failed(new ProviderFailure.Internal("cancelled"));
        });

        workshop.songJob().run(id);

        assertThat(workshop.job(id).state()).isEqualTo(JobState.CANCELLED);
        assertThat(workshop.postBox.refusals).isEmpty();
    }

    @Test
    void aSongThatItsProviderDoesNotStopIsFinished() throws Exception {
        workshop.vendor.stops(new Stopping.NotStopped(new ProviderFailure.BadRequest("too late")));
        JobId id = rendering();

        assertThat(workshop.songs.cancel(id, ALICE)).isInstanceOf(Cancellation.NotStopped.class);
        workshop.songJob().run(id);
        assertThat(workshop.job(id).state()).isEqualTo(JobState.DELIVERED);
    }

    @Test
    void aSongThatItsProviderCannotStopIsFinished() throws Exception {
        JobId id = rendering();

        assertThat(workshop.songs.cancel(id, ALICE)).isInstanceOf(Cancellation.CannotStop.class);
        workshop.songJob().run(id);
        assertThat(workshop.job(id).state()).isEqualTo(JobState.DELIVERED);
    }

    @Test
    void aSongThatIsJustBeingHandedInCanBeStoppedInAMomentWhereItsProviderCan() {
        JobId id = workshop.promoted();
        assertThat(workshop.songs.cancel(id, ALICE)).isInstanceOf(Cancellation.CannotStop.class);

        workshop.vendor.stops(new Stopping.Stopped());
        assertThat(workshop.songs.cancel(id, ALICE)).isInstanceOf(Cancellation.NotYet.class);
        assertThat(workshop.job(id).state()).isEqualTo(JobState.SUBMITTING);
    }

    private JobId rendering() {
        JobId id = workshop.promoted();
        workshop.store.openSubmit(id, workshop.clock.instant());
        workshop.store.rendering(id, new ProviderJobId("at-vendor"), Optional.empty());
        return id;
    }

    @Test
    void aSuggestionIsForItsMemberAlone() {
        JobId refused = refusedWith("a gentle river");

        assertThat(workshop.songs.suggested(refused, ALICE))
                .map(SongRequest::prompt)
                .contains("a gentle river");
        assertThat(workshop.songs.suggested(refused, BOB)).isEmpty();
        assertThat(workshop.songs.suggested(JobId.next(NOON), ALICE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void aSuggestionOfNothingIsNone(String nothing) {
        assertThat(workshop.songs.suggested(refusedWith(nothing), ALICE)).isEmpty();
    }

    @Test
    void aWaitingSongIsCalledBackOnceAndItsQuotaIsFree() {
        JobId id = workshop.accepted();

        assertThat(workshop.songs.cancel(id, ALICE)).isInstanceOf(Cancellation.Cancelled.class);
        assertThat(workshop.songs.cancel(id, ALICE)).isInstanceOf(Cancellation.Ended.class);
        assertThat(workshop.usage()).isEqualTo(QuotaUsage.NONE);
        assertThat(workshop.heard).containsExactly(JobState.CANCELLED);
    }

    @Test
    void aSongThatIsBeingMadeIsNotCalledBack() {
        JobId id = workshop.promoted();

        assertThat(workshop.songs.cancel(id, ALICE)).isInstanceOf(Cancellation.CannotStop.class);
        assertThat(workshop.usage()).isEqualTo(used(1, 30, 1));
    }

    @Test
    void nobodyCallsBackWhatIsNotTheirs() {
        JobId id = workshop.accepted();

        assertThat(workshop.songs.cancel(id, BOB)).isEqualTo(new Cancellation.NotYours());
        assertThat(workshop.songs.cancel(JobId.next(NOON), ALICE)).isEqualTo(new Cancellation.NoSuchSong());
        assertThat(workshop.job(id).state()).isEqualTo(JobState.QUEUED);
    }

    @Test
    void aMemberCallsASongBackFromWhereverTheyAre() {
        JobId id = workshop.accepted();
        Account elsewhere = new Account(JobFixtures.ELSEWHERE.guild(), ALICE.user());

        assertThat(workshop.songs.cancel(id, elsewhere)).isInstanceOf(Cancellation.Cancelled.class);
    }

    @Test
    void aSongThatIsPromotedWhileItIsCancelledIsOneOrTheOther() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                JobId id = workshop.accepted(order(BOB));
                Future<Boolean> promoted =
                        threads.submit(() -> workshop.store.promote(id, 1_000, workshop.clock.instant()));
                Future<Cancellation> cancelled = threads.submit(() -> workshop.songs.cancel(id, BOB));

                boolean isCancelled = cancelled.get() instanceof Cancellation.Cancelled;
                assertThat(promoted.get()).isEqualTo(!isCancelled);
                assertThat(workshop.job(id).state()).isEqualTo(isCancelled ? JobState.CANCELLED : JobState.SUBMITTING);
            }
        }
        long made = workshop.store.unfinished().size();
        assertThat(workshop.usage(BOB)).isEqualTo(used((int) made, (int) made * 30, (int) made));
    }

    private static SongOrder orderOf(Duration length) {
        return order(ALICE, request("a calm river", length));
    }

    private JobId refusedWith(String suggestion) {
        JobId id = workshop.promoted();
        workshop.ending.failed(
                id,
                new Refusal(Refusal.Reason.CONTENT_REFUSED, Optional.of(new Suggestion.OtherPrompt(suggestion))),
                "no",
                Charge.NONE);
        return id;
    }
}
