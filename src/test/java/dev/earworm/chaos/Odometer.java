package dev.earworm.chaos;

import java.time.Duration;

/** Counts what happens at vendors and in Discord, so that a plan can say "after so many events" instead of "after so long". */
public final class Odometer {
    private long events;

    public synchronized void tick() {
        events++;
        notifyAll();
    }

    public synchronized long events() {
        return events;
    }

    /** Returns once that many have happened since, or when nothing more happens for a while. */
    public synchronized void await(long since, int more, Duration quiet) throws InterruptedException {
        long before = -1;
        while (events < since + more && events != before) {
            before = events;
            awaitNext(quiet);
        }
    }

    private void awaitNext(Duration quiet) throws InterruptedException {
        long before = events;
        long deadline = System.nanoTime() + quiet.toNanos();
        long left = quiet.toMillis();
        while (events == before && left > 0) {
            wait(left);
            left = (deadline - System.nanoTime()) / 1_000_000;
        }
    }
}
