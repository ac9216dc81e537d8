/**
 * Discord's rules for what a bot may send: limits, names, shapes, and the errors that say what is wrong where.
 *
 * <p>Pure: JSON in, {@link dev.earworm.sandbox.rules.DiscordException} out. Must not know who sent it, nor where it is stored.
 */
@NullMarked
package dev.earworm.sandbox.rules;

import org.jspecify.annotations.NullMarked;
