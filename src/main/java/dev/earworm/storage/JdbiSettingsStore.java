package dev.earworm.storage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.earworm.quota.GuildId;
import dev.earworm.settings.GuildSettings;
import dev.earworm.settings.SettingsStore;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;

/**
 * Settings as rows, kept in memory: they are read at every interaction and seldom change. What another process changes is
 * forgotten, and changes of one guild take turns.
 */
final class JdbiSettingsStore implements SettingsStore {
    static final String TABLE = "guild_settings";

    private static final int GUILDS_KEPT = 10_000;

    private final Jdbi jdbi;
    private final Turns turns;
    private final Cache<GuildId, GuildSettings> kept =
            Caffeine.newBuilder().maximumSize(GUILDS_KEPT).build();

    JdbiSettingsStore(Jdbi jdbi, Turns turns) {
        this.jdbi = jdbi;
        this.turns = turns;
    }

    @Override
    public GuildSettings of(GuildId guild) {
        return kept.get(guild, this::read);
    }

    @Override
    public Optional<GuildSettings> remembered(GuildId guild) {
        return Optional.ofNullable(kept.getIfPresent(guild));
    }

    private GuildSettings read(GuildId guild) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT settings FROM guild_settings WHERE guild_id = :guild")
                        .bind("guild", guild.value())
                        .map((row, _) -> JsonColumn.read(row.getString("settings"), GuildSettings.class))
                        .findOne()
                        .orElse(GuildSettings.DEFAULT));
    }

    /** Written while whoever reads this guild waits, so that nobody keeps what was. */
    @Override
    public void put(GuildId guild, GuildSettings settings) {
        kept.asMap().compute(guild, (_, _) -> {
            write(guild, settings);
            return settings;
        });
    }

    @Override
    public GuildSettings change(GuildId guild, UnaryOperator<GuildSettings> change) {
        return kept.asMap()
                .compute(
                        guild,
                        (_, _) -> jdbi.inTransaction(handle -> {
                            // What is kept may be older than what another process wrote.
                            turns.take(handle, TABLE + " " + guild.value());
                            GuildSettings after = change.apply(read(guild));
                            write(guild, after);
                            return after;
                        }));
    }

    /** Not the cache's own way, for which it is open what happens to what is being read just now. */
    @Override
    public void invalidate(GuildId guild) {
        kept.asMap().compute(guild, (_, _) -> null);
    }

    @Override
    public void invalidateAll() {
        kept.invalidateAll();
    }

    private void write(GuildId guild, GuildSettings settings) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO guild_settings (guild_id, settings) VALUES (:guild, :settings)
                        ON CONFLICT (guild_id) DO UPDATE SET settings = excluded.settings
                        """)
                .bind("guild", guild.value())
                .bind("settings", JsonColumn.write(settings))
                .execute());
    }
}
