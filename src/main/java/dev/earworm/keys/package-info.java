/**
 * Whose account at a provider makes a song: the operator's, or a guild's own, by a key that its admins entered.
 *
 * <p>Start with {@link dev.earworm.keys.ProviderAccount}; {@link dev.earworm.keys.GuildProviders} hands out what makes
 * the songs of an account, and {@link dev.earworm.keys.KeyDesk} takes keys in and away. Must not know how keys are sealed
 * and stored, nor how any provider is built.
 */
@NullMarked
package dev.earworm.keys;

import org.jspecify.annotations.NullMarked;
