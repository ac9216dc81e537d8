package dev.earworm.soak;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The program's database, read from outside while it is at work. */
record Books(Path file) {
    private static final String ENDED = "state IN ('DELIVERED', 'FAILED', 'CANCELLED')";

    /** A song that is said to have reached its member. */
    record Delivered(String id, long message, boolean isKept) {}

    /** A song that came to nothing, and the message that was to say so. */
    record Refused(String id, long message, String reason) {}

    Songs songs() throws SQLException {
        Map<String, Integer> states = counts("SELECT state, count(*) FROM job GROUP BY state");
        return new Songs(
                states.values().stream().mapToInt(Integer::intValue).sum(),
                states.getOrDefault("DELIVERED", 0),
                states.getOrDefault("FAILED", 0),
                states.getOrDefault("CANCELLED", 0),
                count("SELECT count(*) FROM scheduled_tasks"));
    }

    List<Delivered> delivered() throws SQLException {
        return rows(
                "SELECT id, coalesce(track_message_id, 0), kept_until IS NOT NULL FROM job WHERE state = 'DELIVERED'",
                row -> new Delivered(row.getString(1), row.getLong(2), row.getBoolean(3)));
    }

    List<Refused> refused() throws SQLException {
        return rows(
                "SELECT id, coalesce(status_message_id, 0), coalesce(refusal, '') FROM job WHERE state = 'FAILED'",
                row -> new Refused(row.getString(1), row.getLong(2), row.getString(3)));
    }

    /** Of the reservations, by how their song ended. */
    Map<String, Integer> reservations() throws SQLException {
        return counts("SELECT job.state || ' ' || reservation.state, count(*) FROM reservation "
                + "JOIN job ON job.id = reservation.job_id GROUP BY 1 ORDER BY 1");
    }

    Map<String, Integer> refusals() throws SQLException {
        return counts("SELECT coalesce(refusal, ''), count(*) FROM job WHERE state = 'FAILED' GROUP BY 1 ORDER BY 1");
    }

    int openReservations() throws SQLException {
        return count("SELECT count(*) FROM reservation WHERE state = 'RESERVED'");
    }

    int songsWithoutReservation() throws SQLException {
        return count("SELECT count(*) FROM job WHERE id NOT IN (SELECT job_id FROM reservation)");
    }

    int untold() throws SQLException {
        return count("SELECT count(*) FROM job WHERE told = 0 AND " + ENDED);
    }

    /** Submits whose outcome was never learned, so that the song may have been made once more. */
    int lostSubmits() throws SQLException {
        return count("SELECT coalesce(sum(lost_submits), 0) FROM job");
    }

    int mostLostSubmits() throws SQLException {
        return count("SELECT coalesce(max(lost_submits), 0) FROM job");
    }

    Map<String, Integer> tasks() throws SQLException {
        return counts("SELECT task_name, count(*) FROM scheduled_tasks GROUP BY 1 ORDER BY 1");
    }

    /** Pages of the file in all, and those of them that are free to be written again. */
    Map<String, Integer> pages() throws SQLException {
        Map<String, Integer> pages = new LinkedHashMap<>();
        pages.put("of " + count("PRAGMA page_size") + " bytes", count("PRAGMA page_count"));
        pages.put("free", count("PRAGMA freelist_count"));
        return pages;
    }

    Map<String, Integer> tables() throws SQLException {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        for (String table : rows(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY 1",
                row -> row.getString(1))) {
            sizes.put(table, count("SELECT count(*) FROM \"" + table + "\""));
        }
        return sizes;
    }

    private int count(String sql) throws SQLException {
        return rows(sql, row -> row.getInt(1)).getFirst();
    }

    private Map<String, Integer> counts(String sql) throws SQLException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        rows(sql, row -> counts.put(row.getString(1), row.getInt(2)));
        return counts;
    }

    /** Each time anew: an open reader would keep the write-ahead log from being begun anew. */
    private <T> List<T> rows(String sql, RowReader<T> reader) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:file:" + file + "?mode=ro");
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 10000");
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery(sql)) {
                while (result.next()) {
                    rows.add(reader.read(result));
                }
            }
            return rows;
        }
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
