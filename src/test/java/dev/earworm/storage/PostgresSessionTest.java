package dev.earworm.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.earworm.quota.GuildId;
import dev.earworm.settings.GuildSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes on one database: what one changes the other knows, and no two have one name. */
class PostgresSessionTest {
    private static final GuildId HOME = new GuildId(-3);
    private static final GuildId ELSEWHERE = new GuildId(4);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String LINES =
            "FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()";

    private final DatabaseConfig config = PostgresServer.emptied(getClass().getName());
    private Database here;
    private Database there;

    @BeforeEach
    void open() {
        here = Database.open(config.withInstance("here"));
        there = Database.open(config.withInstance("there"));
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    @AfterEach
    void tellChangesAgain() throws SQLException {
        execute("ALTER TABLE guild_settings ENABLE TRIGGER ALL");
    }

    @Test
    void whatOneProcessSetsHoldsInTheOther() {
        assertThat(here.settings().of(HOME).voiceCopies()).isFalse();
        assertThat(here.settings().of(ELSEWHERE).voiceCopies()).isFalse();

        there.settings().change(HOME, before -> before.withVoiceCopies(true));

        await().atMost(SOON).until(() -> here.settings().of(HOME).voiceCopies());
        assertThat(here.settings().of(ELSEWHERE).voiceCopies()).isFalse();

        here.settings().put(HOME, GuildSettings.DEFAULT);
        await().atMost(SOON).until(() -> !there.settings().of(HOME).voiceCopies());
    }

    @Test
    void whatAnOperatorChangesByHandHoldsAtOnce() throws SQLException {
        here.settings().put(HOME, GuildSettings.DEFAULT.withVoiceCopies(true));

        execute("DELETE FROM guild_settings");

        await().atMost(SOON).until(() -> here.settings().of(HOME).equals(GuildSettings.DEFAULT));
    }

    @Test
    void afterItsLineBrokeAProcessTrustsNothingThatItRemembers() throws SQLException {
        assertThat(here.settings().of(HOME)).isEqualTo(GuildSettings.DEFAULT);
        execute("ALTER TABLE guild_settings DISABLE TRIGGER ALL");
        there.settings().put(HOME, GuildSettings.DEFAULT.withVoiceCopies(true));

        execute("SELECT pg_terminate_backend(pid) " + LINES);

        await().atMost(SOON).until(() -> here.settings().of(HOME).voiceCopies());
        await().atMost(SOON).until(() -> here.isWell() && there.isWell());
        assertThatThrownBy(() -> Database.open(config.withInstance("here"))).isInstanceOf(DatabaseFailure.class);
    }

    @Test
    void ofTwoProcessesOfOneNameTheSecondIsRefused() {
        assertThatThrownBy(() -> Database.open(config.withInstance("here")))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessage("The database " + config.url()
                        + " is in use by another Earworm of the name here; stop that one first.");
        assertThat(here.isWell()).isTrue();
    }

    @Test
    void whoeverStartsWhileTheOneBeforeIsEndingWaitsForIt() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Thread next = Thread.ofVirtual().start(() -> {
            begun.countDown();
            Database.open(config.withInstance("here")).close();
        });
        assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
        await().atMost(SOON)
                .until(() -> count("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted") == 1);

        here.close();

        assertThat(next.join(SOON)).isTrue();
        here = Database.open(config.withInstance("here"));
    }

    @Test
    void aProcessWhoseNameWasTakenWhileItsLineWasDownStops() throws Exception {
        CountDownLatch lost = new CountDownLatch(1);
        here.whenLost(lost::countDown);
        Thread.Builder.OfVirtual next = Thread.ofVirtual();
        Database[] other = new Database[1];
        Thread waiting = next.start(() -> other[0] = Database.open(config.withInstance("here")));
        await().atMost(SOON)
                .until(() -> count("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted") == 1);

        execute("SELECT pg_terminate_backend(pid) " + LINES + " AND pid IN (SELECT pid FROM pg_locks"
                + " WHERE locktype = 'advisory' AND granted AND objid = (SELECT objid FROM pg_locks"
                + " WHERE locktype = 'advisory' AND NOT granted))");

        assertThat(waiting.join(SOON)).isTrue();
        assertThat(lost.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(here.isWell()).isFalse();
        assertThat(other[0].isWell()).isTrue();
        other[0].close();
    }

    private int count(String sql) throws SQLException {
        try (Connection connection = PostgresServer.connect(config);
                Statement statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getInt(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = PostgresServer.connect(config);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
