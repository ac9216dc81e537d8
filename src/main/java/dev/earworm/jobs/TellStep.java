package dev.earworm.jobs;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a member, once, that a song will not come, or where it waits. Without a way to tell, the operator's log has it.
 */
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

    /** Of a song that has failed. */
    void refuse(Job job) throws InterruptedException {
        Refusal refusal = job.refusal().orElseThrow();
        tell(job, Posting.untilSettled(pause, job.id(), () -> publisher.refuse(job, refusal)));
    }

    /** Of a song that is kept. All ways were closed or silent just now, so each is tried once more and no oftener. */
    void announceKept(Job job) {
        tell(job, publisher.announceKept(job));
    }

    private void tell(Job job, Publication publication) {
        switch (publication) {
            case Publication.Published _, Publication.Answered _ -> {}
            case Publication.TooLarge _, Publication.TryLater _, Publication.Undeliverable _ ->
                LOG.warn("song {}: its member could not be told what became of it: {}", job.id(), publication);
        }
        store.told(job.id());
    }
}
