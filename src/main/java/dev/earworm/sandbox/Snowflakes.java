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
        return (clock.millis() - EPOCH) << 22 | (counter.getAndIncrement() & LOW_BITS);
    }
}
