package dev.earworm.storage;

import dev.earworm.jobs.ShardRange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which shards are run, as advisory locks on the server: one a shard, of the number of all shards and its own. They are
 * gone with the line on which they were taken.
 *
 * <p>A guild is in another shard when the bot has another number of them, so processes of two numbers never run at the
 * same time.
 */
final class ShardLocks {
    /** Added to the number of shards, so that nothing else in the database has such a lock by chance. */
    private static final int TOTALS = 0x4557_0000;

    private static final int MOST = 1_000_000;

    private static final String IN_TURN = "SELECT pg_advisory_xact_lock(hashtextextended('earworm shards', 0))";

    private static final String HELD = """
            SELECT classid::bigint - %d AS total, objid::bigint AS shard FROM pg_locks
            WHERE locktype = 'advisory' AND granted AND objsubid = 2 AND pid <> pg_backend_pid()
              AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
              AND classid::bigint BETWEEN %d AND %d
            """.formatted(TOTALS, TOTALS + 1, TOTALS + MOST);

    private static final String TAKE = "SELECT pg_advisory_lock(?, shard) FROM generate_series(?, ?) AS shard";

    private static final String END = """
            SELECT pg_terminate_backend(pid, 5000) FROM pg_locks
            WHERE locktype = 'advisory' AND granted AND objsubid = 2 AND pid = ?
              AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
              AND classid::bigint = ? AND objid::bigint = ?
            """;

    private ShardLocks() {}

    /** Takes all of them or none, for as long as this connection is open. */
    static ShardClaim take(Connection line, ShardRange shards) throws SQLException {
        line.setAutoCommit(false);
        try (Statement statement = line.createStatement()) {
            statement.execute(IN_TURN);
            Map<Integer, SortedSet<Integer>> others = held(line);
            boolean isFree =
                    others.entrySet().stream().noneMatch(held -> isInTheWay(held.getKey(), held.getValue(), shards));
            if (isFree) {
                lock(line, shards);
            }
            line.commit();
            return isFree ? new ShardClaim.Granted() : new ShardClaim.Waiting("another process runs " + said(others));
        } catch (SQLException e) {
            line.rollback();
            throw e;
        } finally {
            line.setAutoCommit(true);
        }
    }

    private static boolean isInTheWay(int total, SortedSet<Integer> held, ShardRange wanted) {
        return total != wanted.total()
                || held.stream().anyMatch(shard -> wanted.first() <= shard && shard <= wanted.last());
    }

    private static void lock(Connection line, ShardRange shards) throws SQLException {
        try (PreparedStatement statement = line.prepareStatement(TAKE)) {
            statement.setInt(1, TOTALS + shards.total());
            statement.setInt(2, shards.first());
            statement.setInt(3, shards.last());
            statement.execute();
        }
    }

    /**
     * Ends a line that holds these shards. After the server was started anew its number may be somebody else's, who is
     * left alone.
     *
     * @return whether it is gone
     */
    static boolean end(Connection connection, int line, ShardRange shards) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(END)) {
            statement.setInt(1, line);
            statement.setInt(2, TOTALS + shards.total());
            statement.setInt(3, shards.first());
            try (ResultSet answer = statement.executeQuery()) {
                return !answer.next() || answer.getBoolean(1);
            }
        }
    }

    /** Whether any process runs any. */
    static boolean areHeld(Connection connection) throws SQLException {
        return !held(connection).isEmpty();
    }

    /** By the number of all shards. */
    private static Map<Integer, SortedSet<Integer>> held(Connection connection) throws SQLException {
        Map<Integer, SortedSet<Integer>> held = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(HELD)) {
            while (rows.next()) {
                held.computeIfAbsent(rows.getInt("total"), _ -> new TreeSet<>()).add(rows.getInt("shard"));
            }
        }
        return held;
    }

    /** As {@code shards 0-3/16}: the first to the last of each number. */
    private static String said(Map<Integer, SortedSet<Integer>> held) {
        StringBuilder said = new StringBuilder();
        held.forEach((total, shards) -> said.append(said.isEmpty() ? "" : " and ")
                .append(total == 1 ? "the whole bot" : "shards " + shards.first() + "-" + shards.last() + "/" + total));
        return said.toString();
    }
}
