package dev.earworm.storage;

import dev.earworm.quota.Cap;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.Holder;
import dev.earworm.quota.Limit;
import dev.earworm.quota.QuotaRule;
import dev.earworm.quota.QuotaRules;
import dev.earworm.quota.RoleId;
import dev.earworm.quota.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Rules as rows. They are read within the transaction that decides by them, so nothing is kept of them. */
final class JdbiQuotaRules implements QuotaRules {
    private final Jdbi jdbi;

    JdbiQuotaRules(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<QuotaRule> of(GuildId guild) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM quota_rule WHERE guild_id = :guild")
                .bind("guild", guild.value())
                .map((row, _) -> read(row))
                .list());
    }

    private static QuotaRule read(ResultSet row) throws SQLException {
        return new QuotaRule(holder(row), Limit.valueOf(row.getString("limit_name")), cap(row));
    }

    private static Cap cap(ResultSet row) throws SQLException {
        long amount = row.getLong("amount");
        return row.wasNull() ? new Cap.Unlimited() : new Cap.AtMost(amount);
    }

    private static Holder holder(ResultSet row) throws SQLException {
        String kind = row.getString("holder");
        return switch (kind) {
            case "EVERYONE" -> new Holder.Everyone();
            case "ROLE" -> new Holder.Role(new RoleId(row.getLong("role_id")));
            case "MEMBER" -> new Holder.Member(new UserId(row.getLong("user_id")));
            case "GUILD" -> new Holder.WholeGuild();
            default -> throw new IllegalStateException("a rule is for " + kind);
        };
    }

    @Override
    public void set(GuildId guild, QuotaRule rule) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO quota_rule (guild_id, holder, role_id, user_id, limit_name, amount)
                        VALUES (:guild, :holder, :role, :user, :limit, :amount)
                        ON CONFLICT (guild_id, holder, role_id, user_id, limit_name) DO UPDATE SET amount = excluded.amount
                        """)
                .bindMap(key(guild, rule.holder(), rule.limit()))
                .bind(
                        "amount",
                        switch (rule.cap()) {
                            case Cap.AtMost(long amount) -> (Long) amount;
                            case Cap.Unlimited _ -> null;
                        })
                .execute());
    }

    @Override
    public boolean clear(GuildId guild, Holder holder, Limit limit) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                DELETE FROM quota_rule
                                WHERE guild_id = :guild AND holder = :holder AND role_id = :role AND user_id = :user
                                  AND limit_name = :limit
                                """)
                        .bindMap(key(guild, holder, limit))
                        .execute())
                > 0;
    }

    private static Map<String, Object> key(GuildId guild, Holder holder, Limit limit) {
        return Map.of(
                "guild", guild.value(),
                "holder", kind(holder),
                "role", holder instanceof Holder.Role(RoleId id) ? id.value() : 0L,
                "user", holder instanceof Holder.Member(UserId id) ? id.value() : 0L,
                "limit", limit.name());
    }

    private static String kind(Holder holder) {
        return switch (holder) {
            case Holder.Everyone _ -> "EVERYONE";
            case Holder.Role _ -> "ROLE";
            case Holder.Member _ -> "MEMBER";
            case Holder.WholeGuild _ -> "GUILD";
        };
    }
}
