package dev.earworm.quota;

import java.time.Instant;

/**
 * A member who gets no songs in a guild until an admin lifts that.
 *
 * @param by the admin
 */
public record Block(Account account, UserId by, Instant at) {}
