package dev.earworm.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earworm.jobs.ChannelId;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobFixtures;
import dev.earworm.jobs.JobState;
import dev.earworm.jobs.MessageId;
import dev.earworm.jobs.PostedAt;
import dev.earworm.jobs.Refusal;
import dev.earworm.music.JobId;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Reference;
import dev.earworm.music.Suggestion;
import dev.earworm.music.TrackDetails;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

class DatabaseTest {
    private static final String RUNNING = JobId.next(JobFixtures.NOON).value();
    private static final String RENDERED = JobId.next(JobFixtures.NOON).value();
    private static final String REFUSED = JobId.next(JobFixtures.NOON).value();
    private static final String HUM =
            "{\"url\":\"https://cdn.example/hum.mp3\",\"fileName\":\"hum.mp3\",\"size\":30000,\"contentType\":\"audio/mpeg\"}";

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
    void songsOfTheFirstVersionGoOnAsTheyWere() throws SQLException {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file());
        Flyway.configure()
                .configuration(
                        new Schema(Dialect.of(config(file())), source).flyway().getConfiguration())
                .target("1")
                .load()
                .migrate();
        String columns =
                "INSERT INTO job (id, guild_id, user_id, channel_id, visibility, upload_limit, provider, model,"
                        + " prompt, length_ms, instrumental, format, reference, accepted_at, state, due_at, submitted_at,"
                        + " provider_job_id, title, refusal, suggestion, told) VALUES ";
        String start = ", 1, 10, 100, 'PUBLIC', 8000000, 'elevenlabs', 'music_v1', 'a calm river', 30000, 0, 'MP3', ";
        execute(columns + "('" + RUNNING + "'" + start + "'" + HUM + "', 1, 'RENDERING', 1, 1, 'at-vendor', NULL,"
                + " NULL, NULL, 0)");
        execute(columns + "('" + RENDERED + "'" + start + "NULL, 1, 'RENDERED', 1, 1, NULL, 'River', NULL, NULL, 0)");
        execute(columns + "('" + REFUSED + "'" + start + "NULL, 1, 'FAILED', 1, 1, NULL, NULL, 'CONTENT_REFUSED',"
                + " 'a gentle river', 0)");

        try (Database database = open(file())) {
            Job running = database.jobs().find(new JobId(RUNNING)).orElseThrow();
            assertThat(running.state()).isEqualTo(JobState.RENDERING);
            assertThat(running.request().reference()).map(Reference::fileName).contains("hum.mp3");
            assertThat(running.costs().estimated()).isEmpty();
            assertThat(running.tried()).isEmpty();
            assertThat(database.jobs().findRendering("elevenlabs", new ProviderJobId("at-vendor")))
                    .contains(running.id());
            assertThat(database.jobs().find(new JobId(RENDERED)).map(Job::details))
                    .contains(TrackDetails.titled("River"));
            assertThat(database.jobs().find(new JobId(REFUSED)).flatMap(Job::refusal))
                    .contains(new Refusal(
                            Refusal.Reason.CONTENT_REFUSED, Optional.of(new Suggestion.OtherPrompt("a gentle river"))));
            assertThat(database.jobs().unfinished()).hasSize(3);
        }
    }

    @Test
    void aPublicSongOfBeforeWasPostedWhereItWasAskedForAndAPrivateOneNobodyKnowsWhere() throws SQLException {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file());
        Flyway.configure()
                .configuration(
                        new Schema(Dialect.of(config(file())), source).flyway().getConfiguration())
                .target("4")
                .load()
                .migrate();
        String columns =
                "INSERT INTO job (id, guild_id, user_id, channel_id, visibility, upload_limit, provider, model,"
                        + " prompt, length_ms, instrumental, format, accepted_at, state, due_at, track_message_id, told) VALUES ";
        String rest = ", 8000000, 'synth', 'gm', 'a calm river', 30000, 0, 'MP3', 1, 'DELIVERED', 1, 55, 1)";
        execute(columns + "('" + RUNNING + "', 1, 10, 100, 'PUBLIC'" + rest);
        execute(columns + "('" + RENDERED + "', 1, 10, 100, 'PRIVATE'" + rest);

        try (Database database = open(file())) {
            assertThat(database.jobs().find(new JobId(RUNNING)).flatMap(Job::trackMessage))
                    .contains(new PostedAt(new ChannelId(100), new MessageId(55)));
            assertThat(database.jobs().find(new JobId(RENDERED)).flatMap(Job::trackMessage))
                    .isEmpty();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
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
        return Database.open(config(file));
    }

    private static DatabaseConfig config(Path file) {
        return new DatabaseConfig("jdbc:sqlite:" + file);
    }
}
