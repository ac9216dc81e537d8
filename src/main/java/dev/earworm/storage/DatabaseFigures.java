package dev.earworm.storage;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a database says of itself without saying anything of anybody; read beside a running Earworm, and nothing is changed.
 *
 * @param schema the latest step that was taken
 * @param songs how many songs there are in each state
 */
public record DatabaseFigures(String schema, Map<String, Long> songs) {
    public DatabaseFigures {
        songs = Map.copyOf(songs);
    }

    /** Empty where there is no database of ours that can be read. */
    public static Optional<DatabaseFigures> of(DatabaseConfig config) {
        // Opening a file that is not there would make one.
        Dialect dialect = Dialect.of(config);
        if (dialect instanceof SqliteDialect sqlite && Files.notExists(sqlite.file())) {
            return Optional.empty();
        }
        try (Connection connection = dialect.lookingOnly().getConnection();
                Statement statement = connection.createStatement()) {
            return Optional.of(new DatabaseFigures(schema(statement), songs(statement)));
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    private static String schema(Statement statement) throws SQLException {
        try (ResultSet latest = statement.executeQuery(
                "SELECT version FROM flyway_schema_history WHERE success ORDER BY installed_rank DESC LIMIT 1")) {
            return latest.next() ? latest.getString(1) : "none";
        }
    }

    private static Map<String, Long> songs(Statement statement) throws SQLException {
        Map<String, Long> songs = new TreeMap<>();
        try (ResultSet states = statement.executeQuery("SELECT state, count(*) FROM job GROUP BY state")) {
            while (states.next()) {
                songs.put(states.getString(1), states.getLong(2));
            }
        }
        return songs;
    }
}
