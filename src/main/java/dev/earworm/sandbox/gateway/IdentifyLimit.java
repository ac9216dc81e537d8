package dev.earworm.sandbox.gateway;

import java.time.Duration;

/**
 * How often a bot may begin a session: once in a period in each of so many buckets. A shard's bucket is
 * {@code shard % maxConcurrency} (developers/events/gateway, "Max Concurrency").
 */
public record IdentifyLimit(int maxConcurrency, Duration period) {
    private static final int OF_A_LARGE_BOT = 16;

    public IdentifyLimit {
        if (maxConcurrency < 1) {
            throw new IllegalArgumentException("at least one bucket: " + maxConcurrency);
        }
    }

    /** What Discord grants all but the largest bots. */
    public static IdentifyLimit likeDiscord() {
        return new IdentifyLimit(1, Duration.ofSeconds(5));
    }

    /** Sixteen buckets are announced, and nobody is refused. */
    public static IdentifyLimit none() {
        return new IdentifyLimit(OF_A_LARGE_BOT, Duration.ZERO);
    }
}
