package dev.earworm.quota;

/** A role in a guild, by Discord's identifier. */
public record RoleId(long value) {}
