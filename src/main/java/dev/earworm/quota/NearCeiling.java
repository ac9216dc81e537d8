package dev.earworm.quota;

/**
 * A ceiling in money that most of is used up of.
 *
 * @param pot the guild's or the instance's
 * @param guild whose it is; {@link GuildId#OUTSIDE} for the instance's
 * @param amount what may be spent, in millionths of a US dollar: one that was raised is another ceiling
 * @param since the first day of the period that it is for
 */
public record NearCeiling(Pot pot, GuildId guild, Limit limit, long amount, QuotaDay since) {}
