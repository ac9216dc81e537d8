package dev.earworm.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both databases take the same steps to the same tables, from the ninth on, with which PostgreSQL began. */
class SchemasTest {
    private static final int FIRST_OF_POSTGRESQL = 9;
    private static final Path FOLDER = Path.of("src/main/resources/db");

    @TempDir
    private Path folder;

    @Test
    void bothHaveTheSameSteps() throws IOException {
        Set<String> sqlite = steps("sqlite").stream()
                .filter(step -> number(step) > FIRST_OF_POSTGRESQL)
                .collect(Collectors.toSet());
        Set<String> postgresql = steps("postgresql").stream()
                .filter(step -> number(step) != FIRST_OF_POSTGRESQL)
                .collect(Collectors.toSet());

        assertThat(postgresql).isEqualTo(sqlite);
        assertThat(steps("postgresql")).contains("V9__earworm.sql");
    }

    @Test
    void bothHaveTheSameTablesWithTheSameColumns() throws SQLException {
        assertThat(columns(Engine.POSTGRESQL)).isEqualTo(columns(Engine.SQLITE));
    }

    private static Set<String> steps(String database) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve(database))) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    private static int number(String step) {
        return Integer.parseInt(step.substring(1, step.indexOf('_')));
    }

    /** As {@code job.lyrics may be empty}. */
    private SortedSet<String> columns(Engine engine) throws SQLException {
        DatabaseConfig config = engine.in(folder);
        Database.open(config).close();
        SortedSet<String> found = new TreeSet<>();
        try (Connection connection = PostgresServer.connect(config)) {
            DatabaseMetaData schema = connection.getMetaData();
            try (ResultSet tables = schema.getTables(null, schemaOf(engine), null, new String[] {"TABLE"})) {
                while (tables.next()) {
                    String table = tables.getString("TABLE_NAME");
                    if (!table.equals("flyway_schema_history")) {
                        found.addAll(columns(schema, engine, table));
                    }
                }
            }
        }
        assertThat(found).hasSizeGreaterThan(80);
        return found;
    }

    private static SortedSet<String> columns(DatabaseMetaData schema, Engine engine, String table) throws SQLException {
        SortedSet<String> keys = new TreeSet<>();
        try (ResultSet key = schema.getPrimaryKeys(null, schemaOf(engine), table)) {
            while (key.next()) {
                keys.add(key.getString("COLUMN_NAME"));
            }
        }
        SortedSet<String> found = new TreeSet<>();
        try (ResultSet columns = schema.getColumns(null, schemaOf(engine), table, null)) {
            while (columns.next()) {
                String name = columns.getString("COLUMN_NAME");
                // A key is never empty, though SQLite does not say so.
                boolean mayBeEmpty =
                        columns.getInt("NULLABLE") == DatabaseMetaData.columnNullable && !keys.contains(name);
                found.add(table + "." + name + (keys.contains(name) ? " is a key" : mayBeEmpty ? " may be empty" : ""));
            }
        }
        return found;
    }

    private static @Nullable String schemaOf(Engine engine) {
        return switch (engine) {
            case SQLITE -> null;
            case POSTGRESQL -> "public";
        };
    }
}
