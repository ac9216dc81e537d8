package dev.earworm.chaos;

import dev.earworm.storage.DatabaseConfig;
import dev.earworm.storage.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Somebody else who has the database open and lets nobody write, for as long as this is open. */
final class DatabaseJam implements AutoCloseable {
    private final Connection connection;

    private DatabaseJam(Connection connection) {
        this.connection = connection;
    }

    static DatabaseJam of(DatabaseConfig database) throws SQLException {
        Connection connection = PostgresServer.connect(database);
        try (Statement statement = connection.createStatement()) {
            if (database.url().startsWith("jdbc:sqlite:")) {
                statement.execute("PRAGMA busy_timeout = 3000");
                statement.execute("BEGIN IMMEDIATE");
            } else {
                connection.setAutoCommit(false);
                statement.execute("SET LOCAL lock_timeout = '3s'");
                statement.execute("LOCK TABLE job IN EXCLUSIVE MODE");
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return new DatabaseJam(connection);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
