package dev.earworm.jobs;

import dev.earworm.quota.Account;
import dev.earworm.quota.Allowances;
import dev.earworm.quota.Granted;
import dev.earworm.quota.Payer;
import dev.earworm.quota.QuotaDay;
import dev.earworm.quota.QuotaLedger;
import dev.earworm.quota.QuotaStatus;
import dev.earworm.quota.Spender;
import java.time.InstantSource;

/** How members stand today: what they have had, what they may have, and when that starts anew. */
public final class Quotas {
    private final QuotaLedger ledger;
    private final Allowances allowances;
    private final InstantSource clock;

    public Quotas(QuotaLedger ledger, Allowances allowances, InstantSource clock) {
        this.ledger = ledger;
        this.allowances = allowances;
        this.clock = clock;
    }

    public QuotaStatus of(Account account) {
        return of(Spender.asLastSeen(account));
    }

    /** Of the member alone. */
    public QuotaStatus of(Spender spender) {
        QuotaDay today = QuotaDay.of(clock.instant());
        Account account = spender.account();
        return new QuotaStatus(
                ledger.usage(account, today),
                allowances.of(spender, Payer.INSTANCE, today).member(),
                today);
    }

    /** What the member was given on top, which is in their limits already. */
    public Granted granted(Account account) {
        return allowances.granted(account, QuotaDay.of(clock.instant()));
    }
}
