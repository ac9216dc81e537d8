package dev.earworm.quota;

/** What an admin has set for one limit. */
public record QuotaRule(Holder holder, Limit limit, Cap cap) {}
