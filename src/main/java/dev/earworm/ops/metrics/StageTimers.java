package dev.earworm.ops.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** How long songs are in each stage, by provider. */
final class StageTimers {
    /** A song takes from a second to a quarter of an hour; half an hour is when it is given up. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(20),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(2),
        Duration.ofMinutes(5),
        Duration.ofMinutes(10),
        Duration.ofMinutes(20),
        Duration.ofMinutes(30)
    };

    private final MeterRegistry registry;

    StageTimers(MeterRegistry registry) {
        this.registry = registry;
    }

    /** What a song goes through, in this order. */
    enum Stage {
        /** Waits for its turn. */
        QUEUED,
        /** Is handed to a provider that makes it later. */
        SUBMITTING,
        /** Is made. */
        RENDERING,
        /** Its file is made fit to be posted. */
        PREPARING,
        /** Is posted. */
        DELIVERING
    }

    void took(Stage stage, String provider, Duration duration) {
        Timer.builder("earworm.song.stage")
                .tags("stage", Label.of(stage), "provider", provider)
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(duration);
    }

    /** From the order to the finished song in the channel. */
    void wasDelivered(String provider, Duration sinceOrdered) {
        Timer.builder("earworm.song.wait")
                .tags("provider", provider)
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(sinceOrdered);
    }
}
