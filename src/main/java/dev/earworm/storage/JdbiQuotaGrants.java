package dev.earworm.storage;

import dev.earworm.quota.Account;
import dev.earworm.quota.Grant;
import dev.earworm.quota.Measure;
import dev.earworm.quota.QuotaDay;
import dev.earworm.quota.QuotaGrants;
import dev.earworm.quota.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Grants as rows. */
final class JdbiQuotaGrants implements QuotaGrants {
    private final Jdbi jdbi;

    JdbiQuotaGrants(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void add(Grant grant) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO quota_grant (guild_id, user_id, measure, amount, granted_by, granted_at)
                        VALUES (:guild, :user, :measure, :amount, :by, :at)
                        """)
                .bind("guild", grant.account().guild().value())
                .bind("user", grant.account().user().value())
                .bind("measure", grant.measure().name())
                .bind("amount", grant.amount())
                .bind("by", grant.by().value())
                .bind("at", grant.at().toEpochMilli())
                .execute());
    }

    @Override
    public List<Grant> of(Account account, QuotaDay today) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM quota_grant
                        WHERE guild_id = :guild AND user_id = :user AND granted_at >= :since
                        ORDER BY granted_at, id
                        """)
                .bind("guild", account.guild().value())
                .bind("user", account.user().value())
                .bind("since", today.firstThatCounts().begin().toEpochMilli())
                .map((row, _) -> read(row))
                .list());
    }

    static Grant read(ResultSet row) throws SQLException {
        return new Grant(
                JobRow.account(row),
                Measure.valueOf(row.getString("measure")),
                row.getLong("amount"),
                new UserId(row.getLong("granted_by")),
                Instant.ofEpochMilli(row.getLong("granted_at")));
    }
}
