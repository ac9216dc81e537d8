/**
 * The panel of {@code /admin settings}: everything that a guild's admins can set, in one message.
 *
 * <p>Start with {@link dev.earworm.discord.panel.Setting}: each thing that can be set is one of them, and
 * {@link dev.earworm.discord.panel.SettingsPanel} lists them all. Must not know what the settings are obeyed by.
 */
@NullMarked
package dev.earworm.discord.panel;

import org.jspecify.annotations.NullMarked;
