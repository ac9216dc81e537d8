package dev.earworm.sandbox.gateway;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * Lets sessions begin no oftener than the limit says. Discord does not say whether an attempt that it refused counts; here
 * it does not.
 */
public final class IdentifyGate {
    private final IdentifyLimit limit;
    private final InstantSource clock;
    private final Map<Integer, Instant> lastOfBucket = new HashMap<>();
    private int refused;

    public IdentifyGate(IdentifyLimit limit, InstantSource clock) {
        this.limit = limit;
        this.clock = clock;
    }

    synchronized boolean passes(int shard) {
        int bucket = shard % limit.maxConcurrency();
        Instant now = clock.instant();
        Instant last = lastOfBucket.get(bucket);
        if (last != null && now.isBefore(last.plus(limit.period()))) {
            refused++;
            return false;
        }
        lastOfBucket.put(bucket, now);
        return true;
    }

    synchronized int refused() {
        return refused;
    }
}
