package dev.earworm.jobs;

import java.nio.file.Path;
import java.util.concurrent.Semaphore;

/**
 * Prepares a few songs at once; the others wait in the order in which they came. Each takes processors and memory of the
 * machine, outside of Java's as well: two hundred that a provider finishes together would be done no sooner all at once, the
 * first of them much later, and the machine might end them for want of memory.
 */
public final class LimitedPreparer implements TrackPreparer {
    private final TrackPreparer preparer;
    private final Semaphore places;

    /** @param atOnce 1 or more */
    public LimitedPreparer(TrackPreparer preparer, int atOnce) {
        this.preparer = preparer;
        this.places = new Semaphore(atOnce, true);
    }

    /** As many as the machine has processors, and two at least: one long song shall not hold up all others. */
    public static LimitedPreparer forThisMachine(TrackPreparer preparer) {
        return new LimitedPreparer(preparer, Math.max(2, Runtime.getRuntime().availableProcessors()));
    }

    @Override
    public Outcome prepare(Job job, Path raw, long sizeLimit) throws InterruptedException {
        places.acquire();
        try {
            return preparer.prepare(job, raw, sizeLimit);
        } finally {
            places.release();
        }
    }
}
