package dev.earworm.quota;

/** Who spends: a user in a guild. The same user has another account in another guild. */
public record Account(GuildId guild, UserId user) {}
