package dev.earworm.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.earworm.jobs.SongExecutions.Rhythm;
import dev.earworm.music.JobId;
import dev.earworm.music.ProviderFailure;
import dev.earworm.quota.QuotaUsage;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Songs on the real scheduler. */
class SongExecutionsTest {
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Rhythm FAST = new Rhythm(Duration.ofMillis(20), Duration.ofMillis(20));
    private static final ProviderFailure BUSY =
            new ProviderFailure.RateLimited("busy", Optional.empty(), OptionalInt.empty());

    private static final String PICKED =
            "UPDATE scheduled_tasks SET picked = 1, picked_by = 'another', last_heartbeat = execution_time";

    @TempDir
    private Path folder;

    private SongWorkshop workshop;
    private Dispatcher dispatcher;

    @BeforeEach
    void open() {
        workshop = new SongWorkshop(folder);
        dispatcher = new Dispatcher(
                workshop.accounts,
                workshop.queue,
                workshop.slots,
                workshop.store,
                workshop.database.transactions(),
                () -> workshop.room.isEnough(),
                ShardRange.WHOLE,
                workshop.listeners,
                workshop.clock);
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    private SongExecutions executions() {
        return executions(workshop.songJob());
    }

    private SongExecutions executions(SongJob songJob) {
        return executions(ShardRange.WHOLE, songJob);
    }

    private SongExecutions executions(int first, int last, int total) {
        return executions(new ShardRange(first, last, total), workshop.songJob());
    }

    private SongExecutions executions(ShardRange shards, SongJob songJob) {
        return new SongExecutions(
                workshop.database.dataSource(),
                shards,
                workshop.store,
                Duration.ofSeconds(5),
                songJob,
                dispatcher::wake,
                workshop.clock,
                FAST);
    }

    @Test
    void aPromotedSongIsCarriedToItsEndAndPutAway() {
        JobId id = workshop.accepted();
        try (SongExecutions executions = executions()) {
            executions.start();
            dispatcher.dispatch(executions);

            await().atMost(SOON).until(() -> !executions.isAtWork(id));
        }
        assertThat(workshop.job(id).state()).isEqualTo(JobState.DELIVERED);
        assertThat(workshop.postBox.tracks).hasSize(1);
    }

    @Test
    void aSecondStartDoesNothing() {
        JobId id = workshop.promoted();
        try (SongExecutions executions = executions()) {
            executions.start(id);
            executions.start(id);
            executions.start();

            await().atMost(SOON).until(() -> !executions.isAtWork(id));
        }
        assertThat(workshop.vendor.submits()).isEqualTo(1);
    }

    @Test
    void aSongWhoseNextTurnComesWhileItsLastOneIsJustEndingIsNotForgotten() {
        workshop.vendor.rejects(BUSY);
        JobId id = workshop.accepted();
        try (SongExecutions executions = executions()) {
            workshop.listeners.add(job -> {
                if (job.state() == JobState.QUEUED) {
                    workshop.clock.advance(Duration.ofMinutes(1));
                    dispatcher.dispatch(executions);
                }
            });
            executions.start();

            await().atMost(SOON).until(() -> {
                dispatcher.dispatch(executions);
                return workshop.job(id).state() == JobState.DELIVERED;
            });
        }
        assertThat(workshop.vendor.submits()).isEqualTo(2);
    }

    @Test
    void aSongThatIsStoppedWithTheProgramGoesOnAfterTheNextStart() throws InterruptedException {
        JobId id = workshop.promoted();
        CountDownLatch pausing = new CountDownLatch(1);
        Alarms alarms = new Alarms();
        SongJob stopped = workshop.songJob((song, _) -> {
            pausing.countDown();
            alarms.pause(song, Duration.ofHours(1));
        });
        try (SongExecutions executions = executions(stopped)) {
            executions.start();
            executions.start(id);
            pausing.await();
            alarms.close();
        }
        assertThat(workshop.job(id).state()).isEqualTo(JobState.RENDERING);

        try (SongExecutions executions = executions()) {
            executions.start();
            await().atMost(SOON).until(() -> !executions.isAtWork(id));
        }
        assertThat(workshop.job(id).state()).isEqualTo(JobState.DELIVERED);
        assertThat(workshop.vendor.submits()).isEqualTo(1);
    }

    @Test
    void whatAKilledProcessHeldIsTakenUpAtTheNextStart() throws SQLException {
        JobId id = workshop.promoted();
        executions().start(id);
        sql(PICKED);

        try (SongExecutions executions = executions()) {
            executions.takeOver();
            executions.start();
            await().atMost(SOON).until(() -> !executions.isAtWork(id));
        }
        assertThat(workshop.job(id).state()).isEqualTo(JobState.DELIVERED);
    }

    @Test
    void aProcessRunsTheSongsOfItsShardsAndNoOthers() {
        JobId first = promoted(0);
        JobId second = promoted(1);
        try (SongExecutions here = executions(0, 0, 2);
                SongExecutions there = executions(1, 1, 2)) {
            here.start(first);
            there.start(second);
            here.start();
            await().atMost(SOON).until(() -> !here.isAtWork(first));

            JobId later = promoted(2);
            here.start(later);
            await().atMost(SOON).until(() -> !here.isAtWork(later));
            assertThat(workshop.job(second).state()).isEqualTo(JobState.SUBMITTING);
            assertThatThrownBy(() -> here.start(second)).hasMessageContaining("belongs to another process");

            there.start();
            await().atMost(SOON).until(() -> !there.isAtWork(second));
        }
        assertThat(workshop.postBox.tracks).hasSize(3);
    }

    @Test
    void whoeverTakesOverTheShardsOfAProcessThatDiedGoesOnAtOnceAndLeavesTheOthersAlone() throws SQLException {
        JobId left = promoted(1);
        JobId others = promoted(2);
        executions(1, 1, 4).start(left);
        executions(2, 2, 4).start(others);
        sql(PICKED);

        try (SongExecutions executions = executions(0, 1, 4)) {
            executions.takeOver();
            executions.start();
            await().atMost(SOON).until(() -> !executions.isAtWork(left));
        }
        assertThat(workshop.job(left).state()).isEqualTo(JobState.DELIVERED);
        assertThat(workshop.job(others).state()).isEqualTo(JobState.SUBMITTING);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1", "0, 3, 4", "4, 7, 8", "0, 2, 3"})
    void aSongGoesOnWhenTheBotHasAnotherNumberOfShards(int first, int last, int total) throws SQLException {
        JobId song = promoted(5);
        executions(1, 1, 2).start(song);
        sql(PICKED);

        try (SongExecutions executions = executions(first, last, total)) {
            executions.takeOver();
            assertThat(executions.isAtWork(song)).isTrue();
            executions.start();
            await().atMost(SOON).until(() -> !executions.isAtWork(song));
        }
        assertThat(workshop.job(song).state()).isEqualTo(JobState.DELIVERED);
    }

    @Test
    void songsOfABotThatWasOneProcessGoToTheProcessOfTheirGuild() {
        JobId song = promoted(5);
        executions().start(song);
        try (SongExecutions others = executions(0, 0, 2);
                SongExecutions own = executions(1, 1, 2)) {
            others.takeOver();
            assertThat(own.isAtWork(song)).isFalse();

            own.takeOver();
            assertThat(own.isAtWork(song)).isTrue();
        }
    }

    /** In a guild of this shard, if there are more than so many. */
    private JobId promoted(long shard) {
        JobId id = workshop.accepted(JobFixtures.order(JobFixtures.account(shard << 22, 10)));
        assertThat(workshop.store.promote(id, 10, JobFixtures.NOON)).isTrue();
        return id;
    }

    @Test
    void aSongThatFailsThroughABugIsTriedAgainWithGrowingPausesAndThenEndedInPlainWords() {
        AtomicInteger tries = new AtomicInteger();
        workshop.preparer = (_, _, _) -> {
            tries.incrementAndGet();
            throw new IllegalStateException("a bug");
        };
        JobId id = workshop.promoted();
        try (SongExecutions executions = executions()) {
            executions.start();
            executions.start(id);
            await().atMost(SOON).until(() -> {
                workshop.clock.advance(Duration.ofSeconds(10));
                return !executions.isAtWork(id);
            });
        }
        assertThat(tries).hasValue(5);
        assertThat(workshop.postBox.refusals).containsExactly(Refusal.because(Refusal.Reason.BUG));
        assertThat(workshop.usage()).isEqualTo(QuotaUsage.NONE);
    }

    @Test
    void whatBreaksBecauseTheProgramStopsIsNoFailureHoweverOftenItHappens() {
        AtomicInteger stops = new AtomicInteger();
        TrackPreparer preparer = workshop.preparer;
        workshop.preparer = (job, raw, limit) -> {
            if (stops.incrementAndGet() <= 10) {
                Thread.currentThread().interrupt();
                throw new UncheckedIOException(new ClosedByInterruptException());
            }
            return preparer.prepare(job, raw, limit);
        };
        JobId id = workshop.promoted();
        try (SongExecutions executions = executions()) {
            executions.start();
            executions.start(id);
            await().atMost(SOON).until(() -> {
                workshop.clock.advance(Duration.ofSeconds(10));
                return !executions.isAtWork(id);
            });
        }
        assertThat(workshop.job(id).state()).isEqualTo(JobState.DELIVERED);
    }

    @Test
    void aRefusalThatCannotEvenBeSaidIsGivenUpInsteadOfTriedForEver() {
        workshop.vendor.rejects(new ProviderFailure.BadRequest("no"));
        for (int i = 0; i < 20; i++) {
            workshop.postBox.answersBy(() -> {
                throw new IllegalStateException("a bug");
            });
        }
        JobId id = workshop.promoted();
        try (SongExecutions executions = executions()) {
            executions.start();
            executions.start(id);
            await().atMost(SOON).until(() -> {
                workshop.clock.advance(Duration.ofSeconds(10));
                return !executions.isAtWork(id);
            });
        }
        assertThat(workshop.job(id).state()).isEqualTo(JobState.FAILED);
        assertThat(workshop.store.unfinished()).isEmpty();
    }

    @Test
    void aSongThatLooksDeadWhileItsThreadLivesIsNotBegunASecondTime() throws Exception {
        CountDownLatch preparing = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        AtomicInteger prepared = new AtomicInteger();
        TrackPreparer preparer = workshop.preparer;
        workshop.preparer = (job, raw, limit) -> {
            prepared.incrementAndGet();
            preparing.countDown();
            mayGoOn.await();
            return preparer.prepare(job, raw, limit);
        };
        JobId id = workshop.promoted();
        try (SongExecutions executions = executions()) {
            executions.start();
            executions.start(id);
            preparing.await();
            // As after a jump of the clock, but so that its heart cannot come back in time.
            sql("UPDATE scheduled_tasks SET version = version + 1, last_heartbeat = 0");
            JobId probe = executionThatIsReallyDead(executions);
            await().atMost(SOON).until(() -> !executions.isAtWork(probe));

            assertThat(prepared).hasValue(1);
            mayGoOn.countDown();
            await().atMost(SOON).until(() -> !executions.isAtWork(id));
        }
        assertThat(workshop.postBox.tracks).hasSize(1);
    }

    /** Dead executions are looked for in one go, the longest dead first: once this one is found, the others were. */
    private JobId executionThatIsReallyDead(SongExecutions executions) throws SQLException {
        JobId id = workshop.accepted();
        executions.start(id);
        await().atMost(SOON).until(() -> !executions.isAtWork(id));
        sql("INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat,"
                + " version) SELECT 'song', '" + id + "', execution_time, 1, 'earworm', 1, 1 FROM scheduled_tasks");
        return id;
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = workshop.database.dataSource().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
