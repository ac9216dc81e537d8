package dev.earworm.quota;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Decides which of a guild's rules holds for whom. */
public final class QuotaRulePolicy {
    private QuotaRulePolicy() {}

    /**
     * For each limit: the member's own rule; else the most generous of their roles'; else everyone's; else the
     * configuration.
     */
    public static QuotaLimits ofMember(
            List<QuotaRule> rules, UserId member, Set<RoleId> roles, QuotaLimits configured) {
        return limits(configured, limit -> deciding(rules, limit, member, roles).map(QuotaRule::cap));
    }

    /** The rule by which a member has a limit; empty where it is the configuration's. */
    public static Optional<QuotaRule> deciding(List<QuotaRule> rules, Limit limit, UserId member, Set<RoleId> roles) {
        return mostGenerous(rules, limit, isOf(member))
                .or(() -> mostGenerous(rules, limit, isOneOf(roles)))
                .or(() -> mostGenerous(rules, limit, Holder.Everyone.class::isInstance));
    }

    /** What all members may have together. */
    public static QuotaLimits ofGuild(List<QuotaRule> rules) {
        return limits(
                QuotaLimits.UNLIMITED,
                limit -> mostGenerous(rules, limit, Holder.WholeGuild.class::isInstance)
                        .map(QuotaRule::cap));
    }

    private interface Caps {
        Optional<Cap> of(Limit limit);
    }

    private static QuotaLimits limits(QuotaLimits otherwise, Caps caps) {
        QuotaLimits limits = otherwise;
        for (Limit limit : Limit.values()) {
            Optional<Cap> cap = caps.of(limit);
            if (cap.isPresent()) {
                limits = switch (cap.get()) {
                    case Cap.AtMost(long amount) -> limits.with(limit, amount);
                    case Cap.Unlimited _ -> limits.without(limit);
                };
            }
        }
        return limits;
    }

    private static Predicate<Holder> isOf(UserId member) {
        return holder -> holder instanceof Holder.Member(UserId id) && id.equals(member);
    }

    private static Predicate<Holder> isOneOf(Set<RoleId> roles) {
        return holder -> holder instanceof Holder.Role(RoleId id) && roles.contains(id);
    }

    private static Optional<QuotaRule> mostGenerous(List<QuotaRule> rules, Limit limit, Predicate<Holder> holders) {
        return rules.stream()
                .filter(rule -> rule.limit() == limit && holders.test(rule.holder()))
                .max(Comparator.comparingLong(rule -> generosity(rule.cap())));
    }

    private static long generosity(Cap cap) {
        return switch (cap) {
            case Cap.AtMost(long amount) -> amount;
            case Cap.Unlimited _ -> Long.MAX_VALUE;
        };
    }
}
