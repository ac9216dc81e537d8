package dev.earworm.sandbox;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes Discord's ids: milliseconds since 2015 above 22 bits that tell ids of one millisecond apart.
 *
 * <p>They carry the time of the clock, as libraries compute an interaction's age from its id.
 */
final class Snowflakes {
    private static final long EPOCH = 1_420_070_400_000L;
    private static final long LOW_BITS = 0x3FFFFF;

    private final InstantSource clock;
    private final AtomicLong counter = new AtomicLong();

    Snowflakes(InstantSource clock) {
        this.clock = clock;
    }

    long next() {
        return at(clock.millis() - EPOCH);
    }

    /** One of a guild that is this shard's among so many: some milliseconds older, if need be. */
    long nextOn(int shard, int shards) {
        long now = clock.millis() - EPOCH;
        return at(now - Math.floorMod(now - shard, shards));
    }

    private long at(long millis) {
        return millis << 22 | (counter.getAndIncrement() & LOW_BITS);
    }
}
