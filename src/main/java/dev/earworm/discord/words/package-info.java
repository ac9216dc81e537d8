/**
 * What members read: every sentence of the bot, and members' own words made safe to show.
 *
 * <p>Start with {@link dev.earworm.discord.words.Messages}. Must not send anything.
 */
@NullMarked
package dev.earworm.discord.words;

import org.jspecify.annotations.NullMarked;
