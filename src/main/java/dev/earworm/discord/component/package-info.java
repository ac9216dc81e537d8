/**
 * The buttons, one class each.
 *
 * <p>Start with {@link dev.earworm.discord.component.ButtonHandler}. A button's id holds all that its handler needs, so it works
 * after a restart. Must not believe what a button's id says without asking who pressed it.
 */
@NullMarked
package dev.earworm.discord.component;

import org.jspecify.annotations.NullMarked;
