package dev.earworm.quota;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What may be had from a pot. A limit that is not there does not limit.
 *
 * @param amounts songs, seconds, or millionths of a US dollar, as the limit's measure says; 0 or more
 */
public record QuotaLimits(Map<Limit, Long> amounts) {
    public static final QuotaLimits UNLIMITED = new QuotaLimits(Map.of());

    public QuotaLimits {
        if (amounts.values().stream().anyMatch(amount -> amount < 0)) {
            throw new IllegalArgumentException("a limit cannot be negative");
        }
        amounts = Map.copyOf(amounts);
    }

    public QuotaLimits with(Limit limit, long amount) {
        Map<Limit, Long> more = new EnumMap<>(Limit.class);
        more.putAll(amounts);
        more.put(limit, amount);
        return new QuotaLimits(more);
    }

    public QuotaLimits without(Limit limit) {
        Map<Limit, Long> others = new EnumMap<>(Limit.class);
        others.putAll(amounts);
        others.remove(limit);
        return new QuotaLimits(others);
    }

    /** Empty where it is unlimited. */
    public OptionalLong of(Limit limit) {
        Long amount = amounts.get(limit);
        return amount == null ? OptionalLong.empty() : OptionalLong.of(amount);
    }

    /** Those that are there, as they are shown. */
    public List<Limit> set() {
        return amounts.keySet().stream().sorted().toList();
    }
}
