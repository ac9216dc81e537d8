package dev.earworm.jobs;

import dev.earworm.music.JobId;
import dev.earworm.music.Stopping;
import dev.earworm.quota.Charge;
import dev.earworm.quota.QuotaLedger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a song in the job table and in the ledger with one write, so that neither can be true without the other. */
public final class SongEnding {
    private static final Logger LOG = LoggerFactory.getLogger(SongEnding.class);

    private final JobStore store;
    private final QuotaLedger ledger;
    private final Transactions transactions;
    private final InstantSource clock;
    private final Set<JobId> beingStopped = ConcurrentHashMap.newKeySet();

    public SongEnding(JobStore store, QuotaLedger ledger, Transactions transactions, InstantSource clock) {
        this.store = store;
        this.ledger = ledger;
        this.transactions = transactions;
        this.clock = clock;
    }

    void delivered(JobId id, PostedAt message) {
        transactions.inOne(() -> {
            store.delivered(id, message, clock.instant());
            ledger.commit(id);
        });
        LOG.info("song {} was delivered", id);
    }

    void answered(JobId id, PostedAt message, Instant keptUntil) {
        transactions.inOne(() -> {
            store.answered(id, message, keptUntil, clock.instant());
            ledger.commit(id);
        });
        LOG.info("song {} was delivered as an answer, and is kept until {}", id, keptUntil);
    }

    void kept(JobId id, Instant keptUntil, String detail) {
        transactions.inOne(() -> {
            store.kept(id, keptUntil, clock.instant());
            ledger.commit(id);
        });
        LOG.warn("song {} could be given to nobody and is kept until {}: {}", id, keptUntil, detail);
    }

    /** @param charge whether it was paid for, or may have been */
    void failed(JobId id, Refusal refusal, String detail, Charge charge) {
        transactions.inOne(() -> {
            store.failed(id, refusal, clock.instant());
            ledger.release(id, charge);
        });
        LOG.warn("song {} failed: {}: {}", id, refusal.reason(), detail);
    }

    /**
     * Has a provider stop the song. Nobody knows what it charges, so the quota is spent.
     *
     * @return whether the song has ended by this
     */
    boolean stopped(JobId id, Supplier<Stopping> provider) {
        beingStopped.add(id);
        try {
            return provider.get() instanceof Stopping.Stopped
                    && transactions.inOne(() -> {
                        boolean wasMaking = store.stop(id, clock.instant());
                        if (wasMaking) {
                            ledger.commit(id);
                        }
                        return wasMaking;
                    });
        } finally {
            beingStopped.remove(id);
        }
    }

    /** Just now; a provider may say that the song failed before it says that it has stopped. */
    boolean isBeingStopped(JobId id) {
        return beingStopped.contains(id);
    }

    boolean cancelled(JobId id) {
        return transactions.inOne(() -> {
            boolean waited = store.cancel(id, clock.instant());
            if (waited) {
                ledger.release(id, Charge.NONE);
            }
            return waited;
        });
    }
}
