package dev.earworm.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.earworm.music.JobId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs promoted songs: one durable db-scheduler execution a song, each on a virtual thread of its own. An execution that
 * throws is run again with growing pauses; one that keeps throwing is a bug, and its song is ended in plain words.
 *
 * <p>A song has one execution at most, and a start is dropped while there is one. Whoever promotes a song asks
 * {@link #isAtWork} first, and starts it in the transaction that promotes it.
 */
public final class SongExecutions implements SongRunner, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SongExecutions.class);
    private static final String TASK = "song";
    private static final int SONGS_AT_ONCE = 10_000;
    private static final int FAILURES_BEFORE_GIVING_UP = 5;
    private static final int MISSED_HEARTBEATS = 4;
    private static final Rhythm RHYTHM = new Rhythm(Duration.ofSeconds(2), Duration.ofMinutes(1));

    /**
     * How often the scheduler looks at its table.
     *
     * @param lookAgain for executions that are due again; new ones are seen at once
     * @param heartbeat an execution whose end could not be written is found after four of them
     */
    record Rhythm(Duration lookAgain, Duration heartbeat) {}

    private final DataSource dataSource;
    private final String instance;
    private final InstantSource clock;
    private final SongJob songJob;
    private final Runnable whenOneEnds;
    private final CustomTask<Void> task;
    private final Scheduler scheduler;

    /**
     * Ready to be started.
     *
     * @param dataSource takes part in an open transaction
     * @param instance this process's name; executions that it held when it last died are released at start
     * @param drain how long a stop waits for songs that a provider is just answering
     */
    public SongExecutions(
            DataSource dataSource,
            String instance,
            Duration drain,
            SongJob songJob,
            Runnable whenOneEnds,
            InstantSource clock) {
        this(dataSource, instance, drain, songJob, whenOneEnds, clock, RHYTHM);
    }

    SongExecutions(
            DataSource dataSource,
            String instance,
            Duration drain,
            SongJob songJob,
            Runnable whenOneEnds,
            InstantSource clock,
            Rhythm rhythm) {
        this.dataSource = dataSource;
        this.instance = instance;
        this.songJob = songJob;
        this.whenOneEnds = whenOneEnds;
        this.clock = clock;
        this.task = Tasks.custom(TASK, Void.class)
                .onFailure(SongExecutions::runAgain)
                .onDeadExecution(this::revive)
                .execute(this::execute);
        this.scheduler = Scheduler.create(dataSource, task)
                .schedulerName(new SchedulerName.Fixed(instance))
                .clock(clock::instant)
                .executorService(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("song-", 0).factory()))
                .threads(SONGS_AT_ONCE)
                .pollingInterval(rhythm.lookAgain())
                .heartbeatInterval(rhythm.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .enableImmediateExecution()
                .shutdownMaxWait(drain)
                .build();
    }

    /** Takes back what this instance held when it died, and begins. */
    public void start() {
        int released = release();
        if (released > 0) {
            LOG.info("{} songs go on where they were", released);
        }
        scheduler.start();
    }

    @Override
    public boolean isAtWork(JobId id) {
        return scheduler
                .getScheduledExecution(TaskInstanceId.of(TASK, id.value()))
                .isPresent();
    }

    @Override
    public void start(JobId id) {
        scheduler.scheduleIfNotExists(task.instance(id.value()), clock.instant());
    }

    private int release() {
        String sql = "UPDATE scheduled_tasks SET picked = false, picked_by = NULL, last_heartbeat = NULL,"
                + " version = version + 1 WHERE picked_by = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, instance);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("running songs could not be taken back", e);
        }
    }

    private CompletionHandler<Void> execute(TaskInstance<Void> execution, ExecutionContext context) {
        JobId id = new JobId(execution.getId());
        // For good: the thread is the song's own, and the scheduler still logs what this leaves by.
        SongLog.mark(id);
        try {
            if (context.getExecution().consecutiveFailures >= FAILURES_BEFORE_GIVING_UP) {
                songJob.abandon(id, "it failed again and again");
            } else {
                songJob.run(id);
            }
            return this::putAway;
        } catch (InterruptedException e) {
            return stopped(id, e);
        } catch (RuntimeException e) {
            // Files and processes that an interrupt closes look broken.
            if (Thread.interrupted()) {
                return stopped(id, e);
            }
            throw e;
        }
    }

    /** The thread is the song's own and ends here, so nobody misses its interrupt. */
    private CompletionHandler<Void> stopped(JobId id, Exception cause) {
        LOG.debug("song {} goes on after the next start", id, cause);
        return this::keepForTheNextStart;
    }

    private void putAway(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        operations.remove();
        whenOneEnds.run();
    }

    /** Anew, so that restarts never count as failures. */
    private void keepForTheNextStart(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        TaskInstance<Void> anew = task.instance(complete.getExecution().getId());
        operations.removeAndScheduleNew(SchedulableInstance.of(anew, complete.getTimeDone()));
    }

    private static void runAgain(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        int failures = complete.getExecution().consecutiveFailures;
        operations.reschedule(complete, complete.getTimeDone().plus(RetryPolicy.backOff(failures)));
    }

    /**
     * Its heart has not beaten for a while. When the clock has jumped, or the machine has slept, that is no reason to
     * begin it a second time beside itself.
     */
    private void revive(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        String id = complete.getExecution().getId();
        boolean isAlive = scheduler.getCurrentlyExecuting().stream()
                .anyMatch(running -> running.getTaskInstance().getId().equals(id));
        if (!isAlive) {
            LOG.warn("song {} is taken up again: its last end could not be written", id);
            operations.reschedule(complete, complete.getTimeDone());
        }
    }

    @Override
    public void close() {
        scheduler.stop();
    }
}
