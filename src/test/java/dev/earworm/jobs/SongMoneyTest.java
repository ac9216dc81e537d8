package dev.earworm.jobs;

import static dev.earworm.jobs.JobFixtures.ALICE;
import static dev.earworm.jobs.JobFixtures.BOB;
import static dev.earworm.jobs.JobFixtures.order;
import static dev.earworm.jobs.JobFixtures.request;
import static dev.earworm.quota.QuotaFixtures.only;
import static dev.earworm.quota.QuotaFixtures.used;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.jobs.Acceptance.Accepted;
import dev.earworm.jobs.TrackPreparer.Outcome;
import dev.earworm.keys.ProviderAccount.Operators;
import dev.earworm.music.JobId;
import dev.earworm.music.ModelId;
import dev.earworm.music.PriceConfig;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Rendering;
import dev.earworm.music.Stopping;
import dev.earworm.music.Submission;
import dev.earworm.music.Usd;
import dev.earworm.quota.Limit;
import dev.earworm.quota.Pot;
import dev.earworm.quota.QuotaDay;
import dev.earworm.quota.QuotaLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What songs cost, however they go. The vendor's cost 10 cents, the studio's 15; a dollar may be spent a day. */
class SongMoneyTest {
    private static final PriceConfig PRICES = PriceConfig.parse("elevenlabs/music_v2=0.10/song, studio/one=0.15/song");
    private static final ProviderFailure LOST = new ProviderFailure.OutcomeUnknown("HTTP 502");
    private static final ProviderFailure EMPTY = new ProviderFailure.OutOfCredit("empty");

    @TempDir
    private Path folder;

    private SongWorkshop workshop;

    @BeforeEach
    void open() {
        workshop = workshop("1");
    }

    private SongWorkshop workshop(String dollarsADay) {
        return new SongWorkshop(
                folder,
                List.of("studio"),
                PRICES,
                only(Limit.DAILY_USD, Usd.of(dollarsADay).micros()));
    }

