/**
 * What the admins of a guild have set.
 *
 * <p>Start with {@link dev.earworm.settings.GuildSettings}. Must not know how settings are stored or shown.
 */
@NullMarked
package dev.earworm.settings;

import org.jspecify.annotations.NullMarked;
