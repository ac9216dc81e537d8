package dev.earworm.sandbox.http;

import java.time.Duration;
import java.util.List;

/**
 * How often a bot may call each route.
 *
 * <p>Discord publishes no numbers but the 50 requests a second over all routes; the others are what its answers' headers
 * are commonly seen to say. Interaction callbacks and the webhook routes stay outside of the limit over all routes
 * (developers/topics/rate-limits).
 *
 * @param rules routes with a limit of their own, as {@code POST /channels/{channel}/messages}
 * @param other the limit of every other route
 * @param perSecond requests a second over all routes
 */
public record RateLimitConfig(List<Rule> rules, Rule other, int perSecond) {
    /** At most this many requests in a period, per route and major parameter (channel, guild, interaction). */
    public record Rule(String route, int limit, Duration period) {
        public Rule {
            if (limit < 1) {
                throw new IllegalArgumentException("limit must be at least 1: " + limit);
            }
        }
    }

    public static RateLimitConfig likeDiscord() {
        Duration fiveSeconds = Duration.ofSeconds(5);
        return new RateLimitConfig(
                List.of(
                        new Rule("POST /channels/{channel}/messages", 5, fiveSeconds),
                        new Rule("PATCH /channels/{channel}/messages/{message}", 5, fiveSeconds),
                        new Rule("POST /webhooks/{application}/{interactionToken}", 5, Duration.ofSeconds(2)),
                        new Rule(
                                "PATCH /webhooks/{application}/{interactionToken}/messages/{message}",
                                5,
                                Duration.ofSeconds(2)),
                        new Rule("POST /users/@me/channels", 10, Duration.ofSeconds(10))),
                new Rule("", 50, Duration.ofSeconds(1)),
                50);
    }

    /** The headers are there, but nothing a test does in earnest reaches the limits. */
    public static RateLimitConfig generous() {
        return new RateLimitConfig(List.of(), new Rule("", 10_000, Duration.ofSeconds(1)), 10_000);
    }

    /** The same with one route's limit set. */
    public RateLimitConfig with(String route, int limit, Duration period) {
        List<Rule> changed = new java.util.ArrayList<>(rules);
        changed.removeIf(rule -> rule.route().equals(route));
        changed.add(new Rule(route, limit, period));
        return new RateLimitConfig(List.copyOf(changed), other, perSecond);
    }

    Rule ruleFor(String route) {
        return rules.stream()
                .filter(rule -> rule.route().equals(route))
                .findFirst()
                .orElse(other);
    }
}
