package dev.earworm.ops.metrics;

import dev.earworm.jobs.Job;
import dev.earworm.jobs.TrackPreparer;
import dev.earworm.ops.metrics.StageTimers.Stage;
import java.nio.file.Path;
import java.time.Duration;

/** Says how long files take to be made fit. */
record TimedPreparer(TrackPreparer preparer, StageTimers stages) implements TrackPreparer {
    @Override
    public Outcome prepare(Job job, Path raw, long sizeLimit) throws InterruptedException {
        long begun = System.nanoTime();
        Outcome outcome = preparer.prepare(job, raw, sizeLimit);
        stages.took(Stage.PREPARING, job.provider(), Duration.ofNanos(System.nanoTime() - begun));
        return outcome;
    }
}
