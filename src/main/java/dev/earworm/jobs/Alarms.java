package dev.earworm.jobs;

import dev.earworm.music.JobId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Pauses in real time, each ended early by news of its song, and all of them when the program stops. */
public final class Alarms implements Pause, AutoCloseable {
    private final Map<JobId, Semaphore> pausing = new ConcurrentHashMap<>();
    private volatile boolean isClosed;

    @Override
    public void pause(JobId id, Duration duration) throws InterruptedException {
        Semaphore alarm = pausing.computeIfAbsent(id, _ -> new Semaphore(0));
        try {
            if (isClosed) {
                throw new InterruptedException("the program stops");
            }
            boolean _ = alarm.tryAcquire(TimeUnit.NANOSECONDS.convert(duration), TimeUnit.NANOSECONDS);
            if (isClosed) {
                throw new InterruptedException("the program stops");
            }
        } finally {
            pausing.remove(id);
        }
    }

    /** There is news of the song. */
    public void wake(JobId id) {
        Semaphore alarm = pausing.get(id);
        if (alarm != null) {
            alarm.release();
        }
    }

    @Override
    public void close() {
        isClosed = true;
        pausing.values().forEach(Semaphore::release);
    }
}
