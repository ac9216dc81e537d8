package dev.earworm.ops;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what has to be done now and then: at each start, and once a day from then on. Nothing about it is stored: a chore
 * that was missed is done at the next start.
 */
public final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration A_DAY = Duration.ofDays(1);

    private final List<Chore> chores;
    private final InstantSource clock;
    private final Thread thread;

    /** Something to be done now and then; may be repeated. */
    @FunctionalInterface
    public interface Chore {
        void doIt(Instant now);
    }

    private Housekeeping(List<Chore> chores, InstantSource clock, Duration untilFirst) {
        this.chores = List.copyOf(chores);
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("housekeeping").unstarted(() -> everyDay(untilFirst));
    }

    /** Returns when each chore was done for the first time. */
    public static Housekeeping begin(List<Chore> chores, InstantSource clock) {
        Housekeeping housekeeping = new Housekeeping(chores, clock, A_DAY);
        housekeeping.tidyUp();
        housekeeping.thread.start();
        return housekeeping;
    }

    /** Returns at once: for chores that may take long and that nobody waits for. */
    public static Housekeeping beginInBackground(List<Chore> chores, InstantSource clock) {
        Housekeeping housekeeping = new Housekeeping(chores, clock, Duration.ZERO);
        housekeeping.thread.start();
        return housekeeping;
    }

    private void everyDay(Duration untilFirst) {
        try {
            Thread.sleep(untilFirst);
            while (true) {
                tidyUp();
                Thread.sleep(A_DAY);
            }
        } catch (InterruptedException e) {
            LOG.debug("no more chores: shutting down");
        }
    }

    /** One that fails keeps no other from being done. */
    private void tidyUp() {
        for (Chore chore : chores) {
            try {
                chore.doIt(clock.instant());
            } catch (RuntimeException e) {
                LOG.error("a chore could not be done; trying again in a day", e);
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
