package dev.earworm.jobs;

import static dev.earworm.jobs.JobFixtures.ALICE;
import static dev.earworm.jobs.JobFixtures.NOON;
import static dev.earworm.jobs.JobFixtures.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earworm.jobs.Acceptance.Accepted;
import dev.earworm.music.CompositionPlan;
import dev.earworm.music.Extension;
import dev.earworm.music.JobId;
import dev.earworm.music.ModelId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.PlanSection;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.SongRequest;
import dev.earworm.music.Submission;
import dev.earworm.music.TrackDetails;
import dev.earworm.quota.Limit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vendor cannot, and the studio is named to make its songs instead. */
class FallbackTest {
    private static final ProviderFailure DOWN = new ProviderFailure.Unavailable("connection refused");

    private SongWorkshop workshop;

    @BeforeEach
    void open(@TempDir Path folder) {
        workshop = new SongWorkshop(folder, List.of("nobody", "studio"));
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    static Stream<ProviderFailure> troubleOfTheAccount() {
        return Stream.of(new ProviderFailure.OutOfCredit("empty"), new ProviderFailure.Unauthorised("revoked"));
    }

    @ParameterizedTest
    @MethodSource("troubleOfTheAccount")
    void aSongGoesToTheNextProviderAtOnceWhenTheAccountIsNotInOrder(ProviderFailure failure) throws Exception {
        workshop.vendor.rejects(failure);
        JobId id = run(workshop.promoted());

        assertThat(workshop.job(id).state()).isEqualTo(JobState.QUEUED);
        assertThat(workshop.job(id).request().model()).isEqualTo(ScriptedStudio.MODEL);
        assertThat(workshop.job(id).tried()).containsExactly(JobFixtures.MODEL.provider());
        assertThat(workshop.job(id).attempts()).isEqualTo(Attempts.NONE);

        promotedAgain(id);
        assertThat(workshop.job(id).state()).isEqualTo(JobState.DELIVERED);
        assertThat(workshop.studio.songs()).isEqualTo(1);
        assertThat(workshop.usage().of(Limit.DAILY_SONGS)).isEqualTo(1);
    }

    @Test
    void aProviderThatIsDownIsTriedOnceMoreBeforeAnotherIsAsked() throws Exception {
        workshop.vendor.rejects(DOWN);
        workshop.vendor.rejects(DOWN);
        JobId id = run(workshop.promoted());
        assertThat(workshop.job(id).request().model()).isEqualTo(JobFixtures.MODEL);

        promotedAgain(id);
        assertThat(workshop.job(id).request().model()).isEqualTo(ScriptedStudio.MODEL);

        promotedAgain(id);
        assertThat(workshop.job(id).state()).isEqualTo(JobState.DELIVERED);
        assertThat(workshop.vendor.submits()).isEqualTo(2);
    }

    static Stream<ProviderFailure> thisSongsOwnTrouble() {
        return Stream.of(
                new ProviderFailure.ContentRefused("no", Optional.empty()), new ProviderFailure.BadRequest("no"));
    }

    @ParameterizedTest
    @MethodSource("thisSongsOwnTrouble")
    void aSongThatIsRefusedIsNotCarriedFromDoorToDoor(ProviderFailure refusal) throws Exception {
        workshop.vendor.rejects(refusal);
        JobId id = run(workshop.promoted());

        assertThat(workshop.job(id).state()).isEqualTo(JobState.FAILED);
        assertThat(workshop.studio.songs()).isZero();
    }

    @Test
    void aBusyProviderIsWaitedFor() throws Exception {
        workshop.vendor.rejects(new ProviderFailure.RateLimited("busy", Optional.empty(), OptionalInt.empty()));
        JobId id = run(workshop.promoted());

        assertThat(workshop.job(id).state()).isEqualTo(JobState.QUEUED);
        assertThat(workshop.job(id).request().model()).isEqualTo(JobFixtures.MODEL);
    }

    @Test
    void aSongThatMayBeInTheWorksIsNotOrderedElsewhereToo() throws Exception {
        workshop.vendor.answersSubmit(() -> new Submission.Rejected(new ProviderFailure.OutcomeUnknown("HTTP 502")));
        workshop.vendor.rejects(new ProviderFailure.OutOfCredit("empty"));
        JobId id = run(workshop.promoted());

        assertThat(workshop.job(id).state()).isEqualTo(JobState.FAILED);
        assertThat(workshop.studio.songs()).isZero();
    }

    @Test
    void nobodyIsAskedTwice() throws Exception {
        workshop.vendor.rejects(new ProviderFailure.OutOfCredit("empty"));
        workshop.studio.fails(new ProviderFailure.OutOfCredit("empty too"));
        JobId id = run(workshop.promoted());
        promotedAgain(id);

        assertThat(workshop.job(id).state()).isEqualTo(JobState.FAILED);
        assertThat(workshop.job(id).refusal()).contains(Refusal.because(Refusal.Reason.OUT_OF_CREDIT));
        assertThat(workshop.usage().of(Limit.DAILY_SONGS)).isZero();
    }

    @Test
    void whatTheOtherModelCannotDoIsNotDoneByHalf() {
        SongRequest plain = JobFixtures.request("a calm river", Duration.ofSeconds(30));

        assertThat(FallbackPolicy.fitted(plain, singer())).isPresent();
        assertThat(FallbackPolicy.fitted(plain.withLength(Duration.ofSeconds(300)), singer()))
                .isEmpty();
        assertThat(FallbackPolicy.fitted(plain.withPrompt("x".repeat(101)), singer()))
                .isEmpty();
    }

    @Test
    void aModelThatDecidesOnTheLengthMayMakeItHalfAsLongButNeverLongerThanWasReserved() {
        MusicModel dreamer = MusicModel.named(new ModelId("dreamer", "one"), "Dreamer")
                .ownLength(40)
                .prompt(1, 100)
                .build();

        assertThat(fittedLength(39, dreamer)).isEmpty();
        assertThat(fittedLength(40, dreamer)).contains(Duration.ofSeconds(40));
        assertThat(fittedLength(80, dreamer)).contains(Duration.ofSeconds(40));
        assertThat(fittedLength(81, dreamer)).isEmpty();
    }

    @Test
    void aPlanDoesNotMakeASongLongerThanWasReserved() {
        MusicModel dreamer = MusicModel.named(new ModelId("dreamer", "one"), "Dreamer")
                .ownLength(180)
                .prompt(1, 1_000)
                .build();
        CompositionPlan plan = new CompositionPlan(
                List.of(), List.of(), List.of(PlanSection.of("Verse", Duration.ofSeconds(60), List.of(), List.of())));
        SongRequest planned =
                JobFixtures.request("a calm river", Duration.ofSeconds(60)).withPlan(plan);

        assertThat(FallbackPolicy.fitted(planned, dreamer)).isEmpty();
    }

    @Test
    void aSongThatAnotherOneIsTakenUpInStaysWhereThatOneIsKept() {
        MusicModel keeper = MusicModel.named(new ModelId("attic", "keeper"), "The Keeper")
                .length(3, 30, 300)
                .prompt(1, 2_000)
                .can(Feature.PLAN, Feature.EXTEND)
                .build();
        SongRequest song = JobFixtures.request("a calm river", Duration.ofSeconds(30));
        SongRequest longer = new Extension(Duration.ofSeconds(10), List.of(), List.of())
                .of(song, TrackDetails.NONE.withSongId(Optional.of("song-1")), "longer")
                .orElseThrow();

        assertThat(FallbackPolicy.fitted(song, keeper)).isPresent();
        assertThat(FallbackPolicy.fitted(longer, keeper)).isEmpty();
    }

    private static Optional<Duration> fittedLength(int seconds, MusicModel model) {
        return FallbackPolicy.fitted(JobFixtures.request("a calm river", Duration.ofSeconds(seconds)), model)
                .map(SongRequest::length);
    }

    private static MusicModel singer() {
        return MusicModel.named(new ModelId("singer", "one"), "Singer")
                .length(10, 30, 60)
                .prompt(1, 100)
                .build();
    }

    @Test
    void aSeedMeansNothingToAnotherModelAndGoes() {
        SongRequest seeded =
                JobFixtures.request("a calm river", Duration.ofSeconds(30)).withSeed(OptionalLong.of(7));

        assertThat(FallbackPolicy.fitted(seeded, workshop.studio.models().getFirst()))
                .hasValueSatisfying(fitted -> assertThat(fitted.seed()).isEmpty());
    }

    @Test
    void aNewSongIsAcceptedForTheOtherProviderWhileOneIsKnownNotToWork() {
        workshop.health.failed(JobFixtures.MODEL.provider(), new ProviderFailure.OutOfCredit("empty"));

        Accepted accepted = (Accepted) workshop.songs.accept(order(ALICE));

        assertThat(accepted.job().request().model()).isEqualTo(ScriptedStudio.MODEL);
    }

    @Test
    void songsInLineGoToTheOtherProviderWithoutKnockingAgain() throws Exception {
        JobId first = workshop.promoted();
        JobId second = workshop.promoted();
        workshop.vendor.rejects(new ProviderFailure.OutOfCredit("empty"));

        run(first);
        run(second);

        assertThat(workshop.vendor.submits()).isEqualTo(1);
        assertThat(workshop.job(second).request().model()).isEqualTo(ScriptedStudio.MODEL);
    }

    private void promotedAgain(JobId id) throws InterruptedException {
        workshop.clock.advance(Duration.ofMinutes(1));
        workshop.promote(id);
        run(id);
    }

    private JobId run(JobId id) throws InterruptedException {
        workshop.songJob().run(id);
        return id;
    }

    @Test
    void aDiskThatFailsJustWhenASongTriesABrokenCircuitDoesNotKeepItBrokenForEver() throws Exception {
        for (int i = 0; i < 3; i++) {
            workshop.health.failed(JobFixtures.MODEL.provider(), DOWN);
        }
        workshop.diskIsFullFor("openSubmit", 1);
        JobId id = workshop.promoted();
        assertThatThrownBy(() -> run(id)).hasMessageContaining("the disk is full");

        run(id);

        assertThat(workshop.job(id).state()).isEqualTo(JobState.DELIVERED);
        assertThat(workshop.vendor.submits()).isEqualTo(1);
    }

    @Test
    void aSongKeepsItsPlaceInLine() throws Exception {
        workshop.vendor.rejects(new ProviderFailure.OutOfCredit("empty"));
        JobId id = run(workshop.promoted());

        assertThat(workshop.job(id).acceptedAt()).isEqualTo(NOON);
        assertThat(workshop.job(id).dueAt()).isEqualTo(workshop.clock.instant());
    }
}
