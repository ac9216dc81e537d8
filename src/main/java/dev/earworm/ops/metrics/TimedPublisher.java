package dev.earworm.ops.metrics;

import dev.earworm.jobs.Finished;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.Publication;
import dev.earworm.jobs.Refusal;
import dev.earworm.jobs.Resend;
import dev.earworm.jobs.TrackPublisher;
import dev.earworm.ops.metrics.StageTimers.Stage;
import java.time.Duration;

/** Says how long the posting of songs takes. */
record TimedPublisher(TrackPublisher publisher, StageTimers stages) implements TrackPublisher {
    @Override
    public Publication publish(Job job, Finished finished) {
        long begun = System.nanoTime();
        Publication publication = publisher.publish(job, finished);
        stages.took(Stage.DELIVERING, job.provider(), Duration.ofNanos(System.nanoTime() - begun));
        return publication;
    }

    @Override
    public Publication resend(Job job, Finished finished, Resend wish) {
        return publisher.resend(job, finished, wish);
    }

    @Override
    public Publication refuse(Job job, Refusal refusal) {
        return publisher.refuse(job, refusal);
    }

    @Override
    public Publication announceKept(Job job) {
        return publisher.announceKept(job);
    }
}
