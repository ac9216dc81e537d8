package dev.earworm.discord.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.earworm.jobs.Forecast;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobListener;
import dev.earworm.jobs.JobStore;
import dev.earworm.jobs.MessageId;
import dev.earworm.jobs.Quotas;
import dev.earworm.jobs.SongLog;
import dev.earworm.jobs.SongQueue;
import dev.earworm.music.JobId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the status message of each song true: its place in the queue, its stage, how far it is, when it will be ready,
 * and how it ended.
 *
 * <p>One virtual thread a message, which sleeps until its song takes a step, or something smaller may have changed and
 * {@link EditPacePolicy} lets it look; waits until the message may be edited again; reads the song as it stands; and edits
 * once, if that shows. Being told is cheap and never blocks; what happens during the wait is covered by the one edit after
 * it, so no last change is lost. The board holds nothing durable: a song that changes after a restart is put up again, and
 * {@link StatusReader} finds out where it was.
 */
public final class StatusBoard implements JobListener, AutoCloseable {
    /** Often enough to be true, seldom enough to stay far from Discord's limits on edits. */
    public static final Duration PAUSE = Duration.ofSeconds(5);

    /** Longer than a status is on its way to Discord. */
    private static final Duration NOTED_WITHIN = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(StatusBoard.class);

    private final Map<JobId, StatusSign> signs = new ConcurrentHashMap<>();
    private final Cache<JobId, Boolean> finished = memory();
    private final Cache<JobId, Boolean> sought = memory();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final JobStore songs;
    private final StatusReader reader;
    private final StatusKeeper keeper;
    private final Instant since;
    private final Duration pause;
    private final InstantSource clock;

    private static Cache<JobId, Boolean> memory() {
        return Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(Duration.ofHours(1))
                .build();
    }

    /**
     * An empty board.
     *
     * @param pause the least time between two edits of one message
     */
    public StatusBoard(
            Shards shards,
            JobStore songs,
            SongQueue queue,
            Quotas quotas,
            StatusPosts posts,
            Duration pause,
            InstantSource clock) {
        Places places = new Places(shards);
        this.songs = songs;
        this.reader = new StatusReader(places, clock);
        this.keeper = new StatusKeeper(songs, queue, quotas, posts, new StatusEditor(places, clock), reader, clock);
        this.since = clock.instant();
        this.pause = pause;
        this.clock = clock;
    }

    /** A song's status was posted just now; by the time it was, the song may have gone on. */
    public void shows(Job job, MessageId message, Post post, Forecast forecast) {
        StatusSign sign = new StatusSign(job, message, pause);
        sign.nowSays(post, forecast, pause, clock.instant());
        sign.songMoved();
        putUp(sign);
    }

    /** Looks at this song soon. Those that may have moved up with it are looked at anyway, at their own pace. */
    @Override
    public void changed(Job job) {
        if (!signs.containsKey(job.id()) && finished.getIfPresent(job.id()) == null) {
            job.statusMessage().ifPresentOrElse(message -> putUp(new StatusSign(job, message, pause)), () -> seek(job));
        }
        StatusSign own = signs.get(job.id());
        if (own != null) {
            own.songMoved();
        }
    }

    /** Ends at once; edits that are under way may be lost. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void putUp(StatusSign sign) {
        if (signs.putIfAbsent(sign.song(), sign) == null) {
            begin(() -> SongLog.run(sign.ordered(), () -> keep(sign)));
        }
    }

    /** Of a song whose status ought to be known by now: the process died, or Discord's answer was lost. */
    private void seek(Job job) {
        Instant now = clock.instant();
        boolean isOverdue = job.acceptedAt().isBefore(since)
                || job.acceptedAt().plus(NOTED_WITHIN).isBefore(now);
        if (isOverdue && sought.asMap().putIfAbsent(job.id(), true) == null) {
            begin(() -> reader.find(job).ifPresent(message -> {
                songs.statusMessage(job.id(), message);
                putUp(new StatusSign(job, message, pause));
            }));
        }
    }

    private void begin(Runnable work) {
        try {
            threads.execute(work);
        } catch (RejectedExecutionException e) {
            LOG.debug("no status is kept any more: shutting down");
        }
    }

    private void keep(StatusSign sign) {
        try {
            keeper.keep(sign, () -> pace(sign));
            finished.put(sign.song(), true);
        } catch (InterruptedException e) {
            LOG.debug("the status of song {} is not kept any more: shutting down", sign.song());
        } catch (RuntimeException e) {
            LOG.warn("the status of song {} is given up", sign.song(), e);
        } finally {
            signs.remove(sign.song(), sign);
        }
    }

    private Duration pace(StatusSign sign) {
        Instant now = clock.instant();
        long inItsChannel = sign.isWithoutToken(now)
                ? signs.values().stream()
                        .filter(other -> other.sharesItsChannelWith(sign, now))
                        .count()
                : 0;
        return EditPacePolicy.pause(pause, signs.size(), Math.toIntExact(inItsChannel));
    }
}
