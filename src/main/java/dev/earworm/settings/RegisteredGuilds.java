package dev.earworm.settings;

import dev.earworm.quota.GuildId;

/** The guilds that were given commands of their own, so that these can be taken back later. Durable. */
public interface RegisteredGuilds {
    boolean has(GuildId guild);

    /** May be repeated. */
    void add(GuildId guild);

    /** May be repeated. */
    void remove(GuildId guild);
}
