package dev.earworm.storage;

import static dev.earworm.quota.QuotaFixtures.used;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.jobs.JobFixtures;
import dev.earworm.music.JobId;
import dev.earworm.music.Usd;
import dev.earworm.quota.Account;
import dev.earworm.quota.Charge;
import dev.earworm.quota.Pot;
import dev.earworm.quota.QuotaDay;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** A database of before quotas in money: what its songs cost counts from now on, in doubt the higher figure. */
class LedgerMigrationTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final QuotaDay DAY = QuotaDay.of(NOON);

    @TempDir
    private Path folder;

    private int songs;

    @BeforeEach
    void before() {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl(url());
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/sqlite")
                .target("9")
                .load()
                .migrate();
    }

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("earworm.db");
    }

    /** Each by a member of its own. */
    private Account song(String state, String reservation, String columns, String values) throws SQLException {
        Account account = JobFixtures.account(1, ++songs);
        String id = id(songs);
        execute("INSERT INTO job (id, guild_id, user_id, channel_id, visibility, upload_limit, provider, model, prompt,"
                + " length_ms, instrumental, format, accepted_at, due_at, state, cost_estimated" + columns + ")"
                + " VALUES ('" + id + "', 1, " + songs
                + ", 100, 'PUBLIC', 8000000, 'elevenlabs', 'music_v2', 'a river',"
                + " 30000, 0, 'MP3', " + NOON.toEpochMilli() + ", 1, '" + state + "', 100000" + values + ")");
        execute("INSERT INTO reservation (job_id, guild_id, user_id, day, seconds, state) VALUES ('" + id + "', 1, "
                + songs + ", '2026-11-21', 30, '" + reservation + "')");
        return account;
    }

    private static String id(int song) {
        return JobId.at(NOON, song).value();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void whatWasSpentIsCountedAndWhatWasNotIsNot() throws SQLException {
        Account estimated = song("DELIVERED", "COMMITTED", "", "");
        Account charged = song("DELIVERED", "COMMITTED", ", cost_actual", ", 40000");
        Account lostOnce = song("DELIVERED", "COMMITTED", ", cost_actual, lost_submits", ", 40000, 1");
        Account waiting = song("QUEUED", "RESERVED", "", "");
        Account calledBack = song("CANCELLED", "RELEASED", "", "");
        Account turnedAway = song("FAILED", "RELEASED", ", refusal", ", 'BAD_REQUEST'");
        Account lostTwice = song("FAILED", "RELEASED", ", refusal, lost_submits", ", 'OUTCOME_UNKNOWN', 2");
        Account failedLater = song("FAILED", "RELEASED", ", refusal, provider_job_id", ", 'CONTENT_REFUSED', 'x'");

        try (Database database = Database.open(new DatabaseConfig(url()))) {
            assertThat(database.ledger().usage(estimated, DAY)).isEqualTo(used(1, 30, Usd.of("0.10"), 0));
            assertThat(database.ledger().usage(charged, DAY)).isEqualTo(used(1, 30, Usd.of("0.04"), 0));
            assertThat(database.ledger().usage(lostOnce, DAY)).isEqualTo(used(1, 30, Usd.of("0.14"), 0));
            assertThat(database.ledger().usage(waiting, DAY)).isEqualTo(used(1, 30, Usd.of("0.10"), 1));
            assertThat(database.ledger().usage(calledBack, DAY)).isEqualTo(used(0, 0, Usd.ZERO, 0));
            assertThat(database.ledger().usage(turnedAway, DAY)).isEqualTo(used(0, 0, Usd.ZERO, 0));
            assertThat(database.ledger().usage(lostTwice, DAY)).isEqualTo(used(0, 0, Usd.of("0.20"), 0));
            assertThat(database.ledger().usage(failedLater, DAY)).isEqualTo(used(0, 0, Usd.of("0.10"), 0));
            assertThat(database.ledger().usage(Pot.INSTANCE, estimated, DAY))
                    .isEqualTo(used(4, 120, Usd.of("0.68"), 1));
        }
    }

    @Test
    void aSongThatWasUnderWayEndsAsAnyOther() throws SQLException {
        Account lost = song("SUBMITTING", "RESERVED", ", lost_submits", ", 1");

        try (Database database = Database.open(new DatabaseConfig(url()))) {
            assertThat(database.ledger().usage(lost, DAY)).isEqualTo(used(1, 30, Usd.of("0.20"), 1));
            database.ledger().release(new JobId(id(1)), Charge.NONE);
            assertThat(database.ledger().usage(lost, DAY)).isEqualTo(used(0, 0, Usd.of("0.10"), 0));
        }
    }

    @Test
    void theMoneyOfSomebodyWhoWasForgottenIsNobodysAndCounts() throws SQLException {
        Account forgotten = song("DELIVERED", "COMMITTED", "", "");
        execute("UPDATE job SET user_id = 0");
        execute("DELETE FROM reservation");

        try (Database database = Database.open(new DatabaseConfig(url()))) {
            assertThat(database.ledger().usage(forgotten, DAY)).isEqualTo(used(0, 0, 0));
            assertThat(database.ledger().usage(Pot.GUILD, forgotten, DAY)).isEqualTo(used(1, 30, Usd.of("0.10"), 0));
        }
    }
}
