package dev.earworm.keys;

import dev.earworm.quota.GuildId;
import dev.earworm.quota.UserId;
import java.time.Instant;

/**
 * That a guild has a key of its own for a provider, without the key.
 *
 * @param enteredBy user 0 once that person was forgotten
 */
public record GuildKey(KeyId id, GuildId guild, String provider, UserId enteredBy, Instant enteredAt) {
    public ProviderAccount.Guilds account() {
        return new ProviderAccount.Guilds(provider, guild, id);
    }
}
