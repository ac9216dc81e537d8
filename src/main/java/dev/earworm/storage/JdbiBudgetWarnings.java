package dev.earworm.storage;

import dev.earworm.quota.BudgetWarnings;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.Limit;
import dev.earworm.quota.NearCeiling;
import dev.earworm.quota.Pot;
import dev.earworm.quota.QuotaDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Warnings as rows. */
final class JdbiBudgetWarnings implements BudgetWarnings {
    private final Jdbi jdbi;

    JdbiBudgetWarnings(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public boolean note(NearCeiling ceiling) {
        return run("""
                INSERT INTO budget_warning (pot, guild_id, limit_name, amount, since)
                VALUES (:pot, :guild, :limit, :amount, :since)
                ON CONFLICT (pot, guild_id, limit_name, amount, since) DO NOTHING
                """, ceiling) > 0;
    }

    @Override
    public List<NearCeiling> untold() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM budget_warning WHERE told = 0 ORDER BY since")
                .map((row, _) -> new NearCeiling(
                        Pot.valueOf(row.getString("pot")),
                        new GuildId(row.getLong("guild_id")),
                        Limit.valueOf(row.getString("limit_name")),
                        row.getLong("amount"),
                        new QuotaDay(LocalDate.parse(row.getString("since")))))
                .list());
    }

    @Override
    public void told(NearCeiling ceiling) {
        run("""
                UPDATE budget_warning SET told = 1
                WHERE pot = :pot AND guild_id = :guild AND limit_name = :limit AND amount = :amount AND since = :since
                """, ceiling);
    }

    private int run(String sql, NearCeiling ceiling) {
        return jdbi.withHandle(handle -> handle.createUpdate(sql)
                .bindMap(Map.of(
                        "pot", ceiling.pot().name(),
                        "guild", ceiling.guild().value(),
                        "limit", ceiling.limit().name(),
                        "amount", ceiling.amount(),
                        "since", ceiling.since().toString()))
                .execute());
    }
}
