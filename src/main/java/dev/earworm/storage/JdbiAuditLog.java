package dev.earworm.storage;

import dev.earworm.quota.GuildId;
import dev.earworm.quota.UserId;
import dev.earworm.settings.AuditEntry;
import dev.earworm.settings.AuditLog;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The audit log as rows. */
final class JdbiAuditLog implements AuditLog {
    private final Jdbi jdbi;

    JdbiAuditLog(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void add(AuditEntry entry) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO audit (guild_id, user_id, at, what) VALUES (:guild, :actor, :at, :what)
                        """)
                .bind("guild", entry.guild().value())
                .bind("actor", entry.actor().value())
                .bind("at", entry.at().toEpochMilli())
                .bind("what", entry.what())
                .execute());
    }

    @Override
    public List<AuditEntry> latest(GuildId guild, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT user_id, at, what FROM audit WHERE guild_id = :guild
                        ORDER BY at DESC, id DESC LIMIT :most
                        """)
                .bind("guild", guild.value())
                .bind("most", most)
                .map((row, _) -> new AuditEntry(
                        guild,
                        new UserId(row.getLong("user_id")),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getString("what")))
                .list());
    }
}
