package dev.earworm.keys;

import dev.earworm.quota.GuildId;

/**
 * The account at a provider that makes a song and pays for it. What a provider says of an account, that it is empty, or
 * how many songs it makes at once, is true of no other.
 */
public sealed interface ProviderAccount {
    /** The provider's name. */
    String provider();

    /** The operator's account: its songs are the operator's money. */
    record Operators(String provider) implements ProviderAccount {}

    /** A guild's own account: its songs are that guild's money, and no other guild's songs are made with it. */
    record Guilds(String provider, GuildId guild, KeyId key) implements ProviderAccount {}

    /** Whether its songs are the operator's money. */
    default boolean isOperators() {
        return switch (this) {
            case Operators _ -> true;
            case Guilds _ -> false;
        };
    }
}
