package dev.earworm.library;

import static dev.earworm.jobs.JobFixtures.ALICE;
import static dev.earworm.jobs.JobFixtures.BOB;
import static dev.earworm.jobs.JobFixtures.ELSEWHERE;
import static dev.earworm.jobs.JobFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobFixtures;
import dev.earworm.jobs.JobState;
import dev.earworm.jobs.KeptFiles;
import dev.earworm.jobs.Visibility;
import dev.earworm.quota.Account;
import dev.earworm.quota.QuotaDay;
import dev.earworm.settings.AuditEntry;
import dev.earworm.settings.GuildSettings;
import dev.earworm.storage.Database;
import dev.earworm.storage.DatabaseConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Songs that are older than their guild wants them to be. */
class RetentionTest {
    private static final Instant LONG_AGO = NOON.minus(Duration.ofDays(8));
    private static final Instant LATELY = NOON.minus(Duration.ofDays(6));

    @TempDir
    private Path folder;

    private Database database;
    private FinishedSongs songs;
    private KeptFiles files;
    private Retention retention;

    @BeforeEach
    void open() {
        database = Database.open(new DatabaseConfig("jdbc:sqlite:" + folder.resolve("earworm.db")));
        songs = new FinishedSongs(database.jobs());
        files = new KeptFiles(folder.resolve("kept"));
        retention = new Retention(database.retention(), files);
        database.settings().put(ALICE.guild(), GuildSettings.DEFAULT.withRetentionDays(Optional.of(7)));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Job posted(Account account, Instant at) {
        Job job = songs.posted(account, "a calm river", at);
        database.jobs().told(job.id());
        run("INSERT INTO reservation (job_id, guild_id, user_id, day, seconds, state) VALUES ('" + job.id() + "', "
                + account.guild().value() + ", " + account.user().value() + ", '"
                + LocalDate.ofInstant(at, ZoneOffset.UTC) + "', 30, 'COMMITTED')");
        return job;
    }

    @Test
    void anOldSongIsForgottenAndAYoungerOneIsNot() {
        Job old = posted(ALICE, LONG_AGO);
        Job young = posted(ALICE, LATELY);

        retention.forget(NOON);

        Job forgotten = database.jobs().find(old.id()).orElseThrow();
        assertThat(forgotten.request().prompt()).isEqualTo("(forgotten)");
        assertThat(forgotten.account().user().value()).isZero();
        assertThat(forgotten.trackMessage()).isEmpty();
        assertThat(forgotten.state()).isEqualTo(JobState.DELIVERED);
        assertThat(database.jobs().find(young.id())).contains(reread(young));
    }

    private Job reread(Job job) {
        Job found = database.jobs().find(job.id()).orElseThrow();
        assertThat(found.request().prompt()).isEqualTo("a calm river");
        return found;
    }

    @Test
    void guildsThatWantNothingForgottenLoseNothing() {
        Job elsewhere = posted(ELSEWHERE, NOON.minus(Duration.ofDays(300)));

        retention.forget(NOON);

        assertThat(reread(elsewhere).account()).isEqualTo(ELSEWHERE);
    }

    @Test
    void aSongThatHasNotEndedIsNeverForgotten() {
        Job queued = JobFixtures.queued(BOB, LONG_AGO);
        database.jobs().add(queued);
        Job rendered = songs.rendered(
                BOB, JobFixtures.request("a calm river", Duration.ofSeconds(30)), Visibility.PUBLIC, LONG_AGO);

        retention.forget(NOON);

        assertThat(reread(queued).account()).isEqualTo(BOB);
        assertThat(reread(rendered).account()).isEqualTo(BOB);
    }

    @Test
    void aSongThatWaitsForItsMemberGoesWithItsFile() throws Exception {
        Job kept = songs.kept(ALICE, "a calm river", LONG_AGO, NOON.plus(Duration.ofDays(20)));
        Path file = Files.createDirectories(
                        folder.resolve("kept").resolve(kept.id().value()))
                .resolve("song.mp3");
        Files.writeString(file, "sound");

        retention.forget(NOON);

        assertThat(file).doesNotExist();
        assertThat(database.keptSongs().all()).isEmpty();
    }

    @Test
    void theQuotaOfTheMonthKnowsTheMemberUntilTheMonthIsOver() {
        posted(ALICE, LONG_AGO);

        retention.forget(NOON);
        database.personalData().forgetLeftovers(QuotaDay.of(NOON));
        assertThat(number("SELECT count(*) FROM reservation WHERE user_id = 10"))
                .isEqualTo(1);

        Instant nextMonth = Instant.parse("2026-12-15T12:00:00Z");
        retention.forget(nextMonth);
        assertThat(number("SELECT count(*) FROM reservation WHERE user_id = 10"))
                .isZero();
        assertThat(number("SELECT sum(seconds) FROM reservation")).isEqualTo(30);
    }

    @Test
    void moreSongsThanAreForgottenAtATimeAreAllForgotten() {
        for (int i = 0; i < 450; i++) {
            Job job = songs.posted(ALICE, "a calm river", LONG_AGO.minusSeconds(i));
            database.jobs().told(job.id());
        }

        retention.forget(NOON);

        assertThat(number("SELECT count(*) FROM job WHERE user_id <> 0")).isZero();
    }

    @Test
    void theAuditLogOfThatGuildIsAsOldAtMostAndThatOfAllNoOlderThanFourHundredDays() {
        database.auditLog().add(new AuditEntry(ALICE.guild(), ALICE.user(), LONG_AGO, "old"));
        database.auditLog().add(new AuditEntry(ALICE.guild(), ALICE.user(), LATELY, "young"));
        database.auditLog().add(new AuditEntry(ELSEWHERE.guild(), ELSEWHERE.user(), LONG_AGO, "old"));
        database.auditLog()
                .add(new AuditEntry(ELSEWHERE.guild(), ELSEWHERE.user(), NOON.minus(Duration.ofDays(401)), "very old"));

        retention.forget(NOON);

        assertThat(database.auditLog().latest(ALICE.guild(), 10))
                .extracting(AuditEntry::what)
                .containsExactly("young");
        assertThat(database.auditLog().latest(ELSEWHERE.guild(), 10))
                .extracting(AuditEntry::what)
                .containsExactly("old");
    }

    @Test
    void whatASongTookIsKnownForFourHundredDays() {
        posted(ELSEWHERE, NOON.minus(Duration.ofDays(401)));
        posted(ELSEWHERE, NOON.minus(Duration.ofDays(399)));

        retention.forget(NOON);

        assertThat(number("SELECT count(*) FROM reservation")).isEqualTo(1);
    }

    private void run(String sql) {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int number(String sql) {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            return answer.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("earworm.db"));
    }
}
