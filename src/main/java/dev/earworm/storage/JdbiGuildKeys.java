package dev.earworm.storage;

import dev.earworm.keys.ApiKey;
import dev.earworm.keys.GuildKey;
import dev.earworm.keys.GuildKeys;
import dev.earworm.keys.KeyId;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Guilds' keys as rows, each sealed for its own place: moved to another guild or provider, it opens no more. */
final class JdbiGuildKeys implements GuildKeys {
    private static final Logger LOG = LoggerFactory.getLogger(JdbiGuildKeys.class);

    private final Jdbi jdbi;
    private final Optional<KeySeal> seal;

    private JdbiGuildKeys(Jdbi jdbi, Optional<KeySeal> seal) {
        this.jdbi = jdbi;
        this.seal = seal;
    }

    /** Seals anew what an older key had sealed, and says how many keys cannot be read; nothing of them is changed. */
    static JdbiGuildKeys open(Jdbi jdbi, SealingConfig config) {
        JdbiGuildKeys keys = new JdbiGuildKeys(jdbi, KeySeal.of(config));
        keys.reseal();
        return keys;
    }

    /** A row as it stands. */
    private record Row(GuildKey key, String sealed) {
        String place() {
            return key.guild().value() + "/" + key.provider() + "/" + key.id();
        }
    }

    @Override
    public boolean canSeal() {
        return seal.isPresent();
    }

    @Override
    public List<GuildKey> of(GuildId guild) {
        return rows("WHERE guild_id = :guild AND ended_at IS NULL ORDER BY provider", Map.of("guild", guild.value()))
                .stream()
                .map(Row::key)
                .toList();
    }

    @Override
    public void put(GuildKey key, ApiKey secret) {
        KeySeal with = seal.orElseThrow(() -> new IllegalStateException("there is nothing to seal a key with"));
        String sealed = with.seal(secret.reveal(), new Row(key, "").place());
        jdbi.useTransaction(handle -> {
            end(handle, key.guild(), key.provider(), key.enteredAt());
            handle.createUpdate("""
                            INSERT INTO guild_key (id, guild_id, provider, sealed, user_id, entered_at)
                            VALUES (:id, :guild, :provider, :sealed, :user, :at)
                            """)
                    .bind("id", key.id().value())
                    .bind("guild", key.guild().value())
                    .bind("provider", key.provider())
                    .bind("sealed", sealed)
                    .bind("user", key.enteredBy().value())
                    .bind("at", key.enteredAt().toEpochMilli())
                    .execute();
        });
    }

    @Override
    public boolean remove(GuildId guild, String provider, Instant now) {
        return jdbi.withHandle(handle -> end(handle, guild, provider, now)) > 0;
    }

    private static int end(Handle handle, GuildId guild, String provider, Instant now) {
        return handle.createUpdate("""
                        UPDATE guild_key SET ended_at = :now
                        WHERE guild_id = :guild AND provider = :provider AND ended_at IS NULL
                        """)
                .bind("guild", guild.value())
                .bind("provider", provider)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    @Override
    public Opened open(KeyId id) {
        return rows("WHERE id = :id", Map.of("id", id.value())).stream()
                .findFirst()
                .<Opened>map(row -> opened(row)
                        .<Opened>map(secret -> new Opened.Readable(row.key(), ApiKey.of(secret)))
                        .orElseGet(() -> new Opened.Locked(row.key())))
                .orElseGet(Opened.Unknown::new);
    }

    private Optional<String> opened(Row row) {
        return seal.flatMap(with -> with.open(row.sealed(), row.place()));
    }

    @Override
    public int forgetUnused() {
        return jdbi.withHandle(handle -> handle.execute("""
                DELETE FROM guild_key
                WHERE ended_at IS NOT NULL
                  AND NOT EXISTS (SELECT 1 FROM job WHERE job.key_id = guild_key.id
                                  AND job.state IN ('QUEUED', 'SUBMITTING', 'RENDERING'))
                """));
    }

    private void reseal() {
        List<Row> all = rows("", Map.of());
        long locked = all.stream().filter(row -> !isReadable(row)).count();
        if (locked > 0) {
            LOG.warn(
                    "{} of {} keys of servers cannot be read: they were sealed with another key than secrets.key"
                            + " (SECRETS_KEY) or secrets.key-file (SECRETS_KEY_FILE) has now. Nothing is lost: put that"
                            + " key back, behind the new one, and start again.",
                    locked,
                    all.size());
        }
    }

    /** And sealed with the newest key from now on. */
    private boolean isReadable(Row row) {
        Optional<String> secret = opened(row);
        seal.filter(with -> secret.isPresent() && !with.isCurrent(row.sealed()))
                .ifPresent(with -> reseal(row, with.seal(secret.orElseThrow(), row.place())));
        return secret.isPresent();
    }

    private void reseal(Row row, String sealed) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE guild_key SET sealed = :sealed WHERE id = :id")
                .bind("sealed", sealed)
                .bind("id", row.key().id().value())
                .execute());
    }

    private List<Row> rows(String where, Map<String, Object> values) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM guild_key " + where)
                .bindMap(values)
                .map((row, _) -> read(row))
                .list());
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                new GuildKey(
                        new KeyId(row.getString("id")),
                        new GuildId(row.getLong("guild_id")),
                        row.getString("provider"),
                        new UserId(row.getLong("user_id")),
                        Instant.ofEpochMilli(row.getLong("entered_at"))),
                row.getString("sealed"));
    }
}
