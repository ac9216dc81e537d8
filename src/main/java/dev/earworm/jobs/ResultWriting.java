package dev.earworm.jobs;

import dev.earworm.music.JobId;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The patience with which the result of something that cannot be taken back is written: about half an hour, and as long as
 * it takes where the disk is full. Nothing but this thread knows it, and given up it would be paid for, or posted, a
 * second time.
 */
final class ResultWriting {
    private static final Logger LOG = LoggerFactory.getLogger(ResultWriting.class);
    private static final int ATTEMPTS = 20;

    private ResultWriting() {}

    /**
     * Writes until it is on disk.
     *
     * @throws IllegalStateException at once, when the song is not where it can take this step
     */
    static void untilWritten(Pause pause, JobId id, Runnable write) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                write.run();
                return;
            } catch (IllegalStateException e) {
                throw e;
            } catch (RuntimeException e) {
                if (attempt >= ATTEMPTS && !FullDisk.isBehind(e)) {
                    throw e;
                }
                Duration backOff = RetryPolicy.backOff(attempt);
                LOG.error("song {} has a result that cannot be written; trying again in {}", id, backOff, e);
                pause.pause(id, backOff);
            }
        }
    }
}
