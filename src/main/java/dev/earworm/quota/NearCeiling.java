package dev.earworm.quota;

/**
 * A ceiling in money that most of is used up of.
 *
 * @param pot the guild's or the instance's
 * @param guild whose it is; {@link GuildId#OUTSIDE} for the instance's
 * @param since the first day of the period that it is for
 */
public record NearCeiling(Pot pot, GuildId guild, Limit limit, QuotaDay since) {}
