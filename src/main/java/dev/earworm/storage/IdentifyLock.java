package dev.earworm.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One turn of each number at a time among all processes, as an advisory lock on a connection of its own. The server ends
 * the turn of a process that dies, and one that nobody gives back after a minute.
 */
final class IdentifyLock {
    private static final Logger LOG = LoggerFactory.getLogger(IdentifyLock.class);

    /** Beside those of {@link ShardLocks}. */
    private static final int CLASS = 0x4556_0000;

    private static final String ENDS_BY_ITSELF = "SET idle_session_timeout = '60s'";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    /** A server that is cut off says nothing, and the system would wait for it for a quarter of an hour. */
    private static final int MILLIS_TO_ANSWER =
            Math.toIntExact(Duration.ofSeconds(10).toMillis());

    private IdentifyLock() {}

    /**
     * Waits for its turn. While the database does not answer, nobody waits: to be too early costs another try at Discord,
     * and no more.
     *
     * @return gives the turn back
     */
    static Runnable take(DataSource source, int number) throws InterruptedException {
        try {
            Connection connection = source.getConnection();
            try {
                take(connection, number);
                return () -> close(connection);
            } catch (SQLException | InterruptedException e) {
                close(connection);
                throw e;
            }
        } catch (SQLException e) {
            LOG.warn("the database gives no turns to connect to Discord; connecting without one", e);
            return () -> {};
        }
    }

    private static void take(Connection connection, int number) throws SQLException, InterruptedException {
        connection.setNetworkTimeout(Runnable::run, MILLIS_TO_ANSWER);
        try (Statement statement = connection.createStatement()) {
            statement.execute(ENDS_BY_ITSELF);
        }
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_try_advisory_lock(?, ?)")) {
            statement.setInt(1, CLASS);
            statement.setInt(2, number);
            while (!isGranted(statement)) {
                Thread.sleep(LOOK_AGAIN);
            }
        }
    }

    private static boolean isGranted(PreparedStatement statement) throws SQLException {
        try (ResultSet answer = statement.executeQuery()) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("a turn has ended already", e);
        }
    }
}
