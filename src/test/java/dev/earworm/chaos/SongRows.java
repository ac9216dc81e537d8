package dev.earworm.chaos;

import dev.earworm.storage.DatabaseConfig;
import dev.earworm.storage.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the program has written of its songs, as somebody sees it who looks into the database. */
public final class SongRows {
    private static final Pattern TUNE = Pattern.compile("tune\\d+");

    private static final String ALL = """
            SELECT job.*, reservation.state AS claim, reservation.micro_usd, reservation.lost_micro_usd
            FROM job LEFT JOIN reservation ON reservation.job_id = job.id
            ORDER BY job.id
            """;

    /**
     * One song.
     *
     * @param claim the state of its reservation; empty if it has none
     * @param micros what the ledger counts for it, in millionths of a dollar
     * @param lostMicros the part of it whose outcome nobody knows
     */
    public record Row(
            String id,
            String tune,
            String provider,
            String visibility,
            String state,
            Optional<String> claim,
            long micros,
            long lostMicros,
            int lostSubmits,
            boolean isTold,
            boolean isPosted,
            boolean isKept,
            String refusal) {}

    private final DatabaseConfig database;

    public SongRows(DatabaseConfig database) {
        this.database = database;
    }

    public int count() {
        return ask("SELECT count(*) FROM job", row -> row.getInt(1)).getFirst();
    }

    /** Executions that are left over. */
    public int executions() {
        return ask("SELECT count(*) FROM scheduled_tasks", row -> row.getInt(1)).getFirst();
    }

    public List<Row> all() {
        return ask(
                ALL,
                row -> new Row(
                        row.getString("id"),
                        tune(row.getString("prompt")),
                        row.getString("provider"),
                        row.getString("visibility"),
                        row.getString("state"),
                        Optional.ofNullable(row.getString("claim")),
                        row.getLong("micro_usd"),
                        row.getLong("lost_micro_usd"),
                        row.getInt("lost_submits"),
                        row.getInt("told") == 1,
                        row.getString("track_message_id") != null,
                        row.getString("kept_until") != null,
                        Optional.ofNullable(row.getString("refusal")).orElse("")));
    }

    private static String tune(String prompt) {
        Matcher matcher = TUNE.matcher(prompt);
        return matcher.find() ? matcher.group() : prompt;
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> ask(String sql, Reading<T> reading) {
        try (Connection connection = PostgresServer.connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reading.of(rows));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
