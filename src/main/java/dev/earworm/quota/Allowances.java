package dev.earworm.quota;

import java.util.List;
import java.util.Set;

/**
 * What somebody may spend: the rules and grants of their guild, the operator's settings where no rule says otherwise, and
 * the instance's ceilings. It is read anew each time, so a change holds from the next song on.
 */
public final class Allowances {
    private final QuotaLedger ledger;
    private final QuotaRules rules;
    private final QuotaGrants grants;
    private final QuotaLimits configured;
    private final QuotaLimits instance;

    /**
     * Puts them together.
     *
     * @param configured of each member where no rule says otherwise
     * @param instance of everybody together
     */
    public Allowances(
            QuotaLedger ledger, QuotaRules rules, QuotaGrants grants, QuotaLimits configured, QuotaLimits instance) {
        this.ledger = ledger;
        this.rules = rules;
        this.grants = grants;
        this.configured = configured;
        this.instance = instance;
    }

    /** @param day on which the song was accepted */
    public Allowance of(Spender spender, Payer payer, QuotaDay day) {
        List<QuotaRule> ofGuild = rules.of(spender.account().guild());
        return new Allowance(
                granted(spender.account(), day).onTopOf(limits(ofGuild, spender)),
                QuotaRulePolicy.ofGuild(ofGuild),
                switch (payer) {
                    case INSTANCE -> instance;
                    case GUILD -> QuotaLimits.UNLIMITED;
                });
    }

    /** What the member got on top. */
    public Granted granted(Account account, QuotaDay day) {
        return Granted.of(grants.of(account, day), day);
    }

    private QuotaLimits limits(List<QuotaRule> ofGuild, Spender spender) {
        Account account = spender.account();
        Set<RoleId> roles = spender.roles().orElseGet(() -> ledger.lastRoles(account));
        return QuotaRulePolicy.ofMember(ofGuild, account.user(), roles, configured);
    }
}
