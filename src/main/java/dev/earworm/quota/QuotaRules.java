package dev.earworm.quota;

import java.util.List;

/**
 * What the admins of each guild have set, durably and effective with the next song. Calls take part in a transaction that
 * is open on this thread.
 */
public interface QuotaRules {
    /** In no particular order. */
    List<QuotaRule> of(GuildId guild);

    /** In place of what was set before for the same holder and limit. */
    void set(GuildId guild, QuotaRule rule);

    /**
     * What is more general holds again.
     *
     * @return whether there was a rule
     */
    boolean clear(GuildId guild, Holder holder, Limit limit);
}
