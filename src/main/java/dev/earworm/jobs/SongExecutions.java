package dev.earworm.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.earworm.music.JobId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs promoted songs: one durable db-scheduler execution a song, each on a virtual thread of its own. An execution that
 * throws is run again with growing pauses; one that keeps throwing is a bug, and its song is ended in plain words.
 *
 * <p>Executions are named by {@link ShardTasks}, and nobody else runs the shards of this process while it does. So whatever
 * is said to be at work there when it begins was left by one that died, on whichever machine, and goes on at once.
 *
 * <p>A song has one execution at most, and a start is dropped while there is one. Whoever promotes a song asks
 * {@link #isAtWork} first, and starts it in the transaction that promotes it.
 */
public final class SongExecutions implements SongRunner, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SongExecutions.class);
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

    /** The scheduler would delete what no process of this one's kind seems to run: that is what others run. */
    private static final Duration NEVER = Duration.ofDays(36_500);

    private final Takeover takeover;
    private final ShardTasks names;
    private final InstantSource clock;
    private final SongJob songJob;
    private final Runnable whenOneEnds;
    private final Map<String, CustomTask<Void>> tasks;
    private final Scheduler scheduler;

    /**
     * Ready to be started.
     *
     * @param dataSource takes part in an open transaction
     * @param shards nobody else runs them
     * @param drain how long a stop waits for songs that a provider is just answering
     */
    public SongExecutions(
            DataSource dataSource,
            ShardRange shards,
            JobStore store,
            Duration drain,
            SongJob songJob,
            Runnable whenOneEnds,
            InstantSource clock) {
        this(dataSource, shards, store, drain, songJob, whenOneEnds, clock, RHYTHM);
    }

    SongExecutions(
            DataSource dataSource,
            ShardRange shards,
            JobStore store,
            Duration drain,
            SongJob songJob,
            Runnable whenOneEnds,
            InstantSource clock,
            Rhythm rhythm) {
        this.names = new ShardTasks(shards, store);
        this.takeover = new Takeover(dataSource, names);
        this.songJob = songJob;
        this.whenOneEnds = whenOneEnds;
        this.clock = clock;
        this.tasks = names.own().stream().collect(Collectors.toMap(Function.identity(), this::task));
        this.scheduler = Scheduler.create(dataSource, List.<Task<?>>copyOf(tasks.values()))
                .schedulerName(new SchedulerName.Fixed("shards " + shards))
                .clock(clock::instant)
                .executorService(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("song-", 0).factory()))
                .threads(SONGS_AT_ONCE)
                .pollingInterval(rhythm.lookAgain())
                .heartbeatInterval(rhythm.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .deleteUnresolvedAfter(NEVER)
                .enableImmediateExecution()
                .shutdownMaxWait(drain)
                .build();
    }

    private CustomTask<Void> task(String name) {
        return Tasks.custom(name, Void.class)
                .onFailure(SongExecutions::runAgain)
                .onDeadExecution(this::revive)
                .execute(this::execute);
    }

    /** Takes over what was at work in these shards when their last process ended. To be called before anything is started. */
    public void takeOver() {
        int songs = takeover.run();
        if (songs > 0) {
            LOG.info("{} songs go on where they were", songs);
        }
    }

    /** Begins. */
    public void start() {
        scheduler.start();
    }

    @Override
    public boolean isAtWork(JobId id) {
        return scheduler
                .getScheduledExecution(TaskInstanceId.of(names.of(id), id.value()))
                .isPresent();
    }

    @Override
    public void start(JobId id) {
        scheduler.scheduleIfNotExists(instance(names.of(id), id.value()), clock.instant());
    }

    private TaskInstance<Void> instance(String name, String id) {
        CustomTask<Void> task = tasks.get(name);
        if (task == null) {
            throw new IllegalStateException("song " + id + " belongs to another process, as " + name);
        }
        return task.instance(id);
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
        Execution ended = complete.getExecution();
        TaskInstance<Void> anew = instance(ended.getTaskName(), ended.getId());
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
