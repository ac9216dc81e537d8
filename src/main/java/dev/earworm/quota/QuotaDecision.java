package dev.earworm.quota;

/** Whether there is room for a song. */
public sealed interface QuotaDecision {
    /**
     * Yes, and it is set aside.
     *
     * @param own how the member stands with it
     */
    record Reserved(QuotaStatus own) implements QuotaDecision {}

    /** No; nothing was written. */
    sealed interface NotReserved extends QuotaDecision {}

    /**
     * A limit is in the way.
     *
     * @param claim of the song that was asked for
     * @param full how the pot stands without it
     * @param own how the member stands without it
     */
    record QuotaExceeded(Pot pot, Limit limit, Claim claim, QuotaStatus full, QuotaStatus own) implements NotReserved {}

    /** A ceiling in money applies, and nobody knows what the song will cost. */
    record PriceUnknown() implements NotReserved {}
}
