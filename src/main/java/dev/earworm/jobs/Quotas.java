package dev.earworm.jobs;

import dev.earworm.quota.Account;
import dev.earworm.quota.QuotaDay;
import dev.earworm.quota.QuotaLedger;
import dev.earworm.quota.QuotaLimits;
import java.time.InstantSource;

/** How members stand today: what they have had, what they may have, and when the day ends. */
public final class Quotas {
    private final QuotaLedger ledger;
    private final QuotaLimits limits;
    private final InstantSource clock;

    public Quotas(QuotaLedger ledger, QuotaLimits limits, InstantSource clock) {
        this.ledger = ledger;
        this.limits = limits;
        this.clock = clock;
    }

    public QuotaStatus of(Account account) {
        QuotaDay today = QuotaDay.of(clock.instant());
        return new QuotaStatus(ledger.usage(account, today), limits, today.resetsAt());
    }
}
