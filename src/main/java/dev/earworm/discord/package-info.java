/**
 * Everything that speaks Discord: the connection, and the one list of what the bot does.
 *
 * <p>Start with {@link dev.earworm.discord.DiscordBot}, then {@link dev.earworm.discord.Features}. What members read is
 * put together in {@code words}, what reaches them outside a command's answer goes through {@code delivery}, one class a
 * slash command is in {@code command}, one class a button in {@code component}. Must not know SQL or a vendor.
 */
@NullMarked
package dev.earworm.discord;

import org.jspecify.annotations.NullMarked;
