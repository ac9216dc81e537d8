package dev.earworm.ops;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Decides whether something may be said again, so that a flood of calls does not become a flood of lines in the log. */
final class OncePerMinute {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Map<String, Instant> said = new HashMap<>();

    /** Whether it was not said within the last minute; if so, it counts as said now. */
    synchronized boolean isDue(String topic, Instant now) {
        Instant before = said.get(topic);
        if (before != null && now.isBefore(before.plus(MINUTE))) {
            return false;
        }
        said.put(topic, now);
        return true;
    }
}
