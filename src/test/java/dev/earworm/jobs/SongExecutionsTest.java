package dev.earworm.jobs;

import static org.assertj.core.api.Assertions.assertThat;
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

/** Songs on the real scheduler. */
class SongExecutionsTest {
    private static final Rhythm FAST = new Rhythm(Duration.ofMillis(20), Duration.ofMillis(20));
    private static final ProviderFailure BUSY =
            new ProviderFailure.RateLimited("busy", Optional.empty(), OptionalInt.empty());

    @TempDir
    private Path folder;

    private SongWorkshop workshop;
    private Dispatcher dispatcher;

    @BeforeEach
    void open() {
        workshop = new SongWorkshop(folder);
        dispatcher = new Dispatcher(
                workshop.providers,
                workshop.queue,
                workshop.slots,
                workshop.store,
                workshop.database.transactions(),
                () -> workshop.room.isEnough(),
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
        return new SongExecutions(
                workshop.database.dataSource(),
                "earworm",
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

            await().until(() -> !executions.isAtWork(id));
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

            await().until(() -> !executions.isAtWork(id));
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

            await().until(() -> {
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
            await().until(() -> !executions.isAtWork(id));
        }
        assertThat(workshop.job(id).state()).isEqualTo(JobState.DELIVERED);
        assertThat(workshop.vendor.submits()).isEqualTo(1);
    }

    @Test
    void whatAKilledProcessHeldIsTakenUpAtTheNextStart() throws SQLException {
        JobId id = workshop.promoted();
        executions().start(id);
        sql("UPDATE scheduled_tasks SET picked = 1, picked_by = 'earworm', last_heartbeat = execution_time");

        try (SongExecutions executions = executions()) {
            executions.start();
            await().until(() -> !executions.isAtWork(id));
        }
        assertThat(workshop.job(id).state()).isEqualTo(JobState.DELIVERED);
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
            await().until(() -> {
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
            await().until(() -> {
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
            await().until(() -> {
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
            await().until(() -> !executions.isAtWork(probe));

            assertThat(prepared).hasValue(1);
            mayGoOn.countDown();
            await().until(() -> !executions.isAtWork(id));
        }
        assertThat(workshop.postBox.tracks).hasSize(1);
    }

    /** Dead executions are looked for in one go, the longest dead first: once this one is found, the others were. */
    private JobId executionThatIsReallyDead(SongExecutions executions) throws SQLException {
        JobId id = workshop.accepted();
        executions.start(id);
        await().until(() -> !executions.isAtWork(id));
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
