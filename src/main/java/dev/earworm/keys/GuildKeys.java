package dev.earworm.keys;

import dev.earworm.quota.GuildId;
import java.time.Instant;
import java.util.List;

/**
 * The keys of guilds, sealed at rest: whoever has the database has none of them. A guild has one key for a provider at
 * most; one that was replaced or removed is kept, sealed, as long as a song is being made with it.
 */
public interface GuildKeys {
    /** Whether the operator has set up what keys are sealed with; without it none can be entered, and none read. */
    boolean canSeal();

    /** A guild's keys, in the order of the providers' names. */
    List<GuildKey> of(GuildId guild);

    /**
     * Seals and stores a key in place of the one before.
     *
     * @throws IllegalStateException if it {@linkplain #canSeal cannot be sealed}
     */
    void put(GuildKey key, ApiKey secret);

    /**
     * From now on the guild has no key for the provider.
     *
     * @return whether it had one
     */
    boolean remove(GuildId guild, String provider, Instant now);

    /** A key itself, also one that was replaced or removed, as long as it is kept. */
    Opened open(KeyId id);

    /**
     * Forgets keys that were replaced or removed and that no song is being made with any more.
     *
     * @return how many
     */
    int forgetUnused();

    /** What became of a sealed key. */
    sealed interface Opened {
        record Readable(GuildKey key, ApiKey secret) implements Opened {}

        /** It was sealed with something that the operator has not set up now, or its row was tampered with. */
        record Locked(GuildKey key) implements Opened {}

        record Unknown() implements Opened {}
    }
}
