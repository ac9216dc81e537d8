package dev.earworm.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.earworm.jobs.JobFixtures;
import dev.earworm.jobs.ShardRange;
import dev.earworm.music.TrackDetails;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an operator reads whose PostgreSQL cannot be used, and what becomes of it. */
class PostgresTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void anEmptyDatabaseIsMadeOursAtTheFirstStart() {
        DatabaseConfig config = PostgresServer.empty();
        assertThat(DatabaseInspection.of(config))
                .isInstanceOfSatisfying(
                        DatabaseCondition.Usable.class,
                        usable -> assertThat(usable.pendingSteps()).isPositive());

        try (Database database = Database.open(config)) {
            assertThat(database.isWell()).isTrue();
            assertThat(database.claim(ShardRange.WHOLE)).isEqualTo(new ShardClaim.Granted());
            assertThat(DatabaseInspection.of(config)).isEqualTo(new DatabaseCondition.InUse());
        }

        // The server gives the shards back once it notices that the line is gone.
        await().atMost(SOON).until(() -> DatabaseInspection.of(config), new DatabaseCondition.Usable(0)::equals);
    }

    @Test
    void aServerThatIsNotThereIsNamed() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        fails(
                new DatabaseConfig("jdbc:postgresql://127.0.0.1:" + free + "/earworm"),
                "The database server at 127.0.0.1:" + free + " cannot be reached: Connection refused; check"
                        + " database.url, and that the server runs.");
    }

    @Test
    void aHostThatNobodyKnowsIsNamed() {
        fails(
                new DatabaseConfig("jdbc:postgresql://nowhere.invalid:5433/earworm"),
                "The database server's host is not known: nowhere.invalid:5433; check database.url.");
    }

    @Test
    void aDatabaseThatTheServerDoesNotHaveIsNamed() {
        DatabaseConfig config = new DatabaseConfig(PostgresServer.url("nothing")).withUser(Optional.of("postgres"));

        fails(
                config,
                "There is no database nothing on " + host(config) + "; make it, or name another in database.url.");
    }

    @Test
    void aWrongPasswordIsNamedAndNotPrinted() {
        DatabaseConfig config = PostgresServer.empty().withUser(Optional.of("guarded"));
        String sentence = "The database server at " + host(config)
                + " does not let the user guarded in; check database.user and database.password.";

        fails(config.withPassword(Optional.of("wrong")), sentence);
        fails(config.withPassword(Optional.empty()), sentence);
        assertThat(config.withPassword(Optional.of("wrong")).toString()).doesNotContain("wrong");
    }

    @Test
    void aUserWhoMayNotMakeTablesIsNamed() {
        DatabaseConfig config = PostgresServer.empty();
        DatabaseConfig guarded = config.withUser(Optional.of("guarded")).withPassword(Optional.of("right"));

        assertThatThrownBy(() -> Database.open(guarded))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessageMatching("The user guarded may not make tables in the database test_\\d+;"
                        + " make it the owner of the database.");
    }

    @Test
    void aDatabaseThatCannotStoreEveryLanguageIsNamed() {
        DatabaseConfig config = PostgresServer.made("ENCODING LATIN1 LOCALE 'C' TEMPLATE template0");

        assertThatThrownBy(() -> Database.open(config))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessageContaining("stores texts as LATIN1; make it with ENCODING 'UTF8'");
    }

    @Test
    void aDatabaseOfSomebodyElseIsNamedAndLeftAsItIs() throws SQLException {
        DatabaseConfig config = PostgresServer.empty();
        execute(config, "CREATE TABLE recipe (name TEXT)");

        fails(
                config,
                "The database " + config.url()
                        + " holds something else than Earworm's songs; make one for Earworm alone.");
    }

    @Test
    void aSchemaFromTheFutureIsNamed() throws SQLException {
        DatabaseConfig config = PostgresServer.database("future");
        execute(
                config,
                "INSERT INTO flyway_schema_history SELECT 99, '999', 'future', type, 'V999__future.sql', checksum,"
                        + " installed_by, installed_on, execution_time, success FROM flyway_schema_history LIMIT 1");

        fails(
                config,
                "The database " + config.url() + " has a schema that this version does not know;"
                        + " use the version of Earworm that wrote it, or a newer one.");
    }

    @Test
    void textThatPostgresqlDoesNotTakeIsStoredAsFarAsItCanBe() {
        assertThat(StorableText.of("a\0b\uD83C c 🌊")).isEqualTo("a\uFFFDb\uFFFD c 🌊");
        try (Database database = Database.open(PostgresServer.database("text"))) {
            var job = JobFixtures.queued(JobFixtures.ALICE, JobFixtures.NOON);
            database.jobs().add(job);
            database.jobs().promote(job.id(), 1, JobFixtures.NOON);
            database.jobs().rendered(job.id(), TrackDetails.titled("River\0\uD83C"), JobFixtures.NOON);

            assertThat(database.jobs().find(job.id()).orElseThrow().details().title())
                    .isPresent();
        }
    }

    private static String host(DatabaseConfig config) {
        return config.url().replaceAll("jdbc:postgresql://|/[^/]*$", "");
    }

    /** At a start, and for whoever only looks. */
    private static void fails(DatabaseConfig config, String sentence) {
        assertThatThrownBy(() -> Database.open(config))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessage(sentence);
        assertThat(DatabaseInspection.of(config)).isEqualTo(new DatabaseCondition.Unusable(sentence));
    }

    private static void execute(DatabaseConfig config, String sql) throws SQLException {
        try (Connection connection = PostgresServer.connect(config);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
