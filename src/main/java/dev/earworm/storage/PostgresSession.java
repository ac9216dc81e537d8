package dev.earworm.storage;

import dev.earworm.jobs.ShardRange;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
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
 * A line to the server of its own, open while the process runs. It says which shards are run here, by {@link ShardLocks},
 * and hears what other processes change.
 *
 * <p>The server gives the locks back when the line is gone, however the process died. A line that broke is put up again,
 * and everything that was remembered is forgotten, as nobody repeats what was told meanwhile; until it is up, nobody here
 * gets at the database. If another process has the shards by then, this one has lost them: their songs are the other's.
 */
final class PostgresSession implements Hold {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresSession.class);

    /** A process whose machine died is found dead by the server after this; one that was killed, at once. */
    private static final String DEAD_AFTER_25_SECONDS = "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5;"
            + " SET tcp_keepalives_count = 3; SET tcp_user_timeout = 25000";

    /** A process that stands still while it claims shards would hold up all others. */
    private static final String LIMITS = "SET lock_timeout = '10s'; SET idle_in_transaction_session_timeout = '15s'";

    /** The topic of the triggers. */
    private static final String LISTEN = "LISTEN earworm";

    private static final int SILENCE = Math.toIntExact(Duration.ofSeconds(10).toMillis());
    private static final int SECONDS_TO_ANSWER = 10;
    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    /** Longer than a try to connect may take: whoever ran shards when the server went away may be in the midst of one. */
    private static final Duration OTHERS_FIRST = Duration.ofSeconds(15);

    private final DataSource source;
    private final Invalidation invalidation;
    private final Duration othersFirst;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Connection line;
    private volatile CountDownLatch held = new CountDownLatch(0);
    private volatile Optional<ShardRange> shards = Optional.empty();
    private volatile Runnable whenLost = () -> {};
    private volatile long claimsFrom = System.nanoTime();

    private PostgresSession(DataSource source, Invalidation invalidation, Duration othersFirst, Connection line) {
        this.source = source;
        this.invalidation = invalidation;
        this.othersFirst = othersFirst;
        this.line = line;
    }

    /** Runs no shards yet, and hears nothing until it does. */
    static PostgresSession begin(DataSource source, Invalidation invalidation) throws SQLException {
        return begin(source, invalidation, OTHERS_FIRST);
    }

    /** @param othersFirst how long one that waits for shards waits more after its line broke */
    static PostgresSession begin(DataSource source, Invalidation invalidation, Duration othersFirst)
            throws SQLException {
        return new PostgresSession(source, invalidation, othersFirst, line(source));
    }

    private static Connection line(DataSource source) throws SQLException {
        Connection connection = source.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(DEAD_AFTER_25_SECONDS);
            statement.execute(LIMITS);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * When the server was away, the lines of all broke at once. Whoever ran the shards is in the midst of songs that are
     * paid for, so a spare lets it put up its line again, and does not win a race for them.
     */
    @Override
    public ShardClaim claim(ShardRange wanted) {
        try {
            if (!line.isValid(SECONDS_TO_ANSWER)) {
                line.close();
                line = line(source);
                claimsFrom = System.nanoTime() + othersFirst.toNanos();
            }
            if (System.nanoTime() - claimsFrom < 0) {
                return new ShardClaim.Waiting("the database was away, and whoever ran them goes first");
            }
            ShardClaim claim = take(line, wanted);
            if (claim instanceof ShardClaim.Granted) {
                shards = Optional.of(wanted);
                Thread.ofVirtual().name("database-changes").start(this::listen);
            }
            return claim;
        } catch (SQLException e) {
            LOG.debug("the database does not say who runs which shards", e);
            return new ShardClaim.Waiting("the database does not answer");
        }
    }

    /** Whoever waits does not listen, or what is told would pile up. */
    private static ShardClaim take(Connection line, ShardRange shards) throws SQLException {
        ShardClaim claim = ShardLocks.take(line, shards);
        if (claim instanceof ShardClaim.Granted) {
            try (Statement statement = line.createStatement()) {
                statement.execute(LISTEN);
            }
        }
        return claim;
    }

    private void listen() {
        try {
            while (isOpen()) {
                hearOrPutUpAgain();
            }
        } catch (InterruptedException e) {
            LOG.debug("nobody listens to the database any more", e);
        }
    }

    /** Who does not look after the line any more would not know that it has lost its shards. */
    private void hearOrPutUpAgain() throws InterruptedException {
        try {
            try {
                hear();
            } catch (SQLException e) {
                putUpAgain(e);
            }
        } catch (RuntimeException e) {
            LOG.error("what changed in the database could not be passed on", e);
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
        held = new CountDownLatch(1);
        if (isOpen()) {
            LOG.warn("the line to the database broke, and is put up again", cause);
        }
        while (isOpen() && !isHeld()) {
            try {
                putUp();
            } catch (SQLException e) {
                LOG.debug("the database is not there yet", e);
            }
            boolean _ = !isHeld() && closing.await(BEFORE_ANOTHER_TRY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void putUp() throws SQLException {
        hangUp(line.unwrap(PGConnection.class).getBackendPID());
        Connection anew = line(source);
        switch (claim(anew)) {
            case ShardClaim.Granted _ -> {
                line = anew;
                if (!isOpen()) {
                    anew.close();
                    return;
                }
                // First: what is forgotten may just be being read, by one who waits for the line.
                held.countDown();
                invalidation.heardNothingForAWhile();
                LOG.info("the line to the database is up again");
            }
            case ShardClaim.Waiting(String why) -> {
                anew.close();
                LOG.error("{} now, so this one stops", why);
                closing.countDown();
                whenLost.run();
            }
        }
    }

    private ShardClaim claim(Connection anew) throws SQLException {
        try {
            return take(anew, shards.orElseThrow());
        } catch (SQLException e) {
            anew.close();
            throw e;
        }
    }

    /** Only for us the line is dead; the server would keep the locks for it until it finds out. */
    private void hangUp(int before) throws SQLException {
        try (Connection connection = source.getConnection()) {
            if (!ShardLocks.end(connection, before, shards.orElseThrow())) {
                throw new SQLException("the server still has the line that broke");
            }
        }
    }

    @Override
    public void whenLost(Runnable action) {
        whenLost = action;
    }

    @Override
    public boolean isHeld() {
        return held.getCount() == 0;
    }

    @Override
    public void require() throws SQLException {
        if (isHeld()) {
            return;
        }
        boolean isUpAgain = false;
        try {
            isUpAgain = isOpen() && held.await(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!isUpAgain) {
            throw new SQLTransientConnectionException("the line to the database is down, so nothing is written");
        }
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
