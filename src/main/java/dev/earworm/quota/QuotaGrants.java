package dev.earworm.quota;

import java.util.List;

/** What admins gave members on top of their limits, durably. Calls take part in a transaction that is open on this thread. */
public interface QuotaGrants {
    void add(Grant grant);

    /** Those that count today, the oldest first. */
    List<Grant> of(Account account, QuotaDay today);
}
