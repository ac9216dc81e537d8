package dev.earworm.discord.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobListener;
import dev.earworm.jobs.JobState;
import dev.earworm.jobs.SongLog;
import dev.earworm.music.JobId;
import dev.earworm.settings.SettingsStore;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a voice copy after each song in the guilds that want them. The song is delivered by then, and nothing that
 * happens to its copy changes that: a copy that fails, or that a crash cuts off, does not come.
 */
public final class VoiceCopies implements JobListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VoiceCopies.class);

    private final VoiceMessages voices;
    private final SettingsStore settings;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    /** Listeners may be told twice. */
    private final Cache<JobId, Boolean> begun = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    public VoiceCopies(VoiceMessages voices, SettingsStore settings) {
        this.voices = voices;
        this.settings = settings;
    }

    @Override
    public void changed(Job job) {
        if (job.state() != JobState.DELIVERED
                || !job.work().isSong()
                || begun.asMap().putIfAbsent(job.id(), true) != null) {
            return;
        }
        try {
            threads.execute(() -> SongLog.run(job, () -> copy(job)));
        } catch (RejectedExecutionException e) {
            LOG.debug("song {} gets no voice copy: shutting down", job.id());
        }
    }

    private void copy(Job job) {
        if (!settings.of(job.account().guild()).voiceCopies()) {
            return;
        }
        try {
            VoiceOutcome outcome = voices.send(job);
            LOG.info("voice copy of song {}: {}", job.id(), outcome);
        } catch (RuntimeException e) {
            LOG.warn("song {} gets no voice copy", job.id(), e);
        }
    }

    /** Ends at once; copies that are under way do not come. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
