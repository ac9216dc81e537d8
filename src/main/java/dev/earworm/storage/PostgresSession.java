package dev.earworm.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A line to the server of its own, open while the process runs. It says that this instance runs, by an advisory lock of the
 * instance's name, and hears what other processes change.
 *
 * <p>The server gives the lock back when the line is gone, however the process died. A line that broke is put up again, and
 * everything that was remembered is forgotten, as nobody repeats what was told meanwhile. If another process has the name
 * by then, this one has lost the database: its songs are the other's.
 */
final class PostgresSession implements Hold {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresSession.class);

    /** A process whose machine died is found dead by the server after this; one that was killed, at once. */
    private static final String DEAD_AFTER_25_SECONDS = "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5;"
            + " SET tcp_keepalives_count = 3; SET tcp_user_timeout = 25000";

    /** How long one that is just ending is waited for. */
    private static final String PATIENCE = "SET lock_timeout = '3s'";

    /** The topic of the triggers. */
    private static final String LISTEN = "LISTEN earworm";

    private static final String LOCK = "hashtextextended('earworm instance ' || ?, 0)";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final int SILENCE = Math.toIntExact(Duration.ofSeconds(10).toMillis());
    private static final int SECONDS_TO_ANSWER = 10;
    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofSeconds(1);

    private final DataSource source;
    private final String instance;
    private final Invalidation invalidation;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Connection line;
    private volatile boolean isHeld = true;
    private volatile Runnable whenLost = () -> {};

    private PostgresSession(DataSource source, String instance, Invalidation invalidation, Connection line) {
        this.source = source;
        this.instance = instance;
        this.invalidation = invalidation;
        this.line = line;
    }

    /** Empty if another process has the name and keeps it. */
    static Optional<PostgresSession> begin(DataSource source, String instance, Invalidation invalidation)
            throws SQLException {
        Optional<PostgresSession> session = line(source, instance)
                .map(connection -> new PostgresSession(source, instance, invalidation, connection));
        session.ifPresent(begun -> Thread.ofVirtual().name("database-changes").start(begun::listen));
        return session;
    }

    private static Optional<Connection> line(DataSource source, String instance) throws SQLException {
        Connection connection = source.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(DEAD_AFTER_25_SECONDS);
            statement.execute(PATIENCE);
            if (isLocked(connection, instance)) {
                statement.execute(LISTEN);
                return Optional.of(connection);
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static boolean isLocked(Connection connection, String instance) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_advisory_lock(" + LOCK + ")")) {
            statement.setString(1, instance);
            return statement.execute();
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    /** Whether a process of this name has its line up. */
    static boolean isRunning(DataSource source, String instance) throws SQLException {
        String sql = """
                SELECT count(*) FROM pg_locks
                WHERE locktype = 'advisory' AND granted AND objsubid = 1
                  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                  AND (classid::bigint << 32 | objid::bigint) =
                """ + LOCK;
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, instance);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getInt(1) > 0;
            }
        }
    }

    private void listen() {
        try {
            while (isOpen()) {
                try {
                    hear();
                } catch (SQLException e) {
                    isHeld = false;
                    putUpAgain(e);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("nobody listens to the database any more", e);
        }
    }

    private boolean isOpen() {
        return closing.getCount() > 0;
    }

    private void hear() throws SQLException {
        PGNotification[] changes = line.unwrap(PGConnection.class).getNotifications(SILENCE);
        if (changes == null || changes.length == 0) {
            requireAnswer();
            return;
        }
        for (PGNotification change : changes) {
            invalidation.heard(change.getParameter());
        }
    }

    private void requireAnswer() throws SQLException {
        if (!line.isValid(SECONDS_TO_ANSWER)) {
            throw new SQLException("the server does not answer any more");
        }
    }

    private void putUpAgain(SQLException cause) throws InterruptedException {
        if (isOpen()) {
            LOG.warn("the line to the database broke, and is put up again", cause);
        }
        while (isOpen() && !isHeld) {
            try {
                putUp();
            } catch (SQLException e) {
                LOG.debug("the database is not there yet", e);
            }
            boolean _ = !isHeld && closing.await(BEFORE_ANOTHER_TRY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void putUp() throws SQLException {
        int before = line.unwrap(PGConnection.class).getBackendPID();
        hangUp(before);
        Optional<Connection> anew = line(source, instance);
        anew.ifPresent(connection -> line = connection);
        isHeld = anew.isPresent();
        if (isHeld) {
            invalidation.heardNothingForAWhile();
            LOG.info("the line to the database is up again");
        } else {
            LOG.error("another Earworm of the name {} uses the database now, so this one stops", instance);
            closing.countDown();
            whenLost.run();
        }
    }

    /** Only for us the line is dead; the server would keep the lock for it until it finds out. */
    private void hangUp(int before) throws SQLException {
        String sql = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = ? AND usename = current_user";
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, before);
            statement.execute();
        }
    }

    @Override
    public void whenLost(Runnable action) {
        whenLost = action;
    }

    @Override
    public boolean isHeld() {
        return isHeld;
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            line.close();
        } catch (SQLException e) {
            throw new DatabaseFailure("The lock of the database could not be given back.", e);
        }
    }
}
