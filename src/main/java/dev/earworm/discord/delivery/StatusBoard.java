package dev.earworm.discord.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.earworm.discord.words.Language;
import dev.earworm.discord.words.QuotaSentences;
import dev.earworm.jobs.Forecast;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobListener;
import dev.earworm.jobs.JobStore;
import dev.earworm.jobs.MessageId;
import dev.earworm.jobs.Quotas;
import dev.earworm.jobs.SongQueue;
import dev.earworm.music.JobId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the status message of each song true: its place in the queue, its stage, when it will be ready, and how it ended.
 *
 * <p>One virtual thread a message, which sleeps until it is told of a change (or the time it named is over), waits until
 * the message may be edited again, reads the song as it stands, and edits once. Being told is cheap and never blocks;
 * what happens during the wait is covered by the one edit after it, so no last change is lost. The board holds nothing
 * durable: a song that changes after a restart is put up again, if its message is known.
 */
public final class StatusBoard implements JobListener, AutoCloseable {
    /** Often enough to be true, seldom enough to stay far from Discord's limits on edits. */
    public static final Duration PAUSE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(StatusBoard.class);

    private final Map<JobId, StatusSign> signs = new ConcurrentHashMap<>();
    private final Cache<JobId, Boolean> finished = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(EditThrottle.EDITABLE_FOR)
            .build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final JobStore songs;
    private final SongQueue queue;
    private final Quotas quotas;
    private final StatusPosts posts;
    private final StatusEditor editor;
    private final Duration pause;
    private final InstantSource clock;

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
        this.songs = songs;
        this.queue = queue;
        this.quotas = quotas;
        this.posts = posts;
        this.editor = new StatusEditor(new Places(shards), clock);
        this.pause = pause;
        this.clock = clock;
    }

    /** A song's status was posted just now; by the time it was, the song may have gone on. */
    public void shows(Job job, MessageId message, Post post, Forecast forecast) {
        StatusSign sign = new StatusSign(job, message, pause);
        sign.nowSays(post, forecast);
        sign.mayHaveChanged();
        putUp(sign);
    }

    /** Marks this song and those that may have moved up with it. */
    @Override
    public void changed(Job job) {
        if (!signs.containsKey(job.id()) && finished.getIfPresent(job.id()) == null) {
            job.statusMessage().ifPresent(message -> putUp(new StatusSign(job, message, pause)));
        }
        for (StatusSign sign : signs.values()) {
            if (sign.provider().equals(job.provider())) {
                sign.mayHaveChanged();
            }
        }
    }

    /** Ends at once; edits that are under way may be lost. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void putUp(StatusSign sign) {
        if (signs.putIfAbsent(sign.song(), sign) != null) {
            return;
        }
        try {
            threads.execute(() -> keep(sign));
        } catch (RejectedExecutionException e) {
            LOG.debug("the status of song {} is not kept any more: shutting down", sign.song());
        }
    }

    private void keep(StatusSign sign) {
        try {
            while (!sign.throttle().isTooOld(clock.instant())) {
                sign.awaitChange(clock.instant());
                Thread.sleep(sign.throttle().untilNextEdit(clock.instant()));
                if (isDoneAfterLooking(sign)) {
                    finished.put(sign.song(), true);
                    return;
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("the status of song {} is not kept any more: shutting down", sign.song());
        } finally {
            signs.remove(sign.song(), sign);
        }
    }

    private boolean isDoneAfterLooking(StatusSign sign) {
        sign.reads();
        try {
            Optional<Job> job = songs.find(sign.song());
            return job.isEmpty() || isDoneAfterShowing(sign, job.get());
        } catch (RuntimeException e) {
            LOG.warn("the status of song {} could not be shown; trying again", sign.song(), e);
            return isDoneAfter(sign, new Sent.Later(pause, "failed"));
        }
    }

    private boolean isDoneAfterShowing(StatusSign sign, Job job) {
        Instant now = clock.instant();
        Forecast forecast = sign.steadied(queue.forecast(job), now);
        Post post = Language.of(job.destination().language())
                .render(() -> posts.of(job, forecast, QuotaSentences.left(quotas.of(job.account()))));
        if (!sign.says(post)) {
            Sent sent = editor.edit(job, sign.message(), post);
            if (!(sent instanceof Sent.Done)) {
                return isDoneAfter(sign, sent);
            }
            sign.throttle().edited(clock.instant());
        }
        sign.nowSays(post, forecast);
        return job.state().isEnded();
    }

    private boolean isDoneAfter(StatusSign sign, Sent failure) {
        return switch (failure) {
            case Sent.Later _ -> {
                sign.throttle().edited(clock.instant());
                sign.mayHaveChanged();
                yield false;
            }
            case Sent.Done _, Sent.Closed _, Sent.TooLarge _ -> {
                LOG.debug("the status of song {} is given up: {}", sign.song(), failure);
                yield true;
            }
        };
    }
}
