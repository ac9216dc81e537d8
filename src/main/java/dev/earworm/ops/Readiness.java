package dev.earworm.ops;

import dev.earworm.ops.Health.Unwell;
import dev.earworm.ops.Health.Well;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How all parts are, asked at one moment.
 *
 * @param parts in the order they were given
 */
record Readiness(List<Part> parts) {
    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

    record Part(String name, Health health) {
        /** As {@code database: well} or {@code discord: not connected}. */
        String line() {
            return switch (health) {
                case Well() -> name + ": well";
                case Unwell(String reason) -> name + ": " + OneLine.of(reason);
            };
        }
    }

    static Readiness of(List<HealthCheck> checks) {
        return new Readiness(
                checks.stream().map(check -> new Part(check.name(), ask(check))).toList());
    }

    private static Health ask(HealthCheck check) {
        try {
            return check.check();
        } catch (RuntimeException e) {
            LOG.warn("The check of {} failed", check.name(), e);
            return new Unwell("the check failed, see the log");
        }
    }

    boolean isReady() {
        return parts.stream().allMatch(part -> part.health() instanceof Well);
    }

    /** A line for each part. */
    String text() {
        return parts.stream().map(part -> part.line() + "\n").collect(Collectors.joining());
    }
}
