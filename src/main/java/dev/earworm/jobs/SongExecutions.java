package dev.earworm.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.earworm.music.JobId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs promoted songs: one durable db-scheduler execution a song, each on a virtual thread of its own. An execution that
 * throws is run again with growing pauses; one that keeps throwing is a bug, and its song is ended in plain words.
 */
public final class SongExecutions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SongExecutions.class);
    private static final String TASK = "song";
    private static final int SONGS_AT_ONCE = 10_000;
    private static final int FAILURES_BEFORE_GIVING_UP = 5;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private final DataSource dataSource;
    private final String instance;
    private final InstantSource clock;
    private final SongJob songJob;
    private final Runnable whenOneEnds;
    private final OneTimeTask<Void> task;
    private final Scheduler scheduler;

    /**
     * Ready to be started.
     *
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
        this.dataSource = dataSource;
        this.instance = instance;
        this.songJob = songJob;
        this.whenOneEnds = whenOneEnds;
        this.clock = clock;
        this.task = Tasks.oneTime(TASK).onFailure(new RunAgain()).execute(this::execute);
        this.scheduler = Scheduler.create(dataSource, task)
                .schedulerName(new SchedulerName.Fixed(instance))
                .executorService(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("song-", 0).factory()))
                .threads(SONGS_AT_ONCE)
                .pollingInterval(LOOK_AGAIN)
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

    /** A second start of the same song does nothing. */
    public void start(JobId id) {
        scheduler.scheduleIfNotExists(task.instance(id.value()), clock.instant());
    }

    private int release() {
        String sql = "UPDATE scheduled_tasks SET picked = 0, picked_by = NULL, last_heartbeat = NULL,"
                + " version = version + 1 WHERE picked_by = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, instance);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("running songs could not be taken back", e);
        }
    }

    private void execute(TaskInstance<Void> execution, ExecutionContext context) {
        JobId id = new JobId(execution.getId());
        try {
            if (context.getExecution().consecutiveFailures >= FAILURES_BEFORE_GIVING_UP) {
                songJob.abandon(id, "it failed again and again");
            } else {
                songJob.run(id);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SongStopped(id, e);
        } finally {
            whenOneEnds.run();
        }
    }

    @Override
    public void close() {
        scheduler.stop();
    }

    /** The program stops; the song goes on after the next start. */
    private static final class SongStopped extends RuntimeException {
        SongStopped(JobId id, InterruptedException cause) {
            super("song " + id + " was stopped with the program", cause);
        }
    }

    private static final class RunAgain implements FailureHandler<Void> {
        @Override
        public void onFailure(ExecutionComplete complete, ExecutionOperations<Void> operations) {
            Instant now = complete.getTimeDone();
            if (complete.getCause().orElse(null) instanceof SongStopped) {
                // Anew, so that restarts never count as failures.
                operations.removeAndScheduleNew(SchedulableInstance.of(complete.getExecution().taskInstance, now));
            } else {
                int failures = complete.getExecution().consecutiveFailures;
                operations.reschedule(complete, now.plus(RetryPolicy.backOff(failures)));
            }
        }
    }
}
