package dev.earworm.jobs;

import dev.earworm.jobs.Turn.Waiting;
import dev.earworm.music.MusicProvider;
import dev.earworm.music.Providers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives waiting songs their turns: whenever one may be free, and once a second for those that were postponed. The
 * database decides whether a slot is free, so a stale view costs a look and never a song too many. Without room on disk
 * nobody gets a turn.
 */
public final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(30);

    private final Providers providers;
    private final SongQueue queue;
    private final ProviderSlots slots;
    private final JobStore store;
    private final Transactions transactions;
    private final Room room;
    private final JobListener listener;
    private final InstantSource clock;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile Instant lookedAt = Instant.MIN;

    public Dispatcher(
            Providers providers,
            SongQueue queue,
            ProviderSlots slots,
            JobStore store,
            Transactions transactions,
            Room room,
            JobListener listener,
            InstantSource clock) {
        this.providers = providers;
        this.queue = queue;
        this.slots = slots;
        this.store = store;
        this.transactions = transactions;
        this.room = room;
        this.listener = listener;
        this.clock = clock;
    }

    /** Something changed: look now. */
    public void wake() {
        wakeUps.release();
    }

    /** Whether it has looked at every waiting song within the last half minute. */
    public boolean isWell() {
        return lookedAt.isAfter(clock.instant().minus(LONGEST_LOOK));
    }

    /** Looks until it is interrupted. */
    public void run(SongRunner runner) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    dispatch(runner);
                } catch (RuntimeException | Error e) {
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
    void dispatch(SongRunner runner) {
        if (room.isEnough()) {
            providers.all().forEach(provider -> dispatch(provider, runner));
        }
        lookedAt = clock.instant();
    }

    private void dispatch(MusicProvider provider, SongRunner runner) {
        for (Waiting next : queue.line(provider.name())) {
            if (runner.isAtWork(next.id())) {
                continue;
            }
            if (!takesTurn(next, provider, runner)) {
                return;
            }
            store.find(next.id()).ifPresent(listener::changed);
        }
    }

    /** One write: a song that was promoted but never started would hold its slot for ever. */
    private boolean takesTurn(Waiting next, MusicProvider provider, SongRunner runner) {
        return transactions.inOne(() -> {
            boolean isPromoted = store.promote(next.id(), slots.of(provider.name()), clock.instant());
            if (isPromoted) {
                runner.start(next.id());
            }
            return isPromoted;
        });
    }
}
