package dev.earworm.storage;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of a PostgreSQL server, which several processes may use.
 *
 * <p>Every process with shards of its own: the {@link PostgresSession} sees to that. Transactions are isolated as READ
 * COMMITTED; where one reads what another may be about to change, they take {@link Turns}.
 */
final class PostgresDialect implements Dialect {
    /** The oldest that PostgreSQL itself still mends (https://www.postgresql.org/support/versioning/). */
    private static final int OLDEST_VERSION = 15;

    private static final int CONNECTIONS = 10;
    private static final Duration CONNECTING = Duration.ofSeconds(10);

    /** A process that stands still in the middle of a transaction would hold up all others. */
    private static final String LIMITS = "SET lock_timeout = '30s'; SET idle_in_transaction_session_timeout = '15s'";

    private final DatabaseConfig config;
    private final PostgresFailures failures;

    PostgresDialect(DatabaseConfig config) {
        this.config = config;
        this.failures = new PostgresFailures(config, source());
    }

    @Override
    public Hold hold(Invalidation invalidation) {
        try {
            check(source());
            if (isInUse(source()) && new Schema(this, source()).hasPendingSteps()) {
                throw failures.olderInUse();
            }
            return PostgresSession.begin(source(), invalidation);
        } catch (SQLException e) {
            throw explained(e);
        }
    }

    @Override
    public Runnable takeIdentifyTurn(int number) throws InterruptedException {
        return IdentifyLock.take(source(), number);
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public void tell(Handle handle, String news) {
        handle.execute("SELECT pg_notify('earworm', ?)", news);
    }

    @Override
    public PGSimpleDataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setApplicationName("earworm");
        source.setConnectTimeout(Math.toIntExact(CONNECTING.toSeconds()));
        source.setTcpKeepAlive(true);
        // What stands in the address wins.
        source.setUrl(config.url());
        config.user().ifPresent(source::setUser);
        config.password().ifPresent(source::setPassword);
        return source;
    }

    @Override
    public DataSource lookingOnly() {
        return source();
    }

    @Override
    public HikariConfig pool(DataSource source) {
        HikariConfig hikari = new HikariConfig();
        hikari.setPoolName("postgresql");
        hikari.setDataSource(source);
        hikari.setMaximumPoolSize(CONNECTIONS);
        hikari.setMinimumIdle(1);
        hikari.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        hikari.setConnectionInitSql(LIMITS);
        return hikari;
    }

    @Override
    public String migrations() {
        return "db/postgresql";
    }

    @Override
    public void take(Handle handle, String name) {
        handle.execute("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", name);
    }

    @Override
    public long size(Handle handle) {
        return handle.createQuery("SELECT pg_database_size(current_database())")
                .mapTo(Long.class)
                .one();
    }

    private void check(DataSource source) throws SQLException {
        String sql = """
                SELECT current_setting('server_version_num')::int / 10000 AS version, pg_is_in_recovery() AS standby,
                       pg_encoding_to_char(encoding) AS encoding, current_schema() AS schema
                FROM pg_database WHERE datname = current_database()
                """;
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            int version = answer.getInt("version");
            if (version < OLDEST_VERSION) {
                throw failures.tooOld(version, OLDEST_VERSION);
            }
            if (answer.getBoolean("standby")) {
                throw failures.standby();
            }
            if (!"UTF8".equals(answer.getString("encoding"))) {
                throw failures.encoding(String.valueOf(answer.getString("encoding")));
            }
            if (answer.getString("schema") == null) {
                throw failures.noSchema();
            }
        }
    }

    @Override
    public DatabaseCondition condition() {
        DataSource source = source();
        try {
            check(source);
            return isInUse(source)
                    ? new DatabaseCondition.InUse()
                    : new Schema(this, source)
                            .condition("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()");
        } catch (SQLException e) {
            throw explained(e);
        } catch (FlywayException e) {
            return new DatabaseCondition.Unusable(
                    "The database " + config.place() + " cannot be read: " + e.getMessage());
        }
    }

    private static boolean isInUse(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return ShardLocks.areHeld(connection);
        }
    }

    @Override
    public DatabaseFailure explained(SQLException failure) {
        return failures.explained(failure);
    }

    @Override
    public String unknownSchema() {
        return "The database " + config.place() + " has a schema that this version does not know; use the version"
                + " of Earworm that wrote it, or a newer one.";
    }

    @Override
    public String somethingElse() {
        return "The database " + config.place()
                + " holds something else than Earworm's songs; make one for Earworm alone.";
    }
}
