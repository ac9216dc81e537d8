package dev.earworm.quota;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a member was granted on top of their limits, as it counts today.
 *
 * @param amounts in the limit's measure; what is not there is 0
 */
public record Granted(Map<Limit, Long> amounts) {
    public Granted {
        amounts = Map.copyOf(amounts);
    }

    /** A grant counts in the day, the week and the month in which it was made. */
    public static Granted of(List<Grant> grants, QuotaDay today) {
        Map<Limit, Long> sums = new EnumMap<>(Limit.class);
        for (Limit limit : Limit.values()) {
            limit.period()
                    .ifPresent(period -> grants.stream()
                            .filter(grant -> grant.measure() == limit.measure())
                            .filter(grant -> grant.day().start(period).equals(today.start(period)))
                            .forEach(grant -> sums.merge(limit, grant.amount(), Math::addExact)));
        }
        return new Granted(sums);
    }

    public long of(Limit limit) {
        return amounts.getOrDefault(limit, 0L);
    }

    QuotaLimits onTopOf(QuotaLimits limits) {
        QuotaLimits more = limits;
        for (Limit limit : limits.set()) {
            more = more.with(limit, Math.addExact(limits.of(limit).orElseThrow(), of(limit)));
        }
        return more;
    }
}
