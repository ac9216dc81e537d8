package dev.earworm.quota;

import dev.earworm.music.JobId;

/**
 * The book in which every song's claim stands: reserved when accepted, committed when delivered, released when it
 * failed or was cancelled. A reservation ends once; whoever ends it second changes nothing.
 *
 * <p>Calls take part in a transaction that is open on this thread. N reservations at once against L left succeed exactly
 * L times.
 */
public interface QuotaLedger {
    /** Sets the song aside if the limits allow, else writes nothing. */
    QuotaDecision reserve(Reservation reservation, QuotaLimits limits);

    /** The song was delivered; it counts. */
    void commit(JobId id);

    /** The song will not come; it does not count. */
    void release(JobId id);

    QuotaUsage usage(Account account, QuotaDay day);
}
