package dev.earworm.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.storage.DatabaseCondition.Absent;
import dev.earworm.storage.DatabaseCondition.InUse;
import dev.earworm.storage.DatabaseCondition.Unusable;
import dev.earworm.storage.DatabaseCondition.Usable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseInspectionTest {
    @TempDir
    private Path folder;

    @Test
    void whereThereIsNoDatabaseNoneIsMade() throws IOException {
        assertThat(condition()).isEqualTo(new Absent());
        assertThat(files()).isEmpty();
    }

    @Test
    void aDatabaseThatWasClosedIsUsableAndLeftAsItIs() throws IOException {
        Database.open(config()).close();
        List<Path> before = files();
        byte[] bytes = Files.readAllBytes(file());

        assertThat(condition()).isEqualTo(new Usable(0));
        assertThat(files()).isEqualTo(before);
        assertThat(file()).hasBinaryContent(bytes);
    }

    @Test
    void aRunningEarwormKeepsItsDatabase() {
        try (Database running = Database.open(config())) {
            assertThat(condition()).isEqualTo(new InUse());
            assertThat(running.isWell()).isTrue();
        }
        assertThat(condition()).isEqualTo(new Usable(0));
    }

    @Test
    void aDatabaseOfAnEarlierVersionIsUsableAndNotMigrated() throws SQLException {
        Database.open(config()).close();
        execute("DELETE FROM flyway_schema_history"
                + " WHERE installed_rank = (SELECT max(installed_rank) FROM flyway_schema_history)");

        assertThat(condition()).isEqualTo(new Usable(1));
        assertThat(condition()).isEqualTo(new Usable(1));
    }

    @Test
    void anEmptyFileBecomesADatabaseAtTheFirstStart() throws IOException {
        Files.createFile(file());

        assertThat(condition())
                .isInstanceOfSatisfying(
                        Usable.class,
                        usable -> assertThat(usable.pendingSteps()).isPositive());
        assertThat(file()).isEmptyFile();
    }

    @Test
    void aDatabaseOfALaterVersionIsNamed() throws SQLException {
        Database.open(config()).close();
        execute("INSERT INTO flyway_schema_history SELECT 99, '999', 'future', type, 'V999__future.sql', checksum,"
                + " installed_by, installed_on, execution_time, success FROM flyway_schema_history LIMIT 1");

        assertThat(condition())
                .isEqualTo(new Unusable("The database " + file() + " has a schema that this version does not know;"
                        + " use the version of Earworm that wrote it, or a newer one."));
    }

    @Test
    void aDatabaseOfSomebodyElseIsNamed() throws SQLException {
        execute("CREATE TABLE recipe (name TEXT)");

        assertThat(condition())
                .isEqualTo(new Unusable(
                        "The database " + file() + " holds something else than Earworm's songs; name another file."));
    }

    @Test
    void aFileThatIsNoDatabaseIsNamedAndLeftAsItIs() throws IOException {
        byte[] garbage = "this is a shopping list, not a database. ".repeat(200).getBytes(UTF_8);
        Files.write(file(), garbage);

        assertThat(condition())
                .isEqualTo(new Unusable("The database " + file()
                        + " is damaged or no SQLite file; nothing was changed. Restore a backup."));
        assertThat(file()).hasBinaryContent(garbage);
    }

    @Test
    void aFileThatAnotherProgramWritesToIsNamed() throws SQLException {
        Database.open(config()).close();
        try (Connection connection = DriverManager.getConnection(config().url());
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");

            assertThat(condition())
                    .isEqualTo(new Unusable("The database " + file()
                            + " is locked by another program; close that one and start again."));
        }
    }

    private DatabaseCondition condition() {
        return DatabaseInspection.of(config());
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(config().url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private Path file() {
        return folder.resolve("earworm.db");
    }

    private DatabaseConfig config() {
        return new DatabaseConfig("jdbc:sqlite:" + file());
    }
}
