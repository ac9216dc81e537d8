package dev.earworm.jobs;

import dev.earworm.music.JobId;
import java.util.Map;
import java.util.Optional;
import org.slf4j.MDC;

/**
 * Until it is closed, each line of the log that this thread writes says which song it belongs to: its job, guild, provider
 * and attempt. Nothing of what the song is about.
 */
public final class SongLog implements AutoCloseable {
    private static final String JOB = "job";

    private final Map<String, String> before;

    private SongLog(Map<String, String> before) {
        this.before = before;
    }

    public static SongLog of(Job job) {
        SongLog log = of(job.id());
        MDC.put("guild", job.account().guild().toString());
        MDC.put("provider", job.provider());
        MDC.put(
                "attempt",
                String.valueOf(1 + job.attempts().postponed() + job.attempts().lost()));
        return log;
    }

    /** As long as no more is known. */
    public static SongLog of(JobId id) {
        Map<String, String> before =
                Optional.ofNullable(MDC.getCopyOfContextMap()).orElse(Map.of());
        MDC.put(JOB, id.value());
        return new SongLog(before);
    }

    @Override
    public void close() {
        MDC.setContextMap(before);
    }
}
