package dev.earworm.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A real PostgreSQL for all tests of this process: started when the first asks for it, gone with the process. Databases are
 * copies of one whose schema is up to date.
 */
public final class PostgresServer {
    private static final String TEMPLATE = "up_to_date";

    private static final String EMPTY = """
            DO $$ BEGIN
                EXECUTE (SELECT 'TRUNCATE ' || string_agg(tablename, ', ') || ' RESTART IDENTITY' FROM pg_tables
                         WHERE schemaname = 'public' AND tablename <> 'flyway_schema_history');
            END $$
            """;

    private final EmbeddedPostgres server;
    private final Map<String, DatabaseConfig> databases = new ConcurrentHashMap<>();

    /** The holder is loaded when it is first asked for. */
    private static final class Running {
        private static final PostgresServer SERVER = new PostgresServer();
    }

    private PostgresServer() {
        try {
            server = EmbeddedPostgres.builder()
                    // Every test has a pool, and those of whole programs are open at the same time.
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setDataDirectoryCustomizer(PostgresServer::askForAPassword)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        execute("CREATE USER guarded PASSWORD 'right'");
        execute("CREATE DATABASE " + TEMPLATE);
        Database.open(config(TEMPLATE)).close();
    }

    /** One user; everybody else is let in without. */
    private static void askForAPassword(File data) {
        Path rules = data.toPath().resolve("pg_hba.conf");
        try {
            Files.writeString(rules, "host all guarded all scram-sha-256\n" + Files.readString(rules));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A database of this name, made with the schema of today when it is first asked for. */
    static DatabaseConfig database(String name) {
        return Running.SERVER.named(name);
    }

    /** The same with nothing in its tables, which is quicker than another database. */
    static DatabaseConfig emptied(String name) {
        DatabaseConfig config = database(name);
        try (Connection connection = connect(config);
                Statement statement = connection.createStatement()) {
            statement.execute(EMPTY);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return config;
    }

    /** One without tables, as nobody else has it. */
    public static DatabaseConfig empty() {
        return Running.SERVER.made("");
    }

    /** @param clauses of {@code CREATE DATABASE} */
    static DatabaseConfig made(String... clauses) {
        return Running.SERVER.made(" " + String.join(" ", clauses));
    }

    /** The address of a database of that name, whether there is one or not. */
    public static String url(String name) {
        return Running.SERVER.config(name).url();
    }

    private DatabaseConfig named(String name) {
        return databases.computeIfAbsent(name, _ -> made(" TEMPLATE " + TEMPLATE));
    }

    private DatabaseConfig made(String from) {
        String name = "test_" + Long.toUnsignedString(System.nanoTime());
        execute("CREATE DATABASE " + name + from);
        return config(name);
    }

    private DatabaseConfig config(String name) {
        return new DatabaseConfig("jdbc:postgresql://localhost:" + server.getPort() + "/" + name)
                .withUser(Optional.of("postgres"));
    }

    private void execute(String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A line of a test's own to any of the two databases. */
    public static Connection connect(DatabaseConfig config) throws SQLException {
        return config.user().isPresent()
                ? DriverManager.getConnection(
                        config.url(), config.user().get(), config.password().orElse(""))
                : DriverManager.getConnection(config.url());
    }
}
