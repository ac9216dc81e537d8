package dev.earworm.storage;

import static dev.earworm.jobs.JobFixtures.ALICE;
import static dev.earworm.jobs.JobFixtures.BOB;
import static dev.earworm.jobs.JobFixtures.ELSEWHERE;
import static dev.earworm.jobs.JobFixtures.MODEL;
import static dev.earworm.jobs.JobFixtures.NOON;
import static dev.earworm.jobs.JobFixtures.queued;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earworm.jobs.Attempts;
import dev.earworm.jobs.ChannelId;
import dev.earworm.jobs.Costs;
import dev.earworm.jobs.Destination;
import dev.earworm.jobs.Destination.InteractionToken;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobFixtures;
import dev.earworm.jobs.JobState;
import dev.earworm.jobs.JobStore;
import dev.earworm.jobs.MessageId;
import dev.earworm.jobs.PostedAt;
import dev.earworm.jobs.Refusal;
import dev.earworm.jobs.SongOrder;
import dev.earworm.jobs.Turn;
import dev.earworm.jobs.Venue;
import dev.earworm.jobs.Visibility;
import dev.earworm.jobs.Work;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.CompositionPlan;
import dev.earworm.music.Excerpt;
import dev.earworm.music.JobId;
import dev.earworm.music.ModelId;
import dev.earworm.music.PlanSection;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Reference;
import dev.earworm.music.SongRequest;
import dev.earworm.music.StemSeparator.StemSet;
import dev.earworm.music.Suggestion;
import dev.earworm.music.TimedWord;
import dev.earworm.music.TrackDetails;
import dev.earworm.music.Usd;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class JobStoreTest extends StoreTest {
    private static final Instant LATER = NOON.plusSeconds(60);

    private JobStore store() {
        return database.jobs();
    }

    @Test
    void everythingAboutASongComesBackAsItWentIn() {
        Destination destination = new Destination(
                new ChannelId(-7),
                Visibility.PRIVATE,
                Optional.of(new InteractionToken("secret", LATER)),
                25L * 1024 * 1024,
                Locale.JAPANESE,
                Venue.ELSEWHERE);
        SongRequest request = new SongRequest(
                MODEL,
                "Fluß 🌊 'quoted'",
                Duration.ofMillis(30_500),
                true,
                Optional.of("la\nla"),
                AudioFormat.OGG,
                OptionalLong.of(7),
                Optional.of(new Reference(URI.create("https://cdn.example/a.mp3"), "a.mp3", 12, "audio/mpeg")));
        Job job = Job.queued(JobId.next(NOON), new SongOrder(ALICE, destination, request), Optional.empty(), NOON);

        store().add(job);

        assertThat(store().find(job.id())).contains(job);
    }

    @Test
    void anOrderForStemsComesBackAsItWentInAndIsFoundUntilItEnds() {
        Job song = added();
        Work.Stems work = new Work.Stems(song.id(), StemSet.SIX);
        Job stems =
                Job.queued(JobId.next(NOON), SongOrder.ofStems(song, work, song.destination()), Optional.empty(), NOON);
        store().add(stems);

        assertThat(store().find(stems.id())).contains(stems);
        assertThat(store().unfinished(work)).contains(stems);
        assertThat(store().unfinished(new Work.Stems(song.id(), StemSet.TWO))).isEmpty();
        assertThat(store().unfinished(new Work.Stems(stems.id(), StemSet.SIX))).isEmpty();

        store().cancel(stems.id(), NOON);
        assertThat(store().unfinished(work)).isEmpty();
    }

    @Test
    void anUnknownSongIsNotFound() {
        assertThat(store().find(JobId.next(NOON))).isEmpty();
    }

    @Test
    void aSongGoesAllTheWayThroughAProviderThatTakesJobs() {
        Job job = promoted();
        store().openSubmit(job.id(), LATER);
        assertThat(found(job).attempts()).isEqualTo(new Attempts(0, 0, true, Optional.of(LATER)));
        assertThat(found(job).submittedAt()).contains(LATER);

        store().rendering(job.id(), new ProviderJobId("uuid:elevenlabs/eleven_music"), Optional.empty());
        assertThat(found(job).providerJobId()).contains(new ProviderJobId("uuid:elevenlabs/eleven_music"));
        assertThat(found(job).attempts().open()).isFalse();

        store().rendered(job.id(), TrackDetails.titled("River"), LATER.plusSeconds(9));
        assertThat(found(job).state()).isEqualTo(JobState.RENDERED);
        assertThat(found(job).details().title()).contains("River");

        store().delivered(job.id(), posted(5), LATER);
        assertThat(found(job).state()).isEqualTo(JobState.DELIVERED);
        assertThat(found(job).trackMessage()).contains(posted(5));
        assertThat(found(job).told()).isTrue();
        assertThat(store().latestWaits(MODEL, 20)).containsExactly(Duration.ofSeconds(9));
        assertThat(store().unfinished()).isEmpty();
    }

    @Test
    void aSongIsPromotedOnceAndOnlyIntoAFreeSlot() {
        Job first = added(queued(ALICE, NOON));
        Job second = added(queued(BOB, NOON));

        assertThat(store().promote(first.id(), 1, LATER)).isTrue();
        assertThat(store().promote(first.id(), 9, LATER)).isFalse();
        assertThat(store().promote(second.id(), 1, LATER)).isFalse();
        assertThat(store().promote(second.id(), 2, LATER)).isTrue();
    }

    @Test
    void aRenderedSongGivesItsSlotBack() {
        Job first = promoted();
        Job second = added(queued(BOB, NOON));
        store().rendered(first.id(), TrackDetails.NONE, LATER);

        assertThat(store().promote(second.id(), 1, LATER)).isTrue();
    }

    @Test
    void aPostponedSongWaitsUntilItIsDue() {
        Job job = promoted();
        store().openSubmit(job.id(), NOON);
        store().postpone(job.id(), LATER, NOON);

        assertThat(found(job).attempts()).isEqualTo(new Attempts(1, 0, false, Optional.of(NOON)));
        assertThat(store().waiting("elevenlabs", LATER.minusMillis(1))).isEmpty();
        assertThat(store().waiting("elevenlabs", LATER))
                .containsExactly(new Turn.Waiting(job.id(), ALICE, job.acceptedAt()));
    }

    @Test
    void theFirstSubmitIsRememberedThroughLaterOnes() {
        Job job = promoted();
        store().openSubmit(job.id(), NOON);
        store().postpone(job.id(), NOON, NOON);
        store().promote(job.id(), 9, LATER);
        store().openSubmit(job.id(), LATER);

        assertThat(found(job).attempts().first()).contains(NOON);
        assertThat(found(job).submittedAt()).contains(LATER);
    }

    @Test
    void aLostSubmitIsCountedOnce() {
        Job job = promoted();
        store().openSubmit(job.id(), NOON);
        store().loseSubmit(job.id());

        assertThat(found(job).attempts()).isEqualTo(new Attempts(0, 1, false, Optional.of(NOON)));
        assertThatThrownBy(() -> store().loseSubmit(job.id())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFailedSongIsUnfinishedUntilItsMemberIsTold() {
        Job job = promoted();
        Refusal refusal =
                new Refusal(Refusal.Reason.CONTENT_REFUSED, Optional.of(new Suggestion.OtherPrompt("a gentle river")));
        store().failed(job.id(), refusal, LATER);
        assertThat(store().unfinished()).extracting(Job::id).containsExactly(job.id());
        assertThat(found(job).refusal()).contains(refusal);

        store().told(job.id());
        assertThat(store().unfinished()).isEmpty();
    }

    @Test
    void onlyAWaitingSongCanBeCancelled() {
        Job waiting = added(queued(ALICE, NOON));
        Job promoted = promoted();

        assertThat(store().cancel(waiting.id(), LATER)).isTrue();
        assertThat(store().cancel(waiting.id(), LATER)).isFalse();
        assertThat(store().cancel(promoted.id(), LATER)).isFalse();
        assertThat(found(waiting).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void aMoveThatIsNotAnArrowIsRefusedAndChangesNothing() {
        Job job = added(queued(ALICE, NOON));

        assertThatThrownBy(() -> store().rendered(job.id(), TrackDetails.NONE, LATER))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("QUEUED");
        assertThatThrownBy(() -> store().delivered(job.id(), posted(1), LATER))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store().failed(job.id(), Refusal.because(Refusal.Reason.BUG), LATER))
                .isInstanceOf(IllegalStateException.class);
        assertThat(found(job)).isEqualTo(job);
    }

    @Test
    void anEndedSongStaysAsItEnded() {
        Job job = promoted();
        store().rendered(job.id(), TrackDetails.NONE, LATER);
        store().delivered(job.id(), posted(1), LATER);

        assertThatThrownBy(() -> store().delivered(job.id(), posted(2), LATER))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store().failed(job.id(), Refusal.because(Refusal.Reason.BUG), LATER))
                .isInstanceOf(IllegalStateException.class);
        assertThat(found(job).trackMessage()).contains(posted(1));
    }

    @Test
    void theSongsThatEndedLastAreThoseThatEndedShortlyBeforeTheLastEnd() {
        assertThat(store().lastEnded(Duration.ofMinutes(1))).isEmpty();
        Job early = added(queued(ALICE, NOON));
        Job lastButOne = added(queued(ALICE, NOON));
        Job last = added(queued(ALICE, NOON));
        added(queued(ALICE, NOON));

        store().cancel(early.id(), LATER.minusMillis(60_001));
        store().cancel(lastButOne.id(), LATER.minusMillis(60_000));
        store().cancel(last.id(), LATER);

        assertThat(store().lastEnded(Duration.ofMinutes(1)))
                .extracting(Job::id)
                .containsExactly(last.id(), lastButOne.id());
    }

    @Test
    void aGuildSeesItsOwnUnfinishedSongsOldestFirst() {
        Job newer = added(queued(ALICE, LATER));
        Job older = added(queued(BOB, NOON));
        Job cancelled = added(queued(BOB, NOON));
        store().cancel(cancelled.id(), LATER);
        added(queued(ELSEWHERE, NOON));

        assertThat(store().unfinished(ALICE.guild())).extracting(Job::id).containsExactly(older.id(), newer.id());
    }

    @Test
    void turnsAreCountedByMember() {
        Job active = promoted();
        Job done = added(queued(ALICE, NOON));
        store().promote(done.id(), 9, LATER);
        store().rendered(done.id(), TrackDetails.NONE, LATER);

        assertThat(store().turnsTaken("elevenlabs", NOON)).containsExactly(new Turn.Taken(ALICE, 1, LATER));
        assertThat(store().turnsTaken("aimlapi", NOON)).isEmpty();

        store().rendered(active.id(), TrackDetails.NONE, LATER);
        assertThat(store().turnsTaken("elevenlabs", LATER)).containsExactly(new Turn.Taken(ALICE, 0, LATER));
        assertThat(store().turnsTaken("elevenlabs", LATER.plusMillis(1))).isEmpty();
    }

    @Test
    void whoHoldsASlotIsCountedHoweverLongAgoTheyGotIt() {
        promoted();

        assertThat(store().turnsTaken("elevenlabs", LATER)).containsExactly(new Turn.Taken(ALICE, 1, NOON));
    }

    @Test
    void theStatusMessageIsRemembered() {
        Job job = added(queued(ALICE, NOON));
        store().statusMessage(job.id(), new MessageId(77));

        assertThat(found(job).statusMessage()).contains(new MessageId(77));
    }

    private Job added(Job job) {
        store().add(job);
        return job;
    }

    private Job promoted() {
        Job job = added(queued(ALICE, NOON));
        assertThat(store().promote(job.id(), 9, NOON)).isTrue();
        return job;
    }

    private Job found(Job job) {
        return store().find(job.id()).orElseThrow();
    }

    @Test
    void aPlanIsKeptAsItIs() {
        CompositionPlan plan = new CompositionPlan(
                List.of("lo-fi"),
                List.of("drums"),
                List.of(
                        PlanSection.of("Intro", Duration.ofMillis(3500), List.of("soft"), List.of("la, la")),
                        PlanSection.kept(
                                "Chorus", new Excerpt("song-1", Duration.ofSeconds(3), Duration.ofSeconds(9)))));
        SongOrder order = JobFixtures.order(ALICE);
        Job job = Job.queued(
                JobId.next(NOON),
                new SongOrder(ALICE, order.destination(), order.request().withPlan(plan)),
                Optional.of(Usd.of("0.15")),
                NOON);
        store().add(job);

        assertThat(found(job).request().plan()).contains(plan);
        assertThat(found(job).costs()).isEqualTo(Costs.estimated(Optional.of(Usd.of("0.15"))));
    }

    @Test
    void whatTheProviderToldAndChargedIsKept() {
        Job job = added();
        store().promote(job.id(), 1, NOON);
        store().rendering(job.id(), new ProviderJobId("one"), Optional.of(Usd.of("0.06")));
        assertThat(found(job).costs().actual()).contains(Usd.of("0.06"));

        TrackDetails details = new TrackDetails(
                Optional.of("River"),
                Optional.of("A calm one"),
                List.of("lo-fi", "ambient"),
                Optional.empty(),
                List.of(new TimedWord("la", Duration.ofMillis(120), Duration.ofMillis(480))),
                Optional.of("song-1"),
                Optional.empty());
        store().rendered(job.id(), details, LATER);
        assertThat(found(job).details()).isEqualTo(details);
        assertThat(found(job).costs().actual()).as("said at the submit").contains(Usd.of("0.06"));
    }

    @Test
    void theLastWordOnTheCostCounts() {
        Job job = added();
        store().promote(job.id(), 1, NOON);
        store().rendering(job.id(), new ProviderJobId("one"), Optional.of(Usd.of("0.06")));
        store().rendered(job.id(), TrackDetails.NONE.withCost(Optional.of(Usd.of("0.05"))), LATER);

        assertThat(found(job).costs().actual()).contains(Usd.of("0.05"));
    }

    @Test
    void aSongThatIsBeingMadeIsFoundByItsProvidersName() {
        Job job = added();
        ProviderJobId name = new ProviderJobId("uuid:model");
        store().promote(job.id(), 1, NOON);
        assertThat(store().findRendering(job.provider(), name)).isEmpty();

        store().rendering(job.id(), name, Optional.empty());
        assertThat(store().findRendering(job.provider(), name)).contains(job.id());
        assertThat(store().findRendering("other", name)).isEmpty();

        store().rendered(job.id(), TrackDetails.NONE, LATER);
        assertThat(store().findRendering(job.provider(), name)).isEmpty();
    }

    @Test
    void anotherProviderGetsTheSongWithItsAttemptsBegunAnew() {
        Job job = added();
        store().promote(job.id(), 1, NOON);
        store().openSubmit(job.id(), NOON);
        SongRequest other = job.request()
                .withModel(new ModelId("other", "model"))
                .withLength(Duration.ofSeconds(20))
                .withSeed(OptionalLong.empty());

        store().reassign(job.id(), other, Optional.of(Usd.ZERO), LATER);

        Job after = found(job);
        assertThat(after.state()).isEqualTo(JobState.QUEUED);
        assertThat(after.request()).isEqualTo(other);
        assertThat(after.tried()).containsExactly(job.provider());
        assertThat(after.attempts()).isEqualTo(Attempts.NONE);
        assertThat(after.dueAt()).isEqualTo(LATER);
        assertThat(after.submittedAt()).isEmpty();
        assertThat(after.costs().estimated()).contains(Usd.ZERO);
        assertThat(store().turnsTaken("other", NOON))
                .as("its turn was at the first provider")
                .isEmpty();
        assertThatThrownBy(() -> store().reassign(job.id(), other, Optional.empty(), LATER))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSuggestedPlanIsKept() {
        Job job = added();
        CompositionPlan plan = new CompositionPlan(
                List.of("lo-fi"),
                List.of(),
                List.of(PlanSection.of("Intro", Duration.ofSeconds(5), List.of(), List.of())));
        Refusal refusal = new Refusal(Refusal.Reason.CONTENT_REFUSED, Optional.of(new Suggestion.OtherPlan(plan)));
        store().promote(job.id(), 1, NOON);
        store().failed(job.id(), refusal, LATER);

        assertThat(found(job).refusal()).contains(refusal);
    }

    private static PostedAt posted(long message) {
        return new PostedAt(new ChannelId(7), new MessageId(message));
    }

    private Job added() {
        Job job = queued(ALICE, NOON);
        store().add(job);
        return job;
    }
}
