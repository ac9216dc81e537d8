package dev.earworm.storage;

import dev.earworm.quota.GuildId;
import dev.earworm.settings.RegisteredGuilds;
import org.jdbi.v3.core.Jdbi;

/** One row a guild. */
final class JdbiRegisteredGuilds implements RegisteredGuilds {
    private final Jdbi jdbi;

    JdbiRegisteredGuilds(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public boolean has(GuildId guild) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM registered_guild WHERE guild_id = :guild")
                                .bind("guild", guild.value())
                                .mapTo(Integer.class)
                                .one()
                        == 1);
    }

    @Override
    public void add(GuildId guild) {
        change("INSERT INTO registered_guild (guild_id) VALUES (:guild) ON CONFLICT (guild_id) DO NOTHING", guild);
    }

    @Override
    public void remove(GuildId guild) {
        change("DELETE FROM registered_guild WHERE guild_id = :guild", guild);
    }

    private void change(String sql, GuildId guild) {
        jdbi.useHandle(
                handle -> handle.createUpdate(sql).bind("guild", guild.value()).execute());
    }
}
