package dev.earworm.jobs;

import dev.earworm.music.JobId;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The patience with which something is posted while Discord is not well: about an hour and a quarter. */
final class Posting {
    private static final Logger LOG = LoggerFactory.getLogger(Posting.class);
    private static final int ATTEMPTS = 40;

    private Posting() {}

    /** Posts until the answer is anything but "try later", or patience ends. */
    static Publication untilSettled(Pause pause, JobId id, Supplier<Publication> post) throws InterruptedException {
        Publication publication = post.get();
        for (int attempt = 1; attempt < ATTEMPTS && publication instanceof Publication.TryLater later; attempt++) {
            LOG.info("song {} cannot be posted now: {}", id, later.detail());
            Duration backOff = RetryPolicy.backOff(attempt);
            pause.pause(id, later.delay().compareTo(backOff) > 0 ? later.delay() : backOff);
            publication = post.get();
        }
        return publication;
    }
}
