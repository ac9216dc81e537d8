package dev.earworm.storage;

import dev.earworm.jobs.ChannelId;
import dev.earworm.jobs.JobState;
import dev.earworm.music.ModelId;
import dev.earworm.music.Usd;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.UserId;
import dev.earworm.usage.Spending;
import dev.earworm.usage.UsageFigures;
import dev.earworm.usage.UsageGrouping;
import dev.earworm.usage.UsageKey;
import dev.earworm.usage.UsageLine;
import dev.earworm.usage.UsagePeriod;
import dev.earworm.usage.UsageReport;
import dev.earworm.usage.UsageStore;
import dev.earworm.usage.UsedSong;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Adds up the rows of jobs in the database, which is many times faster than reading them. */
final class JdbiUsageStore implements UsageStore {
    private static final String IN_PERIOD = "job.guild_id = :guild AND accepted_at >= :from AND accepted_at < :to";

    /**
     * A song's money is what the ledger counts as spent, on attempts that were lost, too: as much of it as was charged for
     * sure, and the rest estimated.
     */
    private static final String FIGURES = """
            sum(CASE WHEN job.state = 'DELIVERED' THEN 1 ELSE 0 END) AS delivered,
            sum(CASE WHEN job.state = 'FAILED' THEN 1 ELSE 0 END) AS failed,
            sum(CASE WHEN job.state = 'CANCELLED' THEN 1 ELSE 0 END) AS called_back,
            sum(CASE WHEN %1$s THEN 0 ELSE 1 END) AS in_the_works,
            sum(CASE WHEN job.state = 'DELIVERED' AND stems_of IS NULL THEN length_ms ELSE 0 END) AS music_ms,
            sum(CASE WHEN %1$s THEN coalesce(cost_actual, 0) ELSE 0 END) AS actual,
            sum(CASE WHEN %1$s AND micro_usd > coalesce(cost_actual, 0)
                THEN micro_usd - coalesce(cost_actual, 0) ELSE 0 END) AS estimated,
            sum(CASE WHEN reservation.state = 'COMMITTED' AND coalesce(cost_actual, cost_estimated) IS NULL
                THEN 1 ELSE 0 END) AS unknown
            """.formatted("job.state IN ('DELIVERED', 'FAILED', 'CANCELLED')");

    private static final int PAGE = 2000;

    private final Jdbi jdbi;

    JdbiUsageStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public UsageReport report(GuildId guild, UsagePeriod period, UsageGrouping grouping) {
        String sql =
                "SELECT %1$s, %2$s FROM job LEFT JOIN reservation ON job_id = job.id WHERE %3$s GROUP BY %4$s ORDER BY %5$s"
                        .formatted(columns(grouping), FIGURES, IN_PERIOD, key(grouping), order(grouping));
        return jdbi.withHandle(handle -> new UsageReport(
                period,
                grouping,
                in(handle, sql, guild, period)
                        .map((row, _) -> new UsageLine(key(grouping, row), figures(row)))
                        .list()));
    }

    private static Query in(Handle handle, String sql, GuildId guild, UsagePeriod period) {
        return handle.createQuery(sql)
                .bind("guild", guild.value())
                .bind("from", period.from().toEpochMilli())
                .bind("to", period.to().toEpochMilli());
    }

    private static String columns(UsageGrouping grouping) {
        return switch (grouping) {
            case DAY -> key(grouping) + " AS day";
            case MEMBER, MODEL -> key(grouping);
        };
    }

    private static String key(UsageGrouping grouping) {
        return switch (grouping) {
            case DAY -> "accepted_at / " + Duration.ofDays(1).toMillis();
            case MEMBER -> "job.user_id";
            case MODEL -> "provider, model";
        };
    }

    private static String order(UsageGrouping grouping) {
        return switch (grouping) {
            case DAY -> "day";
            case MEMBER, MODEL -> "delivered DESC, count(*) DESC, " + key(grouping);
        };
    }

    private static UsageKey key(UsageGrouping grouping, ResultSet row) throws SQLException {
        return switch (grouping) {
            case DAY -> new UsageKey.Day(LocalDate.ofEpochDay(row.getLong("day")));
            case MEMBER -> member(row).<UsageKey>map(UsageKey.Member::new).orElseGet(UsageKey.ForgottenMembers::new);
            case MODEL -> new UsageKey.Model(model(row));
        };
    }

    private static UsageFigures figures(ResultSet row) throws SQLException {
        return new UsageFigures(
                row.getLong("delivered"),
                row.getLong("failed"),
                row.getLong("called_back"),
                row.getLong("in_the_works"),
                Duration.ofMillis(row.getLong("music_ms")),
                new Spending(
                        new Usd(row.getLong("actual")), new Usd(row.getLong("estimated")), row.getLong("unknown")));
    }

    @Override
    public Set<UserId> members(GuildId guild, UsagePeriod period) {
        String sql = "SELECT DISTINCT job.user_id FROM job WHERE job.user_id <> 0 AND " + IN_PERIOD;
        return jdbi.withHandle(handle -> in(handle, sql, guild, period)
                .map((row, _) -> new UserId(row.getLong("user_id")))
                .set());
    }

    /** Page by page, so that nobody else waits for long for the database. */
    @Override
    public void songs(GuildId guild, UsagePeriod period, Consumer<UsedSong> reader) {
        Optional<Row> last = Optional.of(new Row("", 0, Optional.empty()));
        while (last.isPresent()) {
            List<Row> page = page(guild, period, last.get());
            page.forEach(row -> row.song().ifPresent(reader));
            last = page.size() < PAGE ? Optional.empty() : Optional.of(page.getLast());
        }
    }

    /** A row and where it stands in the order. */
    private record Row(String id, long askedAt, Optional<UsedSong> song) {}

    private List<Row> page(GuildId guild, UsagePeriod period, Row after) {
        String sql = """
                SELECT id, accepted_at, user_id, channel_id, provider, model, length_ms, state, cost_estimated, cost_actual
                FROM job WHERE %s AND (accepted_at, id) > (:askedAt, :id) ORDER BY accepted_at, id LIMIT :count
                """.formatted(IN_PERIOD);
        return jdbi.withHandle(handle -> in(handle, sql, guild, period)
                .bind("askedAt", after.askedAt())
                .bind("id", after.id())
                .bind("count", PAGE)
                .map((row, _) -> new Row(row.getString("id"), row.getLong("accepted_at"), Optional.of(song(row))))
                .list());
    }

    private static UsedSong song(ResultSet row) throws SQLException {
        return new UsedSong(
                Instant.ofEpochMilli(row.getLong("accepted_at")),
                member(row),
                Optional.of(row.getLong("channel_id")).filter(id -> id != 0).map(ChannelId::new),
                model(row),
                Duration.ofMillis(row.getLong("length_ms")),
                JobState.valueOf(row.getString("state")),
                money(row, "cost_estimated"),
                money(row, "cost_actual"));
    }

    /** Songs that belong to nobody belong to user 0. */
    private static Optional<UserId> member(ResultSet row) throws SQLException {
        return Optional.of(row.getLong("user_id")).filter(id -> id != 0).map(UserId::new);
    }

    private static ModelId model(ResultSet row) throws SQLException {
        return new ModelId(row.getString("provider"), row.getString("model"));
    }

    private static Optional<Usd> money(ResultSet row, String column) throws SQLException {
        long micros = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(new Usd(micros));
    }
}
