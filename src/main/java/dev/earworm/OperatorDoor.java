package dev.earworm;

import dev.earworm.config.Configuration;
import dev.earworm.ops.Health;
import dev.earworm.ops.HealthCheck;
import dev.earworm.ops.OpsServer;
import dev.earworm.ops.PortUnavailableException;
import dev.earworm.ops.WebhookRoute;
import dev.earworm.ops.metrics.Metrics;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the port at which operators see how the program is, and providers say that a song is done. */
final class OperatorDoor {
    private static final Logger LOG = LoggerFactory.getLogger(OperatorDoor.class);

    private OperatorDoor() {}

    /** What {@code /readyz} asks by this name, and says when the answer is no. */
    static HealthCheck check(String name, BooleanSupplier isWell, String reason) {
        return new Check(name, isWell, reason);
    }

    /** Answers that the program starts, or what it waits for, until there is more to ask. */
    static OpsServer open(Configuration configuration, HealthCheck start, Metrics metrics) throws StartFailure {
        try {
            OpsServer server =
                    OpsServer.start(configuration.http(), List.of(start), WebhookRoute.none(), metrics::scrape);
            LOG.info("operators are answered on port {}", server.port());
            return server;
        } catch (PortUnavailableException e) {
            throw new StartFailure(String.valueOf(e.getMessage()), 1);
        }
    }

    private record Check(String name, BooleanSupplier isWell, String reason) implements HealthCheck {
        @Override
        public Health check() {
            return isWell.getAsBoolean() ? new Health.Well() : new Health.Unwell(reason);
        }
    }
}
