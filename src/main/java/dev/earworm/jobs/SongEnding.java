package dev.earworm.jobs;

import dev.earworm.music.JobId;
import dev.earworm.quota.QuotaLedger;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a song in the job table and in the ledger with one write, so that neither can be true without the other. */
public final class SongEnding {
    private static final Logger LOG = LoggerFactory.getLogger(SongEnding.class);

    private final JobStore store;
    private final QuotaLedger ledger;
    private final Transactions transactions;
    private final InstantSource clock;

    public SongEnding(JobStore store, QuotaLedger ledger, Transactions transactions, InstantSource clock) {
        this.store = store;
        this.ledger = ledger;
        this.transactions = transactions;
        this.clock = clock;
    }

    void delivered(JobId id, MessageId message) {
        transactions.inOne(() -> {
            store.delivered(id, message, clock.instant());
            ledger.commit(id);
        });
        LOG.info("song {} was delivered", id);
    }

    void failed(JobId id, Refusal refusal, String detail) {
        transactions.inOne(() -> {
            store.failed(id, refusal, clock.instant());
            ledger.release(id);
        });
        LOG.warn("song {} failed: {}: {}", id, refusal.reason(), detail);
    }

    /** The provider stopped; nobody knows what it charges, so the quota is spent. */
    boolean stopped(JobId id) {
        return transactions.inOne(() -> {
            boolean wasMaking = store.stop(id, clock.instant());
            if (wasMaking) {
                ledger.commit(id);
            }
            return wasMaking;
        });
    }

    boolean cancelled(JobId id) {
        return transactions.inOne(() -> {
            boolean waited = store.cancel(id, clock.instant());
            if (waited) {
                ledger.release(id);
            }
            return waited;
        });
    }
}
