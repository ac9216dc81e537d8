/**
 * The buttons, menus and forms, one class each.
 *
 * <p>Start with {@link dev.earworm.discord.component.ButtonHandler}. A button's id holds all that its handler needs, so it works
 * after a restart. Must not believe what an id says without asking who sent it.
 */
@NullMarked
package dev.earworm.discord.component;

import org.jspecify.annotations.NullMarked;
