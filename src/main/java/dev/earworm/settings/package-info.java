/**
 * What is remembered of a guild: what its admins have set, and whether it was given commands of its own.
 *
 * <p>Start with {@link dev.earworm.settings.GuildSettings}. Must not know how settings are stored or shown.
 */
@NullMarked
package dev.earworm.settings;

import org.jspecify.annotations.NullMarked;
