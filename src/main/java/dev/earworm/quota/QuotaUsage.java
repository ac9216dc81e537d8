package dev.earworm.quota;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What was taken from a pot in the current day, week and month, and how many songs are under way.
 *
 * @param amounts in the limit's measure; what is not there is 0
 */
public record QuotaUsage(Map<Limit, Long> amounts) {
    public static final QuotaUsage NONE = new QuotaUsage(Map.of());

    public QuotaUsage {
        Map<Limit, Long> used = new EnumMap<>(Limit.class);
        amounts.forEach((limit, amount) -> {
            if (amount != 0) {
                used.put(limit, amount);
            }
        });
        amounts = Map.copyOf(used);
    }

    public long of(Limit limit) {
        return amounts.getOrDefault(limit, 0L);
    }

    /** With one song more. */
    public QuotaUsage plus(Claim claim) {
        Map<Limit, Long> more = new EnumMap<>(Limit.class);
        for (Limit limit : Limit.values()) {
            more.put(limit, of(limit) + claim.of(limit.measure()));
        }
        return new QuotaUsage(more);
    }

    /**
     * Never negative, also when an admin has lowered the limit below what was spent; empty where it is unlimited.
     */
    public OptionalLong left(Limit limit, QuotaLimits limits) {
        OptionalLong allowed = limits.of(limit);
        return allowed.isPresent() ? OptionalLong.of(Math.max(0, allowed.getAsLong() - of(limit))) : allowed;
    }
}