    private void withCeiling(String dollarsADay) {
        workshop.close();
        workshop = workshop(dollarsADay);
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void anAcceptedSongHoldsWhatItIsExpectedToCost() {
        workshop.accepted();

        assertThat(workshop.usage()).isEqualTo(used(1, 30, Usd.of("0.10"), 1));
    }

    @Test
    void whatTheProviderSaysThatItChargesIsWhatCounts() throws Exception {
        workshop.vendor.charges(Usd.of("0.04"));
        run(workshop.promoted());
        assertThat(spent()).isEqualTo(Usd.of("0.04"));

        workshop.vendor.charges(Usd.of("0.97"));
        run(workshop.promoted());
        assertThat(spent()).as("more than there was").isEqualTo(Usd.of("1.01"));
        assertThat(workshop.songs.accept(order(BOB))).isInstanceOf(Acceptance.OverQuota.class);
    }

    @Test
    void whatIsSaidWhenTheSongIsTakenCountsFromThenOn() throws Exception {
        workshop.vendor.answersSubmit(
                () -> new Submission.Submitted(new ProviderJobId("taken"), Optional.of(Usd.of("0.13"))));
        workshop.vendor.answersPoll(new Rendering.Failed(new ProviderFailure.Internal("broken")));
        run(workshop.promoted());

        assertThat(workshop.usage()).isEqualTo(used(0, 0, Usd.of("0.13"), 0));
    }

    @Test
    void aSongThatIsCalledBackWhileItWaitsCostsNothing() {
        workshop.songs.cancel(workshop.accepted(), ALICE);

        assertThat(spent()).isEqualTo(Usd.ZERO);
    }

    @Test
    void aSongThatIsStoppedWhileItIsMadeIsPaidFor() {
        workshop.vendor.stops(new Stopping.Stopped());
        JobId id = workshop.promoted();
        workshop.store.openSubmit(id, workshop.clock.instant());
        workshop.store.rendering(id, new ProviderJobId("at-vendor"), Optional.empty());

        assertThat(workshop.songs.cancel(id, ALICE)).isInstanceOf(Cancellation.Stopped.class);
        assertThat(workshop.usage()).isEqualTo(used(1, 30, Usd.of("0.10"), 0));
    }

    static Stream<ProviderFailure> turnedAway() {
        return Stream.of(
                new ProviderFailure.BadRequest("no"), new ProviderFailure.ContentRefused("no", Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("turnedAway")
    void aSongThatIsTurnedAwayAtTheDoorCostsNothing(ProviderFailure failure) throws Exception {
        workshop.vendor.rejects(failure);
        JobId id = run(workshop.promoted());

        assertThat(workshop.job(id).state()).isEqualTo(JobState.FAILED);
        assertThat(workshop.usage()).isEqualTo(used(0, 0, Usd.ZERO, 0));
    }

    @Test
    void aSongThatTheProviderTookAndFailedToMakeMayHaveBeenPaidFor() throws Exception {
        workshop.vendor.rejects(new ProviderFailure.Internal("broken"));
        run(workshop.promoted());
        assertThat(workshop.usage()).isEqualTo(used(0, 0, Usd.of("0.10"), 0));

        workshop.vendor.answersPoll(
                new Rendering.Failed(new ProviderFailure.ContentRefused("only now", Optional.empty())));
        run(workshop.promoted());
        assertThat(workshop.usage()).as("refused after it was taken").isEqualTo(used(0, 0, Usd.of("0.20"), 0));
    }

    @Test
    void aSongThatCannotBePlayedWasPaidFor() throws Exception {
        workshop.preparer = (_, _, _) -> new Outcome.NotAudio("noise");
        JobId id = run(workshop.promoted());

        assertThat(workshop.job(id).state()).isEqualTo(JobState.FAILED);
        assertThat(workshop.usage()).isEqualTo(used(0, 0, Usd.of("0.10"), 0));
    }

    @Test
    void aSongThatWasLostAndMadeByTheRepeatIsCountedTwice() throws Exception {
        workshop.vendor.rejects(LOST);
        JobId id = run(workshop.promoted());

        assertThat(workshop.job(id).state()).isEqualTo(JobState.DELIVERED);
        assertThat(workshop.usage()).isEqualTo(used(1, 30, Usd.of("0.20"), 0));
    }

    @Test
    void aSongThatWasLostTwiceIsCountedTwiceThoughItNeverCame() throws Exception {
        workshop.vendor.rejects(LOST);
        workshop.vendor.rejects(LOST);
        JobId id = run(workshop.promoted());

        assertThat(workshop.job(id).state()).isEqualTo(JobState.FAILED);
        assertThat(workshop.usage()).isEqualTo(used(0, 0, Usd.of("0.20"), 0));
    }

    @Test
    void aSongThatWasLostAndThenTurnedAwayIsCountedOnce() throws Exception {
        workshop.vendor.rejects(LOST);
        workshop.vendor.rejects(new ProviderFailure.BadRequest("no"));
        run(workshop.promoted());

        assertThat(workshop.usage()).isEqualTo(used(0, 0, Usd.of("0.10"), 0));
    }

    @Test
    void whereTheProviderKnowsARepeatALostSongIsCountedOnceHoweverItEnds() throws Exception {
        workshop.vendor.knowsSongsByTheirKey();
        workshop.vendor.rejects(LOST);
        workshop.vendor.rejects(LOST);
        run(workshop.promoted());
        assertThat(spent()).as("delivered").isEqualTo(Usd.of("0.10"));

        workshop.vendor.rejects(LOST);
        workshop.vendor.rejects(new ProviderFailure.BadRequest("no"));
        run(workshop.promoted());
        assertThat(spent()).as("lost, and then turned away").isEqualTo(Usd.of("0.20"));

        for (int i = 0; i < 6; i++) {
            workshop.vendor.rejects(LOST);
        }
        JobId id = run(workshop.promoted());
        assertThat(workshop.job(id).state()).isEqualTo(JobState.FAILED);
        assertThat(spent()).as("given up").isEqualTo(Usd.of("0.30"));
    }

    @Test
    void whereTheProviderKnowsARepeatASongThatIsFoundThereIsCountedOnce() throws Exception {
        workshop.vendor.knowsSongsByTheirKey();
        workshop.vendor.charges(Usd.of("0.04"));
        workshop.vendor.rejects(LOST);
        workshop.vendor.answersLookUp(Optional.empty());
        workshop.vendor.rejects(LOST);
        workshop.vendor.answersLookUp(Optional.of(new ProviderJobId("found-in-the-log")));

        run(workshop.promoted());
        assertThat(spent()).isEqualTo(Usd.of("0.04"));
    }

    @Test
    void aLostSongIsNotRepeatedWhereThatWouldPassACeiling() throws Exception {
        withCeiling("0.19");
        workshop.vendor.rejects(LOST);
        JobId id = run(workshop.promoted());

        assertThat(workshop.vendor.submits()).isEqualTo(1);
        assertThat(workshop.job(id).refusal()).contains(Refusal.because(Refusal.Reason.OUTCOME_UNKNOWN));
        assertThat(workshop.usage()).isEqualTo(used(0, 0, Usd.of("0.10"), 0));
    }

    @Test
    void anotherProvidersPriceIsSetAsideBeforeItHearsOfTheSong() throws Exception {
        workshop.vendor.rejects(EMPTY);
        JobId id = run(workshop.promoted());

        assertThat(workshop.job(id).request().model()).isEqualTo(ScriptedStudio.MODEL);
        assertThat(workshop.job(id).costs().estimated()).contains(Usd.of("0.15"));
        assertThat(spent()).isEqualTo(Usd.of("0.15"));
    }

    @Test
    void aSongDoesNotGoWhereItWouldPassACeiling() throws Exception {
        withCeiling("0.14");
        workshop.vendor.rejects(EMPTY);
        JobId id = run(workshop.promoted());

        assertThat(workshop.studio.songs()).isZero();
        assertThat(workshop.job(id).refusal()).contains(Refusal.because(Refusal.Reason.OUT_OF_CREDIT));
        assertThat(workshop.usage()).isEqualTo(used(0, 0, Usd.ZERO, 0));
    }

    @Test
    void aNewSongIsNotTakenForAnotherProviderWhereThatWouldPassACeiling() {
        withCeiling("0.14");
        workshop.health.failed(new Operators(workshop.vendor.name()), EMPTY);

        assertThat(workshop.songs.accept(order(ALICE)))
                .isEqualTo(new Acceptance.ProviderUnusable(new Operators("elevenlabs")));
        assertThat(spent()).isEqualTo(Usd.ZERO);
    }

    @Test
    void whereNobodyKnowsThePriceThereIsNoSongUnderACeilingAndOneWithout() {
        workshop.close();
        PriceConfig ofStudio = PriceConfig.parse("studio/one=0.15/song");
        workshop = new SongWorkshop(folder, List.of(), ofStudio, only(Limit.MONTHLY_USD, 1_000_000_000));
        assertThat(workshop.songs.accept(order(ALICE))).isEqualTo(new Acceptance.Unpriced(JobFixtures.MODEL));
        assertThat(workshop.store.unfinished()).isEmpty();

        workshop.close();
        workshop = new SongWorkshop(folder, List.of(), ofStudio, QuotaLimits.UNLIMITED);
        assertThat(workshop.songs.accept(order(ALICE))).isInstanceOf(Accepted.class);
    }

    @Test
    void aSongDoesNotGoWhereNobodyKnowsThePriceUnderACeiling() throws Exception {
        workshop.close();
        PriceConfig ofVendor = PriceConfig.parse("elevenlabs/music_v2=0.10/song");
        workshop = new SongWorkshop(folder, List.of("studio"), ofVendor, only(Limit.DAILY_USD, 1_000_000_000));
        workshop.vendor.rejects(EMPTY);
        JobId id = run(workshop.promoted());

        assertThat(workshop.studio.songs()).isZero();
        assertThat(workshop.job(id).state()).isEqualTo(JobState.FAILED);
    }

    @Test
    void aFreeModelIsAlwaysAllowed() {
        workshop.close();
        PriceConfig free = PriceConfig.parse("elevenlabs/music_v2=0.10/song, studio/one=0/song");
        workshop = new SongWorkshop(folder, List.of(), free, only(Limit.DAILY_USD, 100_000));
        workshop.accepted();
        assertThat(workshop.songs.accept(order(BOB))).isInstanceOf(Acceptance.OverQuota.class);

        ModelId studio = ScriptedStudio.MODEL;
        assertThat(workshop.songs.accept(order(BOB, request(studio, "a river", Duration.ofSeconds(30)))))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void aRestartForgetsNothingOfTheMoney() throws Exception {
        workshop.vendor.rejects(LOST);
        run(workshop.promoted());
        workshop.accepted();
        workshop.close();

        workshop = workshop("0.39");
        assertThat(spent()).isEqualTo(Usd.of("0.30"));
        assertThat(workshop.songs.accept(order(BOB))).isInstanceOf(Acceptance.OverQuota.class);
    }

    private Usd spent() {
        return new Usd(workshop.ledger
                .usage(Pot.INSTANCE, ALICE, QuotaDay.of(JobFixtures.NOON))
                .of(Limit.DAILY_USD));
    }

    private JobId run(JobId id) throws InterruptedException {
        workshop.songJob().run(id);
        return id;
    }
}
