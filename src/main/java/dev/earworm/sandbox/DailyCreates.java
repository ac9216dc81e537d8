package dev.earworm.sandbox;

import dev.earworm.sandbox.rules.DiscordError;
import dev.earworm.sandbox.rules.DiscordException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * "A global rate limit of 200 application command creates per day, per guild": 30034.
 *
 * <p>Only names count that were not there before, those of a replaced list too (application-commands, "Registering a
 * Command" and "Bulk Overwrite"). Global commands have a count of their own. Call with the world's lock held.
 */
final class DailyCreates {
    private static final int MOST = 200;
    private static final Duration DAY = Duration.ofDays(1);

    private final World world;
    private final Map<Long, Deque<Instant>> byScope = new LinkedHashMap<>();

    DailyCreates(World world) {
        this.world = world;
    }

    void count(long scope, long added) {
        Instant now = world.now();
        Deque<Instant> creates = byScope.computeIfAbsent(scope, _ -> new ArrayDeque<>());
        creates.removeIf(create -> !create.plus(DAY).isAfter(now));
        if (creates.size() + added > MOST) {
            throw new DiscordException(DiscordError.TOO_MANY_CREATES);
        }
        for (long create = 0; create < added; create++) {
            creates.addLast(now);
        }
    }
}
