package dev.earworm.jobs;

import static dev.earworm.jobs.JobFixtures.ALICE;
import static dev.earworm.jobs.JobFixtures.BOB;
import static dev.earworm.jobs.JobFixtures.ELSEWHERE;
import static dev.earworm.jobs.JobFixtures.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.earworm.music.JobId;
import dev.earworm.music.TrackDetails;
import dev.earworm.quota.Account;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DispatcherTest {
    @TempDir
    private Path folder;

    private SongWorkshop workshop;
    private Dispatcher dispatcher;
    private final Runner runner = new Runner();

    /** Writes down which songs it was given. */
    private static final class Runner implements SongRunner {
        final List<JobId> started = new CopyOnWriteArrayList<>();
        final Set<JobId> atWork = new HashSet<>();
        final List<Throwable> troubles = new ArrayList<>();

        @Override
        public boolean isAtWork(JobId id) {
            return atWork.contains(id);
        }

        @Override
        public void start(JobId id) {
            if (!troubles.isEmpty()) {
                switch (troubles.removeFirst()) {
                    case RuntimeException exception -> throw exception;
                    case Error error -> throw error;
                    case Throwable other -> throw new AssertionError(other);
                }
            }
            started.add(id);
        }
    }

    @BeforeEach
    void open() {
        workshop = new SongWorkshop(folder);
        dispatcher = dispatcher(ShardRange.WHOLE);
    }

    private Dispatcher dispatcher(ShardRange shards) {
        return new Dispatcher(
                workshop.accounts,
                workshop.queue,
                workshop.slots,
                workshop.store,
                workshop.database.transactions(),
                () -> workshop.room.isEnough(),
                shards,
                workshop.listeners,
                workshop.clock);
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void noMoreSongsAreStartedThanTheProviderHasSlots() {
        List<JobId> songs = accepted(4);

        dispatcher.dispatch(runner);
        dispatcher.dispatch(runner);

        assertThat(runner.started).containsExactlyElementsOf(songs.subList(0, 2));
        assertThat(workshop.heard).containsExactly(JobState.SUBMITTING, JobState.SUBMITTING);
    }

    @Test
    void aSlotThatBecomesFreeGoesToTheNextInLine() {
        List<JobId> songs = accepted(3);
        dispatcher.dispatch(runner);

        workshop.store.rendered(songs.getFirst(), TrackDetails.NONE, workshop.clock.instant());
        dispatcher.dispatch(runner);

        assertThat(runner.started).containsExactlyElementsOf(songs);
    }

    @Test
    void anotherGuildsFirstSongIsNotKeptWaitingByAGuildThatAsksForMany() {
        JobId first = workshop.accepted(order(ALICE));
        workshop.clock.advance(Duration.ofMillis(1));
        workshop.accepted(order(ALICE));
        workshop.accepted(order(BOB));
        JobId elsewhere = workshop.accepted(order(ELSEWHERE));

        dispatcher.dispatch(runner);

        assertThat(runner.started).containsExactly(first, elsewhere);
    }

    @Test
    void aSongThatCouldNotBeStartedHoldsNoSlotAndIsStartedAtTheNextLook() {
        JobId id = workshop.accepted();
        runner.troubles.add(new IllegalStateException("the disk is full"));

        assertThatThrownBy(() -> dispatcher.dispatch(runner)).hasMessage("the disk is full");
        assertThat(workshop.job(id).state()).isEqualTo(JobState.QUEUED);

        dispatcher.dispatch(runner);
        assertThat(runner.started).containsExactly(id);
        assertThat(workshop.job(id).state()).isEqualTo(JobState.SUBMITTING);
    }

    @Test
    void aSongWhoseLastTurnIsStillBeingPutAwayWaitsAndLetsOthersPass() {
        List<JobId> songs = accepted(2);
        runner.atWork.add(songs.getFirst());

        dispatcher.dispatch(runner);
        assertThat(runner.started).containsExactly(songs.getLast());
        assertThat(workshop.job(songs.getFirst()).state()).isEqualTo(JobState.QUEUED);

        runner.atWork.clear();
        dispatcher.dispatch(runner);
        assertThat(runner.started).containsExactly(songs.getLast(), songs.getFirst());
    }

    @Test
    void aSongThatIsNotDueYetIsLeftWaiting() {
        JobId id = workshop.promoted();
        workshop.store.postpone(id, workshop.clock.instant().plusSeconds(2), workshop.clock.instant());

        dispatcher.dispatch(runner);
        assertThat(runner.started).isEmpty();

        workshop.clock.advance(Duration.ofSeconds(2));
        dispatcher.dispatch(runner);
        assertThat(runner.started).containsExactly(id);
    }

    @Test
    void itIsWellWhileItLooks() {
        assertThat(dispatcher.isWell()).isFalse();
        dispatcher.dispatch(runner);
        assertThat(dispatcher.isWell()).isTrue();

        workshop.accepted();
        runner.troubles.add(new IllegalStateException("the disk is full"));
        workshop.clock.advance(Duration.ofSeconds(30));
        assertThatThrownBy(() -> dispatcher.dispatch(runner)).hasMessage("the disk is full");
        assertThat(dispatcher.isWell()).isFalse();
    }

    @Test
    void aLookThatFailsDoesNotEndTheLooking() throws InterruptedException {
        runner.troubles.add(new IllegalStateException("the disk is full"));
        runner.troubles.add(new StackOverflowError());
        JobId id = workshop.accepted();
        Thread looking = Thread.ofVirtual().start(() -> dispatcher.run(runner));

        await().atMost(Duration.ofMinutes(1)).until(() -> {
            dispatcher.wake();
            return runner.started.contains(id);
        });
        looking.interrupt();
        assertThat(looking.join(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void songsOfOtherShardsAreLeftToTheirProcessAndWhatItDoesIsNotToldHere() {
        JobId theirs = workshop.accepted(order(elsewhere(1)));

        dispatcher(new ShardRange(0, 0, 2)).dispatch(runner);
        assertThat(runner.started).isEmpty();
        assertThat(workshop.heard).isEmpty();

        dispatcher(new ShardRange(1, 1, 2)).dispatch(runner);
        assertThat(runner.started).containsExactly(theirs);
    }

    @Test
    void aSlotIsLeftFreeForASongOfAnotherProcessThatIsNextInLine() {
        Dispatcher here = dispatcher(new ShardRange(0, 0, 2));
        Dispatcher there = dispatcher(new ShardRange(1, 1, 2));
        JobId theirs = workshop.accepted(order(elsewhere(1)));
        workshop.clock.advance(Duration.ofMillis(1));
        List<JobId> ours = accepted(2);

        here.dispatch(runner);
        assertThat(runner.started).containsExactly(ours.getFirst());

        there.dispatch(runner);
        here.dispatch(runner);
        assertThat(runner.started).containsExactly(ours.getFirst(), theirs);

        workshop.store.rendered(theirs, TrackDetails.NONE, workshop.clock.instant());
        here.dispatch(runner);
        assertThat(runner.started).containsExactly(ours.getFirst(), theirs, ours.getLast());
    }

    @Test
    void theSongsOfAProcessThatTakesNoTurnsArePassedAfterTenSeconds() {
        Dispatcher here = dispatcher(new ShardRange(0, 0, 2));
        workshop.accepted(order(elsewhere(1)));
        workshop.accepted(order(elsewhere(2)));
        workshop.clock.advance(Duration.ofMillis(1));
        JobId ours = workshop.accepted();

        here.dispatch(runner);
        workshop.clock.advance(Duration.ofMillis(9_900));
        here.dispatch(runner);
        assertThat(runner.started).isEmpty();

        workshop.clock.advance(Duration.ofMillis(100));
        here.dispatch(runner);
        assertThat(runner.started).containsExactly(ours);
    }

    /** Guilds of the second of two shards. */
    private static Account elsewhere(long number) {
        return JobFixtures.account((2 * number + 1) << 22, 30 + number);
    }

    private List<JobId> accepted(int count) {
        List<JobId> songs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            songs.add(workshop.accepted());
            workshop.clock.advance(Duration.ofMillis(1));
        }
        return songs;
    }
}
