package dev.earworm.jobs;

/**
 * Where a message is.
 *
 * @param channel of a guild, or a member's direct messages
 */
public record PostedAt(ChannelId channel, MessageId message) {}
