/**
 * The slash commands, one class each: its definition on top, its behaviour below.
 *
 * <p>Start with {@link dev.earworm.discord.command.SlashCommand}; the richest is {@link dev.earworm.discord.command.SongCommand}.
 * Must not acknowledge interactions: the router does that.
 */
@NullMarked
package dev.earworm.discord.command;

import org.jspecify.annotations.NullMarked;
