package dev.earworm.quota;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a pot stands.
 *
 * @param limits with what was granted
 * @param day of the songs that count against it
 */
public record QuotaStatus(QuotaUsage usage, QuotaLimits limits, QuotaDay day) {
    /** Empty where it is unlimited. */
    public OptionalLong left(Limit limit) {
        return usage.left(limit, limits);
    }

    /** Empty where only the end of a song makes room. */
    public Optional<Instant> resetsAt(Limit limit) {
        return limit.period().map(day::resetsAt);
    }
}
