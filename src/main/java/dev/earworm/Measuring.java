package dev.earworm;

import dev.earworm.discord.DiscordConnection;
import dev.earworm.discord.DiscordObserver;
import dev.earworm.ops.Health;
import dev.earworm.ops.HealthCheck;
import dev.earworm.ops.metrics.DiscordMetrics;
import dev.earworm.ops.metrics.Metrics;
import java.time.Duration;
import java.util.List;

/** Brings parts that know nothing of figures together with those who count. */
final class Measuring {
    private Measuring() {}

    static void discord(DiscordMetrics metrics, DiscordConnection connection) {
        connection.watchedBy(new DiscordObserver() {
            @Override
            public void answered(String resource, int status, Duration took) {
                metrics.answered(resource, status, took);
            }

            @Override
            public void disconnected() {
                metrics.disconnected();
            }
        });
        metrics.gateway(
                () -> connection.gateway().shards(),
                () -> connection.gateway().connected(),
                () -> connection
                        .gateway()
                        .ping()
                        .map(ping -> ping.toMillis() / 1000.0)
                        .orElse(Double.NaN));
    }

    static void readiness(Metrics metrics, List<HealthCheck> checks) {
        checks.forEach(check -> metrics.readiness(check.name(), () -> check.check() instanceof Health.Well));
    }
}
