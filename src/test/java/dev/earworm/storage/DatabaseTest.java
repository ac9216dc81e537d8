package dev.earworm.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earworm.jobs.JobFixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir
    private Path folder;

    @Test
    void aFolderThatIsNotThereIsMade() {
        Path nested = folder.resolve("a/b/earworm.db");
        try (Database database = open(nested)) {
            assertThat(database.isWell()).isTrue();
        }
        assertThat(nested).exists();
    }

    @Test
    void songsSurviveClosingAndOpening() {
        var job = JobFixtures.queued(JobFixtures.ALICE, JobFixtures.NOON);
        try (Database database = open(file())) {
            database.jobs().add(job);
        }
        try (Database database = open(file())) {
            assertThat(database.jobs().find(job.id())).contains(job);
        }
    }

    @Test
    void aSecondProcessOnTheSameFileIsRefused() {
        try (Database first = open(file())) {
            assertThatThrownBy(() -> open(file()))
                    .isInstanceOf(DatabaseFailure.class)
                    .hasMessageContaining("in use by another Earworm");
            assertThat(first.isWell()).isTrue();
        }
        open(file()).close();
    }

    @Test
    void aFileThatAnotherProgramWritesToIsNamedAndLeftAsItIs() throws SQLException {
        open(file()).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");

            assertThatThrownBy(() -> open(file()))
                    .isInstanceOf(DatabaseFailure.class)
                    .hasMessageContaining("is locked by another program")
                    // Seen before the migration begins, which would put a stack trace into the log.
                    .hasCauseInstanceOf(SQLException.class);
        }
        open(file()).close();
    }

    @Test
    void aFileThatIsNoDatabaseIsNamedAndLeftAsItIs() throws IOException {
        byte[] garbage = "this is a shopping list, not a database. ".repeat(200).getBytes(UTF_8);
        Files.write(file(), garbage);

        assertThatThrownBy(() -> open(file()))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessageContaining("damaged or no SQLite file");
        assertThat(file()).hasBinaryContent(garbage);
    }

    @Test
    void aDatabaseWithATornPageIsNamedAndLeftAsItIs() throws IOException {
        try (Database database = open(file())) {
            for (int i = 0; i < 200; i++) {
                database.jobs().add(JobFixtures.queued(JobFixtures.ALICE, JobFixtures.NOON.plusMillis(i)));
            }
        }
        byte[] bytes = Files.readAllBytes(file());
        for (int i = bytes.length / 2; i < bytes.length / 2 + 8192; i++) {
            bytes[i] = (byte) 0xA5;
        }
        Files.write(file(), bytes);

        assertThatThrownBy(() -> open(file()))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessageContaining("damaged");
        assertThat(file()).hasBinaryContent(bytes);
    }

    @Test
    void aPathThatCannotBeOpenedIsNotCalledDamaged() throws IOException {
        Files.createDirectory(file());

        assertThatThrownBy(() -> open(file()))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessageContaining("cannot be opened")
                .hasMessageNotContaining("damaged");
    }

    @Test
    void aDatabaseOfSomebodyElseIsRefusedAndLeftAsItIs() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE recipe (name TEXT)");
        }

        assertThatThrownBy(() -> open(file()))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessageContaining(file().toString());
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement();
                var tables = statement.executeQuery("SELECT count(*) FROM sqlite_master")) {
            assertThat(tables.getInt(1)).isEqualTo(1);
        }
    }

    @Test
    void aSchemaFromTheFutureIsRefused() throws SQLException {
        open(file()).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO flyway_schema_history SELECT 99, '999', 'future', type, 'V999__future.sql',"
                    + " checksum, installed_by, installed_on, execution_time, success FROM flyway_schema_history"
                    + " LIMIT 1");
        }

        assertThatThrownBy(() -> open(file()))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessageContaining("a schema that this version does not know");
    }

    private Path file() {
        return folder.resolve("earworm.db");
    }

    private static Database open(Path file) {
        return Database.open(new DatabaseConfig("jdbc:sqlite:" + file));
    }
}
