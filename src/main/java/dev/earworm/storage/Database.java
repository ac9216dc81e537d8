package dev.earworm.storage;

import com.zaxxer.hikari.HikariConfig;
import dev.earworm.drafts.DraftStore;
import dev.earworm.jobs.JobStore;
import dev.earworm.jobs.LoggedSongs;
import dev.earworm.jobs.SongCensus;
import dev.earworm.jobs.SongCopies;
import dev.earworm.jobs.Transactions;
import dev.earworm.jobs.VoiceMessageStore;
import dev.earworm.library.KeptStore;
import dev.earworm.library.LibraryStore;
import dev.earworm.privacy.PersonalDataStore;
import dev.earworm.quota.BlockedMembers;
import dev.earworm.quota.BudgetWarnings;
import dev.earworm.quota.QuotaGrants;
import dev.earworm.quota.QuotaLedger;
import dev.earworm.quota.QuotaRules;
import dev.earworm.settings.AuditLog;
import dev.earworm.settings.RegisteredGuilds;
import dev.earworm.settings.SettingsStore;
import dev.earworm.usage.UsageStore;
import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/**
 * The SQLite file: locked for this process, migrated, and opened with write-ahead log and full synchronisation, so that
 * a committed write survives a power cut.
 *
 * <p>There is one connection. SQLite has one writer anyway; waiting for it in the pool is fair and costs nothing, waiting
 * inside SQLite would hold a carrier thread.
 */
public final class Database implements AutoCloseable {
    private static final String PREFIX = "jdbc:sqlite:";
    private static final Duration BUSY = Duration.ofSeconds(10);
    /** Whoever has it that long before anything is under way will not give it back soon. */
    private static final Duration BUSY_AT_START = Duration.ofSeconds(2);

    private final Path file;
    private final DatabaseLock lock;
    private final Connections connections;
    private final Jdbi jdbi;
    private final SettingsStore settings;

    private Database(Path file, DatabaseLock lock, Connections connections) {
        this.file = file;
        this.lock = lock;
        this.connections = connections;
        this.jdbi = Jdbi.create(connections);
        this.settings = new JdbiSettingsStore(jdbi);
    }

    /**
     * Opens the database and brings its schema up to date.
     *
     * @throws DatabaseFailure if it is locked, damaged, newer than this program, or cannot be written
     */
    public static Database open(DatabaseConfig config) {
        return open(config, UnaryOperator.identity());
    }

    /** The same through a wrapper around every connection, with which tests cut the power. */
    public static Database open(DatabaseConfig config, UnaryOperator<DataSource> wrapper) {
        Path file = file(config);
        DatabaseLock lock = DatabaseLock.of(file);
        try {
            // Before there is a pool: it would try a damaged file again and again for half a minute.
            check(source(config.url(), BUSY_AT_START), file);
            DataSource source = source(config.url(), BUSY);
            migrate(source, file);
            return new Database(file, lock, connections(wrapper.apply(source)));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    static Path file(DatabaseConfig config) {
        return Path.of(config.url().substring(PREFIX.length()));
    }

    /** Without the write-ahead log, which the file would remember. */
    static DataSource lookingOnly(String url, TransactionMode mode) {
        SQLiteConfig sqlite = new SQLiteConfig();
        sqlite.setTransactionMode(mode);
        sqlite.setBusyTimeout(Math.toIntExact(BUSY_AT_START.toMillis()));
        SQLiteDataSource source = new SQLiteDataSource(sqlite);
        source.setUrl(url);
        return source;
    }

    private static DataSource source(String url, Duration patience) {
        SQLiteConfig sqlite = new SQLiteConfig();
        sqlite.setJournalMode(JournalMode.WAL);
        sqlite.setSynchronous(SynchronousMode.FULL);
        sqlite.setTransactionMode(TransactionMode.IMMEDIATE);
        sqlite.enforceForeignKeys(true);
        sqlite.setBusyTimeout(Math.toIntExact(patience.toMillis()));
        SQLiteDataSource source = new SQLiteDataSource(sqlite);
        source.setUrl(url);
        return source;
    }

    private static Connections connections(DataSource source) {
        HikariConfig hikari = new HikariConfig();
        hikari.setPoolName("sqlite");
        hikari.setDataSource(source);
        hikari.setMaximumPoolSize(1);
        return new Connections(hikari);
    }

    static void check(DataSource source, Path file) {
        try (Connection connection = source.getConnection()) {
            checkPages(connection, file);
            // Takes the writer's lock, and gives it back.
            connection.setAutoCommit(false);
            connection.rollback();
        } catch (SQLException e) {
            throw explained(file, e);
        }
    }

    /** @throws DatabaseFailure when SQLite finds a fault in it */
    static void checkPages(DataSource source, Path file) throws SQLException {
        try (Connection connection = source.getConnection()) {
            checkPages(connection, file);
        }
    }

    private static void checkPages(Connection connection, Path file) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("PRAGMA quick_check(1)")) {
            if (!answer.next() || !"ok".equals(answer.getString(1))) {
                throw damaged(file, new SQLException("quick_check: " + answer.getString(1)));
            }
        }
    }

