package dev.earworm.storage;

import com.zaxxer.hikari.HikariConfig;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/**
 * A SQLite file: locked for this process, and opened with write-ahead log and full synchronisation, so that a committed
 * write survives a power cut.
 *
 * <p>There is one connection. SQLite has one writer anyway; waiting for it in the pool is fair and costs nothing, waiting
 * inside SQLite would hold a carrier thread.
 */
final class SqliteDialect implements Dialect {
    private static final Duration BUSY = Duration.ofSeconds(10);
    /** Whoever has it that long before anything is under way will not give it back soon. */
    private static final Duration BUSY_AT_START = Duration.ofSeconds(2);

    private final Path file;

    SqliteDialect(DatabaseConfig config) {
        this(Path.of(config.url().substring(DatabaseConfig.SQLITE.length())));
    }

    SqliteDialect(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    @Override
    public Hold hold(Invalidation invalidation) {
        DatabaseLock lock = DatabaseLock.of(file);
        try {
            UnpackedLibraries.sweep(UnpackedLibraries.folder(), file, Instant.now());
            // Before there is a pool: it would try a damaged file again and again for half a minute.
            check(source(BUSY_AT_START));
            return lock;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** There is no other process. */
    @Override
    public Runnable takeIdentifyTurn(int number) {
        return () -> {};
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public void tell(Handle handle, String news) {}

    @Override
    public DataSource source() {
        return source(BUSY);
    }

    private DataSource source(Duration patience) {
        SQLiteConfig sqlite = new SQLiteConfig();
        sqlite.setJournalMode(JournalMode.WAL);
        sqlite.setSynchronous(SynchronousMode.FULL);
        sqlite.setTransactionMode(TransactionMode.IMMEDIATE);
        sqlite.enforceForeignKeys(true);
        sqlite.setBusyTimeout(Math.toIntExact(patience.toMillis()));
        return source(sqlite);
    }

    /** Without the write-ahead log, which the file would remember. */
    private DataSource lookingOnly(TransactionMode mode) {
        SQLiteConfig sqlite = new SQLiteConfig();
        sqlite.setTransactionMode(mode);
        sqlite.setBusyTimeout(Math.toIntExact(BUSY_AT_START.toMillis()));
        return source(sqlite);
    }

    private DataSource source(SQLiteConfig sqlite) {
        SQLiteDataSource source = new SQLiteDataSource(sqlite);
        source.setUrl(DatabaseConfig.SQLITE + file);
        return source;
    }

    @Override
    public HikariConfig pool(DataSource source) {
        HikariConfig hikari = new HikariConfig();
        hikari.setPoolName("sqlite");
        hikari.setDataSource(source);
        hikari.setMaximumPoolSize(1);
        return hikari;
    }

    @Override
    public String migrations() {
        return "db/sqlite";
    }

    /** There is one connection, so every transaction is alone. */
    @Override
    public void take(Handle handle, String name) {}

    /** With what was not written back to the file yet. */
    @Override
    public long size(Handle handle) {
        return Stream.of(file, file.resolveSibling(file.getFileName() + "-wal"))
                .map(Path::toFile)
                .mapToLong(File::length)
                .sum();
    }

    /** @throws DatabaseFailure when SQLite finds a fault in the file */
    void readThrough() throws SQLException {
        try (Connection connection = lookingOnly().getConnection()) {
            checkPages(connection);
        }
    }

    @Override
    public DataSource lookingOnly() {
        return lookingOnly(TransactionMode.DEFERRED);
    }

    private void check(DataSource source) {
        try (Connection connection = source.getConnection()) {
            checkPages(connection);
            // Takes the writer's lock, and gives it back.
            connection.setAutoCommit(false);
            connection.rollback();
        } catch (SQLException e) {
            throw explained(e);
        }
    }

    private void checkPages(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("PRAGMA quick_check(1)")) {
            if (!answer.next() || !"ok".equals(answer.getString(1))) {
                throw damaged(new SQLException("quick_check: " + answer.getString(1)));
            }
        }
    }

    /** May take as long as the reading of the whole file. */
    @Override
    public DatabaseCondition condition() {
        try {
            if (DatabaseLock.isHeld(file)) {
                return new DatabaseCondition.InUse();
            }
            return Files.exists(file) ? inspected() : new DatabaseCondition.Absent();
        } catch (IOException | SQLException | FlywayException e) {
            return new DatabaseCondition.Unusable("The database " + file + " cannot be read: " + e.getMessage());
        }
    }

    private DatabaseCondition inspected() throws SQLException {
        if (!Files.isWritable(file)) {
            return new DatabaseCondition.Unusable("The database " + file + " cannot be written to.");
        }
        check(lookingOnly(TransactionMode.IMMEDIATE));
        // A writer's transaction would write the header of an empty file as soon as Flyway commits it.
        DataSource source = lookingOnly();
        return new Schema(this, source).condition("SELECT count(*) FROM sqlite_master");
    }

    @Override
    public String unknownSchema() {
        return "The database " + file + " has a schema that this version does not know; use the version"
                + " of Earworm that wrote it, or a newer one.";
    }

    @Override
    public String somethingElse() {
        return "The database " + file + " holds something else than Earworm's songs; name another file.";
    }

    /** By SQLite's primary result codes (https://www.sqlite.org/rescode.html). */
    @Override
    public DatabaseFailure explained(SQLException failure) {
        return switch (SQLiteErrorCode.getErrorCode(failure.getErrorCode() & 0xff)) {
            case SQLITE_BUSY, SQLITE_LOCKED -> busy(failure);
            case SQLITE_CORRUPT, SQLITE_NOTADB -> damaged(failure);
            default ->
                new DatabaseFailure("The database " + file + " cannot be opened: " + failure.getMessage(), failure);
        };
    }

    private DatabaseFailure damaged(SQLException cause) {
        return new DatabaseFailure(
                "The database " + file + " is damaged or no SQLite file; nothing was changed. Restore a backup.",
                cause);
    }

    private DatabaseFailure busy(SQLException cause) {
        return new DatabaseFailure(
                "The database " + file + " is locked by another program; close that one and start again.", cause);
    }
}
