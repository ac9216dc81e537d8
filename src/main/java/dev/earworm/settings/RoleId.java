package dev.earworm.settings;

/** A role in a guild, by Discord's identifier. */
public record RoleId(long value) {}
