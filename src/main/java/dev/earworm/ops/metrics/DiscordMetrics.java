package dev.earworm.ops.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;

/** What goes on between the bot and Discord. */
public final class DiscordMetrics {
    /** A member waits three seconds for an answer, and an upload may take a minute. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(3),
        Duration.ofSeconds(10),
        Duration.ofSeconds(60)
    };

    private static final int TOO_MANY_REQUESTS = 429;

    private final MeterRegistry registry;
    private final Counter rateLimits;
    private final Counter disconnects;

    DiscordMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.rateLimits = registry.counter("earworm.discord.rate.limits");
        this.disconnects = registry.counter("earworm.discord.disconnects");
    }

    /**
     * A request was answered, or came to nothing.
     *
     * @param resource the first word of its path, of a list of known ones
     * @param status of HTTP; 0 when there was no answer
     */
    public void answered(String resource, int status, Duration took) {
        Timer.builder("earworm.discord.request")
                .tags("resource", resource, "status", String.valueOf(status))
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(took);
        if (status == TOO_MANY_REQUESTS) {
            rateLimits.increment();
        }
    }

    /** A shard lost its connection. */
    public void disconnected() {
        disconnects.increment();
    }

    /**
     * Asked at each scrape.
     *
     * @param shards of this process
     * @param connected how many of them are
     * @param ping the slowest heartbeat, in seconds; not a number when there was none yet
     */
    public void gateway(IntSupplier shards, IntSupplier connected, DoubleSupplier ping) {
        Gauge.builder("earworm.discord.shards", () -> shards.getAsInt()).register(registry);
        Gauge.builder("earworm.discord.shards.connected", () -> connected.getAsInt())
                .register(registry);
        Gauge.builder("earworm.discord.ping.seconds", () -> ping.getAsDouble()).register(registry);
    }
}
