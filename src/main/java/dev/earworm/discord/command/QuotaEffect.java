package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.words.LimitSentences;
import dev.earworm.quota.Account;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.Holder;
import dev.earworm.quota.Limit;
import dev.earworm.quota.Period;
import dev.earworm.quota.Pot;
import dev.earworm.quota.QuotaDay;
import dev.earworm.quota.QuotaRule;
import dev.earworm.quota.QuotaRulePolicy;
import dev.earworm.quota.QuotaStatus;
import dev.earworm.quota.RoleId;
import dev.earworm.quota.Spender;
import dev.earworm.quota.UserId;
import dev.earworm.usage.UsagePeriod;
import java.util.List;
import java.util.Set;

/** Whom a limit that was just set stops already: those who have had as much as it allows. */
final class QuotaEffect {
    /** Of so many members it is counted; nobody waits longer for the answer. */
    private static final int MOST_MEMBERS = 500;

    /** Stands for all members together, and for whoever has nothing of their own. */
    private static final UserId NOBODY = new UserId(0);

    private final QuotaBooks books;

    QuotaEffect(QuotaBooks books) {
        this.books = books;
    }

    /** In a sentence. */
    String of(GuildId guild, Holder holder, Limit limit) {
        return switch (holder) {
            case Holder.WholeGuild _ -> ofGuild(guild, limit);
            case Holder.Member member ->
                isStopped(guild, member.id(), holder, limit)
                        ? say("limits.stops-one", LimitSentences.holder(holder), until(limit))
                        : say("limits.stops-nobody");
            case Holder.Everyone _, Holder.Role _ -> ofMembers(guild, holder, limit);
        };
    }

    /** How all members together stand. */
    QuotaStatus together(GuildId guild) {
        Account account = new Account(guild, NOBODY);
        return new QuotaStatus(
                books.ledger().usage(Pot.GUILD, account, today()),
                QuotaRulePolicy.ofGuild(books.rules().of(guild)),
                today());
    }

    /** What whoever has nothing of their own may have. */
    QuotaStatus everyone(GuildId guild) {
        return books.quotas().of(Spender.as(new Account(guild, NOBODY), Set.of()));
    }

    private String ofGuild(GuildId guild, Limit limit) {
        boolean isStopped = together(guild).left(limit).orElse(1) == 0;
        return isStopped ? say("limits.stops-all", until(limit)) : say("limits.stops-nobody");
    }

    private String ofMembers(GuildId guild, Holder holder, Limit limit) {
        QuotaDay first = today().start(limit.period().orElse(Period.DAY));
        long stopped = books.usage().members(guild, new UsagePeriod(first.date(), today().date())).stream()
                .limit(MOST_MEMBERS)
                .filter(member -> isStopped(guild, member, holder, limit))
                .count();
        return stopped == 0 ? say("limits.stops-nobody") : say("limits.stops-some", stopped, until(limit));
    }

    /** Whether it is this holder's limit that is in a member's way. */
    private boolean isStopped(GuildId guild, UserId user, Holder holder, Limit limit) {
        Account account = new Account(guild, user);
        Set<RoleId> roles = books.ledger().lastRoles(account);
        List<QuotaRule> rules = books.rules().of(guild);
        boolean isTheirs = QuotaRulePolicy.deciding(rules, limit, user, roles)
                .filter(rule -> rule.holder().equals(holder))
                .isPresent();
        return isTheirs && books.quotas().of(account).left(limit).orElse(1) == 0;
    }

    private String until(Limit limit) {
        return LimitSentences.until(today(), limit);
    }

    private QuotaDay today() {
        return QuotaDay.of(books.clock().instant());
    }
}
