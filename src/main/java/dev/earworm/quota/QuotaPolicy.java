package dev.earworm.quota;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** The pure arithmetic of a quota. */
public final class QuotaPolicy {
    /** The limit that waiting would lift last is named first. */
    private static final Comparator<Limit> GRAVEST = Comparator.<Limit, Integer>comparing(
                    limit -> limit.period().map(Period::ordinal).orElse(-1))
            .reversed()
            .thenComparing(Comparator.naturalOrder());

    private QuotaPolicy() {}

    /** A limit that is in the way. */
    public record Obstacle(Pot pot, Limit limit) {}

    /** What stands in the way of taking so much more; the member's own limit before one that is shared. */
    public static Optional<Obstacle> obstacle(Map<Pot, QuotaStatus> pots, ToLongFunction<Measure> more) {
        return pots.entrySet().stream()
                .flatMap(entry ->
                        exceeded(entry.getValue(), more).map(limit -> new Obstacle(entry.getKey(), limit)).stream())
                .min(Comparator.comparing(Obstacle::limit, GRAVEST).thenComparing(Obstacle::pot));
    }

    /** Taking nothing is always allowed. */
    static Optional<Limit> exceeded(QuotaStatus status, ToLongFunction<Measure> more) {
        return status.limits().set().stream()
                .filter(limit ->
                        more.applyAsLong(limit.measure()) > status.left(limit).orElse(Long.MAX_VALUE))
                .min(GRAVEST);
    }
}
