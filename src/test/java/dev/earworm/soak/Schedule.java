package dev.earworm.soak;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** What is done every so often, or once, until the time is up or something fails. */
final class Schedule implements AutoCloseable {
    interface Deed {
        void done() throws Exception;
    }

    /** One for each that may wait, so that nobody waits for another. */
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(4);

    private final CountDownLatch failed = new CountDownLatch(1);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    void every(Duration pause, Deed deed) {
        clock.scheduleAtFixedRate(() -> trying(deed), pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    void once(Duration delay, Deed deed) {
        clock.schedule(() -> trying(deed), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    void runFor(Duration length) throws InterruptedException {
        if (failed.await(length.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new AssertionError("the soak broke off", failure.get());
        }
    }

    private void trying(Deed deed) {
        try {
            deed.done();
        } catch (Exception | AssertionError e) {
            failure.compareAndSet(null, e);
            failed.countDown();
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
