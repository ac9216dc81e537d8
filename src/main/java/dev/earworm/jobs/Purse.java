package dev.earworm.jobs;

import dev.earworm.music.JobId;
import dev.earworm.music.MusicProvider.RepeatedSubmit;
import dev.earworm.music.Providers;
import dev.earworm.music.SongRequest;
import dev.earworm.music.Usd;
import dev.earworm.quota.Account;
import dev.earworm.quota.Allowances;
import dev.earworm.quota.Claim;
import dev.earworm.quota.Payer;
import dev.earworm.quota.Payers;
import dev.earworm.quota.QuotaDay;
import dev.earworm.quota.QuotaDecision;
import dev.earworm.quota.QuotaLedger;
import dev.earworm.quota.Reservation;
import dev.earworm.quota.Spender;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What songs claim of the quotas and of the money, from acceptance to their end. Each write of a song's row that changes its
 * claim is one with the ledger's.
 */
public final class Purse {
    private final QuotaLedger ledger;
    private final Allowances allowances;
    private final Payers payers;
    private final Providers providers;
    private final Transactions transactions;

    public Purse(
            QuotaLedger ledger, Allowances allowances, Payers payers, Providers providers, Transactions transactions) {
        this.ledger = ledger;
        this.allowances = allowances;
        this.payers = payers;
        this.providers = providers;
        this.transactions = transactions;
    }

    <T> T inOne(Supplier<T> work) {
        return transactions.inOne(work);
    }

    /** Sets a song aside; what is written with it has to be in the same transaction. */
    QuotaDecision reserve(Job job, Spender spender) {
        QuotaDay day = QuotaDay.of(job.acceptedAt());
        Claim claim = claim(job.account(), job.request());
        return ledger.reserve(
                new Reservation(job.id(), spender, claim, job.acceptedAt()),
                allowances.of(spender, claim.payer(), day));
    }

    /**
     * Sets aside what the next attempt at a song claims, and writes something along with it; may be repeated.
     *
     * @return whether the ceilings allow it; else nothing was written
     */
    boolean renews(Job job, SongRequest next, Runnable write) {
        Claim claim = claim(job.account(), next);
        return transactions.inOne(() -> {
            Spender spender = Spender.asLastSeen(job.account());
            QuotaDay day = QuotaDay.of(job.acceptedAt());
            return switch (ledger.renew(job.id(), claim, allowances.of(spender, claim.payer(), day))) {
                case QuotaDecision.Reserved _ -> {
                    write.run();
                    yield true;
                }
                case QuotaDecision.NotReserved _ -> false;
            };
        });
    }

    private Claim claim(Account account, SongRequest request) {
        Payer payer = payers.of(account.guild(), request.model().provider());
        return new Claim(request.seconds(), providers.estimate(request), payer);
    }

    /** An attempt's outcome will never be known. */
    void lose(JobId id, Runnable write) {
        transactions.inOne(() -> {
            write.run();
            ledger.lose(id);
        });
    }

    /** A provider took the song. One that knows a repeat has not taken what was lost besides. */
    void taken(JobId id, RepeatedSubmit repeats, Optional<Usd> charged, Runnable write) {
        transactions.inOne(() -> {
            write.run();
            if (repeats == RepeatedSubmit.HARMLESS) {
                ledger.recover(id);
            }
            charged.ifPresent(amount -> ledger.settle(id, amount));
        });
    }

    /** What a provider charges for the song that it took is known now. */
    void charged(JobId id, Optional<Usd> charged, Runnable write) {
        transactions.inOne(() -> {
            write.run();
            charged.ifPresent(amount -> ledger.settle(id, amount));
        });
    }
}
