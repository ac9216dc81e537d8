/**
 * What reaches a member outside a command's answer: the finished song, its refusal, and the status message.
 *
 * <p>Start with {@link dev.earworm.discord.delivery.DiscordTrackPublisher} and {@link dev.earworm.discord.delivery.StatusBoard}. Must not know
 * commands or buttons.
 */
@NullMarked
package dev.earworm.discord.delivery;

import org.jspecify.annotations.NullMarked;
