package dev.earworm.jobs;

import dev.earworm.jobs.Turn.Waiting;
import dev.earworm.keys.GuildProviders;
import dev.earworm.keys.ProviderAccount;
import dev.earworm.keys.ProviderAccount.Operators;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives waiting songs their turns: whenever one may be free, and once a second for those that were postponed. The
 * database decides whether a slot is free, so a stale view costs a look and never a song too many. Without room on disk
 * nobody gets a turn.
 *
 * <p>Each process gives turns to the songs of its own shards. All of them see the same line, so a song of another process
 * that is further ahead keeps its slot; see {@link OthersFirst}.
 */
public final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(30);

    private final GuildProviders providers;
    private final SongQueue queue;
    private final ProviderSlots slots;
    private final JobStore store;
    private final Transactions transactions;
    private final Room room;
    private final ShardRange shards;
    private final OthersFirst others;
    private final JobListener listener;
    private final InstantSource clock;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile Instant lookedAt = Instant.MIN;

    public Dispatcher(
            GuildProviders providers,
            SongQueue queue,
            ProviderSlots slots,
            JobStore store,
            Transactions transactions,
            Room room,
            ShardRange shards,
            JobListener listener,
            InstantSource clock) {
        this.providers = providers;
        this.queue = queue;
        this.slots = slots;
        this.store = store;
        this.transactions = transactions;
        this.room = room;
        this.shards = shards;
        this.others = new OthersFirst(clock);
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
            providers.instance().all().forEach(provider -> dispatch(new Operators(provider.name()), runner));
            store.guildAccountsWaiting(clock.instant()).forEach(account -> dispatch(account, runner));
        }
        lookedAt = clock.instant();
    }

    private void dispatch(ProviderAccount account, SongRunner runner) {
        List<Waiting> line = queue.line(account);
        int held = line.stream().allMatch(this::isOurs) ? 0 : store.slotsHeld(account);
        int places = slots.of(account);
        for (Waiting next : line) {
            if (isOurs(next)) {
                if (runner.isAtWork(next.id())) {
                    continue;
                }
                if (!takesTurn(next, places, runner)) {
                    return;
                }
                held++;
                store.find(next.id()).ifPresent(listener::changed);
            } else if (held >= places) {
                return;
            } else if (others.isExpected(next.id())) {
                places--;
            }
        }
    }

    private boolean isOurs(Waiting song) {
        return shards.has(song.account().guild());
    }

    /** One write: a song that was promoted but never started would hold its slot for ever. */
    private boolean takesTurn(Waiting next, int places, SongRunner runner) {
        return transactions.inOne(() -> {
            boolean isPromoted = store.promote(next.id(), places, clock.instant());
            if (isPromoted) {
                runner.start(next.id());
            }
            return isPromoted;
        });
    }
}
