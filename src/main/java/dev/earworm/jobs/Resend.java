package dev.earworm.jobs;

import dev.earworm.quota.UserId;

/**
 * The wish to have a finished song posted once more.
 *
 * @param sender who wishes it
 * @param nonce the same for every repeat of this wish; at most 25 characters
 */
public record Resend(Destination destination, UserId sender, String nonce) {}
