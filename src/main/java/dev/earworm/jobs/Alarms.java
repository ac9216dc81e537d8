package dev.earworm.jobs;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.earworm.music.JobId;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Pauses in real time, each ended early by news of its song, and all of them when the program stops. News that come
 * between two pauses of a song end the next one.
 */
public final class Alarms implements Pause, AutoCloseable {
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final LoadingCache<JobId, Semaphore> alarms =
            Caffeine.newBuilder().expireAfterAccess(FORGOTTEN_AFTER).build(_ -> new Semaphore(0));
    private volatile boolean isClosed;

    @Override
    public void pause(JobId id, Duration duration) throws InterruptedException {
        Semaphore alarm = alarms.get(id);
        requireOpen();
        boolean _ = alarm.tryAcquire(TimeUnit.NANOSECONDS.convert(duration), TimeUnit.NANOSECONDS);
        alarm.drainPermits();
        requireOpen();
    }

    private void requireOpen() throws InterruptedException {
        if (isClosed) {
            throw new InterruptedException("the program stops");
        }
    }

    /** There is news of the song. */
    public void wake(JobId id) {
        alarms.get(id).release();
    }

    @Override
    public void close() {
        isClosed = true;
        alarms.asMap().values().forEach(Semaphore::release);
    }
}
