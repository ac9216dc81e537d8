package dev.earworm.storage;

import dev.earworm.quota.Account;
import dev.earworm.quota.Limit;
import dev.earworm.quota.Measure;
import dev.earworm.quota.Pot;
import dev.earworm.quota.QuotaDay;
import dev.earworm.quota.QuotaUsage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What was taken from a pot, added up from its reservations. */
final class PotRows {
    private PotRows() {}

    /** What one day's songs come to. */
    private record Sum(QuotaDay day, long songs, long seconds, long micros) {
        static Sum read(ResultSet row) throws SQLException {
            return new Sum(
                    new QuotaDay(LocalDate.parse(row.getString("day"))),
                    row.getLong("songs"),
                    row.getLong("seconds"),
                    row.getLong("micro_usd"));
        }

        long of(Measure measure) {
            return switch (measure) {
                case SONGS -> songs;
                case SECONDS -> seconds;
                case USD -> micros;
                case CONCURRENT_SONGS -> 0;
            };
        }
    }

    static QuotaUsage usage(Handle handle, Pot pot, Account account, QuotaDay today) {
        Map<Limit, Long> used = new EnumMap<>(Limit.class);
        List<Sum> sums = sums(handle, pot, account, today);
        for (Limit limit : Limit.values()) {
            limit.period().map(today::start).ifPresent(start -> used.put(limit, since(start, sums, limit.measure())));
        }
        used.put(Limit.CONCURRENT_SONGS, concurrent(handle, pot, account));
        return new QuotaUsage(used);
    }

    private static long since(QuotaDay start, List<Sum> sums, Measure measure) {
        return sums.stream()
                .filter(sum -> !sum.day().date().isBefore(start.date()))
                .mapToLong(sum -> sum.of(measure))
                .sum();
    }

    private static List<Sum> sums(Handle handle, Pot pot, Account account, QuotaDay today) {
        String sql = """
                SELECT day,
                       sum(CASE WHEN state <> 'RELEASED' AND forgiven = 0 THEN 1 ELSE 0 END) AS songs,
                       sum(CASE WHEN state <> 'RELEASED' AND forgiven = 0 THEN seconds ELSE 0 END) AS seconds,
                       sum(micro_usd) AS micro_usd
                FROM reservation WHERE day BETWEEN :first AND :today AND %s GROUP BY day
                """.formatted(rows(pot));
        return handle.createQuery(sql)
                .bind("first", today.firstThatCounts().toString())
                .bind("today", today.toString())
                .bindMap(ids(pot, account))
                .map((row, _) -> Sum.read(row))
                .list();
    }

    private static long concurrent(Handle handle, Pot pot, Account account) {
        return handle.createQuery("SELECT count(*) FROM reservation WHERE state = 'RESERVED' AND " + rows(pot))
                .bindMap(ids(pot, account))
                .mapTo(Long.class)
                .one();
    }

    private static String rows(Pot pot) {
        return switch (pot) {
            case MEMBER -> "guild_id = :guild AND user_id = :user";
            case GUILD -> "guild_id = :guild";
            case INSTANCE -> "payer = 'INSTANCE'";
        };
    }

    private static Map<String, Object> ids(Pot pot, Account account) {
        return switch (pot) {
            case MEMBER ->
                Map.of("guild", account.guild().value(), "user", account.user().value());
            case GUILD -> Map.of("guild", account.guild().value());
            case INSTANCE -> Map.of();
        };
    }
}
