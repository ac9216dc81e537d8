package dev.earworm.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.jobs.JobFixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of a database in use. */
class DatabaseBackupTest {
    @TempDir
    private Path folder;

    private DatabaseConfig config;
    private Path copy;

    @BeforeEach
    void choose() {
        config = new DatabaseConfig("jdbc:sqlite:" + folder.resolve("earworm.db"));
        copy = folder.resolve("copy.db");
    }

    @Test
    void aCopyIsWholeWhileSongsAreWritten() throws Exception {
        try (Database database = Database.open(config)) {
            CountDownLatch written = new CountDownLatch(20);
            Thread writer = Thread.ofVirtual().start(() -> {
                for (Instant at = JobFixtures.NOON; !Thread.currentThread().isInterrupted(); at = at.plusMillis(1)) {
                    database.jobs().add(JobFixtures.queued(JobFixtures.ALICE, at));
                    written.countDown();
                }
            });
            written.await();

            BackupResult result = DatabaseBackup.make(config, copy);

            writer.interrupt();
            writer.join();
            assertThat(result).isEqualTo(new BackupResult.Made(copy.toAbsolutePath(), Files.size(copy)));
            assertThat(answer("PRAGMA quick_check")).isEqualTo("ok");
            assertThat(Integer.parseInt(answer("SELECT count(*) FROM job"))).isGreaterThanOrEqualTo(20);
            assertThat(answer("SELECT max(version + 0) FROM flyway_schema_history"))
                    .isEqualTo(
                            answer("SELECT max(version + 0) FROM flyway_schema_history", folder.resolve("earworm.db")));
        }
        assertThat(files()).contains("copy.db").noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void aRestoredCopyIsTheDatabaseThatItWas() {
        try (Database database = Database.open(config)) {
            database.jobs().add(JobFixtures.queued(JobFixtures.ALICE, JobFixtures.NOON));
            DatabaseBackup.make(config, copy);
            database.jobs().add(JobFixtures.queued(JobFixtures.BOB, JobFixtures.NOON));
        }

        try (Database restored = Database.open(new DatabaseConfig("jdbc:sqlite:" + copy))) {
            assertThat(restored.jobs().unfinished()).hasSize(1);
            assertThat(restored.jobs().unfinished().getFirst().account()).isEqualTo(JobFixtures.ALICE);
        }
    }

    @Test
    void nobodyElseCanReadIt() throws IOException {
        Database.open(config).close();
        DatabaseBackup.make(config, copy);

        if (Files.getFileAttributeView(copy, PosixFileAttributeView.class) != null) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aFileThatIsThereStaysAsItIs() throws IOException {
        Database.open(config).close();
        Files.writeString(copy, "the only copy of something");

        assertThat(DatabaseBackup.make(config, copy)).isEqualTo(new BackupResult.InTheWay(copy));
        assertThat(copy).hasContent("the only copy of something");
    }

    @Test
    void whereThereIsNothingToCopyNothingIsMade() throws IOException {
        assertThat(DatabaseBackup.make(config, copy))
                .isEqualTo(new BackupResult.NothingThere(folder.resolve("earworm.db")));
        assertThat(files()).isEmpty();
    }

    @Test
    void aDamagedDatabaseIsNotPassedOffAsACopy() throws IOException {
        Files.writeString(folder.resolve("earworm.db"), "this is no database, whatever it is called".repeat(200));

        assertThat(DatabaseBackup.make(config, copy)).isInstanceOf(BackupResult.Failed.class);
        assertThat(files()).containsExactly("earworm.db");
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        Database.open(config).close();

        assertThat(DatabaseBackup.make(config, folder.resolve("nowhere").resolve("copy.db")))
                .isEqualTo(new BackupResult.Failed("there is no folder " + folder.resolve("nowhere")));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private String answer(String sql) throws SQLException {
        return answer(sql, copy);
    }

    private static String answer(String sql, Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            return answer.getString(1);
        }
    }
}