    private static void migrate(DataSource source, Path file) {
        try {
            flyway(source).migrate();
        } catch (FlywayValidateException e) {
            throw new DatabaseFailure(unknownSchema(file), e);
        } catch (FlywayException e) {
            throw Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                    .filter(SQLException.class::isInstance)
                    .findFirst()
                    .map(cause -> explained(file, (SQLException) cause))
                    .orElseGet(() -> new DatabaseFailure(somethingElse(file), e));
        }
    }

    static Flyway flyway(DataSource source) {
        return Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/sqlite")
                .validateMigrationNaming(true)
                // By default a schema from a newer version would be taken as it is.
                .ignoreMigrationPatterns(new String[0])
                .load();
    }

    static String unknownSchema(Path file) {
        return "The database " + file + " has a schema that this version does not know; use the version"
                + " of Earworm that wrote it, or a newer one.";
    }

    static String somethingElse(Path file) {
        return "The database " + file + " holds something else than Earworm's songs; name another file.";
    }

    /** By SQLite's primary result codes (https://www.sqlite.org/rescode.html). */
    private static DatabaseFailure explained(Path file, SQLException failure) {
        return switch (SQLiteErrorCode.getErrorCode(failure.getErrorCode() & 0xff)) {
            case SQLITE_BUSY, SQLITE_LOCKED -> busy(file, failure);
            case SQLITE_CORRUPT, SQLITE_NOTADB -> damaged(file, failure);
            default ->
                new DatabaseFailure("The database " + file + " cannot be opened: " + failure.getMessage(), failure);
        };
    }

    private static DatabaseFailure damaged(Path file, SQLException cause) {
        return new DatabaseFailure(
                "The database " + file + " is damaged or no SQLite file; nothing was changed. Restore a backup.",
                cause);
    }

    private static DatabaseFailure busy(Path file, SQLException cause) {
        return new DatabaseFailure(
                "The database " + file + " is locked by another program; close that one and start again.", cause);
    }

    /** For the job runner's own table; its writes take part in a transaction that is open on their thread. */
    public DataSource dataSource() {
        return connections;
    }

    public Transactions transactions() {
        return new JdbiTransactions(jdbi, connections);
    }

    public JobStore jobs() {
        return new JdbiJobStore(jdbi);
    }

    public SongCensus census() {
        return new JdbiSongCensus(jdbi);
    }

    public QuotaLedger ledger() {
        return new JdbiQuotaLedger(jdbi);
    }

    public QuotaRules quotaRules() {
        return new JdbiQuotaRules(jdbi);
    }

    public QuotaGrants quotaGrants() {
        return new JdbiQuotaGrants(jdbi);
    }

    public BlockedMembers blockedMembers() {
        return new JdbiBlockedMembers(jdbi);
    }

    public BudgetWarnings budgetWarnings() {
        return new JdbiBudgetWarnings(jdbi);
    }

    public SettingsStore settings() {
        return settings;
    }

    public AuditLog auditLog() {
        return new JdbiAuditLog(jdbi);
    }

    public UsageStore usage() {
        return new JdbiUsageStore(jdbi);
    }

    public RegisteredGuilds registeredGuilds() {
        return new JdbiRegisteredGuilds(jdbi);
    }

    public LibraryStore library() {
        return new JdbiLibraryStore(jdbi);
    }

    public KeptStore keptSongs() {
        return new JdbiKeptStore(jdbi);
    }

    public SongCopies copies() {
        return new JdbiSongCopies(jdbi);
    }

    public LoggedSongs loggedSongs() {
        return new JdbiLoggedSongs(jdbi);
    }

    public PersonalDataStore personalData() {
        return new JdbiPersonalDataStore(jdbi);
    }

    public DraftStore drafts() {
        return new JdbiDraftStore(jdbi);
    }

    public VoiceMessageStore voiceMessages() {
        return new JdbiVoiceMessageStore(jdbi);
    }

    /** From now on the pool reports there: to the registry of a library that HikariCP knows. May be called once. */
    public void reportTo(Object metricRegistry) {
        connections.setMetricRegistry(metricRegistry);
    }

    /** How much room it takes on disk, in bytes. */
    public long size() {
        return Stream.of(file, file.resolveSibling(file.getFileName() + "-wal"))
                .map(Path::toFile)
                .mapToLong(File::length)
                .sum();
    }

    /** Whether the database answers. */
    public boolean isWell() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT 1").mapTo(Integer.class).one() == 1);
    }

    @Override
    public void close() {
        try (lock) {
            connections.close();
        }
    }
}
