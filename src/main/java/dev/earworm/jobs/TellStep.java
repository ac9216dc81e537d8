package dev.earworm.jobs;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a member, once, that a song will not come. Without a way to tell, the operator's log has it. */
final class TellStep {
    private static final Logger LOG = LoggerFactory.getLogger(TellStep.class);

    private final JobStore store;
    private final TrackPublisher publisher;
    private final Pause pause;

    TellStep(JobStore store, TrackPublisher publisher, Pause pause) {
        this.store = store;
        this.publisher = publisher;
        this.pause = pause;
    }

    void take(Job job) throws InterruptedException {
        Refusal refusal = job.refusal().orElseThrow();
        Publication publication = Posting.untilSettled(pause, job.id(), () -> publisher.refuse(job, refusal));
        if (!(publication instanceof Publication.Published)) {
            LOG.warn("song {}: its member could not be told that it failed: {}", job.id(), publication);
        }
        store.told(job.id());
    }
}
