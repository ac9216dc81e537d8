package dev.earworm.jobs;

import dev.earworm.jobs.Turn.Waiting;
import dev.earworm.music.JobId;
import dev.earworm.music.MusicProvider;
import dev.earworm.music.Providers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives waiting songs their turns: whenever one may be free, and once a second for those that were postponed. The
 * database decides whether a slot is free, so a stale view costs a look and never a song too many.
 */
public final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Providers providers;
    private final SongQueue queue;
    private final ProviderSlots slots;
    private final JobStore store;
    private final JobListener listener;
    private final InstantSource clock;
    private final Semaphore wakeUps = new Semaphore(0);

    public Dispatcher(
            Providers providers,
            SongQueue queue,
            ProviderSlots slots,
            JobStore store,
            JobListener listener,
            InstantSource clock) {
        this.providers = providers;
        this.queue = queue;
        this.slots = slots;
        this.store = store;
        this.listener = listener;
        this.clock = clock;
    }

    /** Something changed: look now. */
    public void wake() {
        wakeUps.release();
    }

    /** Looks until it is interrupted. */
    public void run(Consumer<JobId> start) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    dispatch(start);
                } catch (RuntimeException e) {
                    LOG.error("waiting songs could not be looked at; looking again", e);
                }
                boolean _ = wakeUps.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
                wakeUps.drainPermits();
            }
        } catch (InterruptedException e) {
            LOG.debug("the dispatcher stops", e);
        }
    }

    /** Promotes every song that has its turn and a slot, and starts its work. */
    void dispatch(Consumer<JobId> start) {
        providers.all().forEach(provider -> dispatch(provider, start));
    }

    private void dispatch(MusicProvider provider, Consumer<JobId> start) {
        List<Waiting> line = queue.line(provider.name());
        for (Waiting next : line) {
            if (!store.promote(next.id(), slots.of(provider.name()), clock.instant())) {
                return;
            }
            start.accept(next.id());
            store.find(next.id()).ifPresent(listener::changed);
        }
    }
}
