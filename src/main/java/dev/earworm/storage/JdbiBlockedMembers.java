package dev.earworm.storage;

import dev.earworm.quota.Account;
import dev.earworm.quota.Block;
import dev.earworm.quota.BlockedMembers;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Blocked members as rows. */
final class JdbiBlockedMembers implements BlockedMembers {
    private final Jdbi jdbi;

    JdbiBlockedMembers(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public boolean block(Block block) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                INSERT INTO blocked_member (guild_id, user_id, blocked_by, blocked_at)
                                VALUES (:guild, :user, :by, :at)
                                ON CONFLICT (guild_id, user_id) DO NOTHING
                                """)
                        .bind("guild", block.account().guild().value())
                        .bind("user", block.account().user().value())
                        .bind("by", block.by().value())
                        .bind("at", block.at().toEpochMilli())
                        .execute())
                > 0;
    }

    @Override
    public boolean unblock(Account account) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "DELETE FROM blocked_member WHERE guild_id = :guild AND user_id = :user")
                        .bind("guild", account.guild().value())
                        .bind("user", account.user().value())
                        .execute())
                > 0;
    }

    @Override
    public Optional<Block> of(Account account) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM blocked_member WHERE guild_id = :guild AND user_id = :user")
                        .bind("guild", account.guild().value())
                        .bind("user", account.user().value())
                        .map((row, _) -> read(row))
                        .findFirst());
    }

    @Override
    public List<Block> in(GuildId guild) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM blocked_member WHERE guild_id = :guild ORDER BY blocked_at, user_id")
                .bind("guild", guild.value())
                .map((row, _) -> read(row))
                .list());
    }

    private static Block read(ResultSet row) throws SQLException {
        return new Block(
                JobRow.account(row),
                new UserId(row.getLong("blocked_by")),
                Instant.ofEpochMilli(row.getLong("blocked_at")));
    }
}
