package dev.earworm.discord.command;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.earworm.quota.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * How often a member may ask for a plan, or for a section anew: {@value #PLANS} times within {@link #WINDOW}. Plans cost
 * nothing, and so no quota holds them back; but each is a request that the provider counts. Forgotten at a restart.
 */
public final class PlanBrake {
    static final int PLANS = 10;
    static final Duration WINDOW = Duration.ofMinutes(10);

    private final Cache<UserId, Deque<Instant>> asked =
            Caffeine.newBuilder().expireAfterAccess(WINDOW).build();
    private final InstantSource clock;

    public PlanBrake(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Counts one more, if it is allowed.
     *
     * @return when the next one is allowed; empty where this one is
     */
    Optional<Instant> closedUntil(UserId member) {
        Deque<Instant> times = asked.get(member, _ -> new ArrayDeque<>());
        Instant now = clock.instant();
        synchronized (times) {
            while (!times.isEmpty() && !times.getFirst().plus(WINDOW).isAfter(now)) {
                times.removeFirst();
            }
            if (times.size() >= PLANS) {
                return Optional.of(times.getFirst().plus(WINDOW));
            }
            times.addLast(now);
            return Optional.empty();
        }
    }
}
