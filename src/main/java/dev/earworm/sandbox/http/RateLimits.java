package dev.earworm.sandbox.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts requests in fixed windows, one per route and major parameter, and one over all routes.
 *
 * <p>Windows run on the machine's own clock, as the libraries wait on theirs.
 */
final class RateLimits {
    private static final int TIDY_ABOVE = 1000;

    private final Map<String, Window> windows = new HashMap<>();
    private volatile RateLimitConfig config;

    RateLimits(RateLimitConfig config) {
        this.config = config;
    }

    void use(RateLimitConfig changed) {
        synchronized (this) {
            config = changed;
            windows.clear();
        }
    }

    /** What one request is told: its bucket's state, and whether it has to wait. */
    record Verdict(
            String bucket, int limit, int remaining, Duration resetAfter, boolean isExceeded, boolean isGlobal) {}

    synchronized Verdict take(RestRoute route, String majorParameters) {
        long now = System.nanoTime();
        if (windows.size() > TIDY_ABOVE) {
            windows.values().removeIf(window -> window.endsAt - now <= 0);
        }
        String bucket = Integer.toHexString(route.toString().hashCode());
        RateLimitConfig.Rule rule = config.ruleFor(route.toString());
        Window own = window(route + " " + majorParameters, rule.period(), now);
        if (route.isCountedGlobally()) {
            Window all = window("global", Duration.ofSeconds(1), now);
            if (all.used >= config.perSecond()) {
                return new Verdict(bucket, rule.limit(), 0, all.left(now), true, true);
            }
            all.used++;
        }
        boolean exceeded = own.used >= rule.limit();
        own.used += exceeded ? 0 : 1;
        return new Verdict(bucket, rule.limit(), rule.limit() - own.used, own.left(now), exceeded, false);
    }

    private Window window(String key, Duration period, long now) {
        Window window = windows.get(key);
        if (window == null || window.endsAt - now <= 0) {
            window = new Window(now + period.toNanos());
            windows.put(key, window);
        }
        return window;
    }

    private static final class Window {
        private final long endsAt;
        private int used;

        private Window(long endsAt) {
            this.endsAt = endsAt;
        }

        private Duration left(long now) {
            return Duration.ofNanos(Math.max(1, endsAt - now));
        }
    }
}
