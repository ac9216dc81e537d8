package dev.earworm.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobFixtures;
import dev.earworm.keys.ApiKey;
import dev.earworm.keys.GuildKey;
import dev.earworm.keys.GuildKeys;
import dev.earworm.keys.GuildKeys.Opened;
import dev.earworm.keys.KeyId;
import dev.earworm.music.JobId;
import dev.earworm.providers.LogWatch;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.QuotaDay;
import dev.earworm.quota.UserId;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteGuildKeysTest {
    private static final String SEAL = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String NEWER = "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=";
    private static final GuildId GUILD = new GuildId(1);
    private static final UserId ADMIN = new UserId(7);
    private static final GuildKey KEY = key(GUILD, "elevenlabs");
    private static final ApiKey SECRET = ApiKey.of("sk_a_secret_that_nobody_reads");

    @TempDir
    private Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(new DatabaseConfig("jdbc:sqlite:" + folder.resolve("earworm.db")));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aKeyIsReadAgainAfterARestart() {
        keys(SEAL).put(KEY, SECRET);
        close();
        open();

        assertThat(keys(SEAL).of(GUILD)).containsExactly(KEY);
        assertThat(secret(keys(SEAL), KEY.id())).contains(SECRET.reveal());
        assertThat(keys(SEAL).open(KeyId.random())).isEqualTo(new Opened.Unknown());
    }

    @Test
    void aGuildHasOneKeyForAProviderAndTheOneBeforeIsStillReadWhileASongIsMadeWithIt() {
        GuildKeys keys = keys(SEAL);
        GuildKey next = key(GUILD, "elevenlabs");
        keys.put(KEY, SECRET);
        keys.put(key(new GuildId(2), "elevenlabs"), SECRET);
        Job song = Job.queued(
                JobId.next(JobFixtures.NOON),
                JobFixtures.order(JobFixtures.ALICE),
                KEY.account(),
                Optional.empty(),
                JobFixtures.NOON);
        database.jobs().add(song);

        keys.put(next, ApiKey.of("sk_another"));
        keys.forgetUnused();

        assertThat(keys.of(GUILD)).containsExactly(next);
        assertThat(secret(keys, KEY.id())).contains(SECRET.reveal());
        database.jobs().cancel(song.id(), JobFixtures.NOON);
        assertThat(keys.forgetUnused()).isEqualTo(1);
        assertThat(keys.open(KEY.id())).isEqualTo(new Opened.Unknown());
        assertThat(secret(keys, next.id())).contains("sk_another");
    }

    @Test
    void aRemovedKeyIsNobodysAnyMore() {
        GuildKeys keys = keys(SEAL);
        keys.put(KEY, SECRET);

        assertThat(keys.remove(GUILD, "elevenlabs", JobFixtures.NOON)).isTrue();

        assertThat(keys.of(GUILD)).isEmpty();
        assertThat(keys.remove(GUILD, "elevenlabs", JobFixtures.NOON)).isFalse();
    }

    @Test
    void aNewerMasterKeySealsAnewWhatAnOlderOneSealed() {
        keys(SEAL).put(KEY, SECRET);
        String before = sealed();

        assertThat(secret(keys(NEWER, SEAL), KEY.id())).contains(SECRET.reveal());

        assertThat(sealed()).isNotEqualTo(before);
        assertThat(secret(keys(NEWER), KEY.id())).contains(SECRET.reveal());
        assertThat(keys(SEAL).open(KEY.id())).isEqualTo(new Opened.Locked(KEY));
    }

    @Test
    void withAnotherMasterKeyTheLogSaysHowManyCannotBeReadAndNothingIsLost() {
        keys(SEAL).put(KEY, SECRET);
        keys(SEAL).put(key(GUILD, "aimlapi"), SECRET);
        String before = sealed();

        try (LogWatch log = new LogWatch()) {
            keys(NEWER).put(key(GUILD, "apiframe"), SECRET);
            keys(NEWER);
            assertThat(log.lines())
                    .filteredOn(line -> line.contains("cannot be read"))
                    .satisfiesExactly(
                            line -> assertThat(line).startsWith("2 of 2 keys of servers cannot be read"),
                            line -> assertThat(line).startsWith("2 of 3 keys of servers cannot be read"));
        }
        assertThat(keys().canSeal()).isFalse();
        assertThat(keys().of(GUILD)).hasSize(3);
        assertThat(keys().open(KEY.id())).isEqualTo(new Opened.Locked(KEY));
        assertThat(sealed()).isEqualTo(before);
        assertThat(secret(keys(SEAL), KEY.id())).contains(SECRET.reveal());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE guild_key SET guild_id = 2",
                "UPDATE guild_key SET provider = 'aimlapi'",
                "UPDATE guild_key SET sealed = 'AA' || substr(sealed, 3)",
                "UPDATE guild_key SET sealed = substr(sealed, 1, length(sealed) - 8) || 'AAAAAAA='",
                "UPDATE guild_key SET sealed = 'not base64'",
                "UPDATE guild_key SET sealed = ''"
            })
    void aRowThatWasMovedOrChangedOpensNoMore(String tampering) throws SQLException {
        keys(SEAL).put(KEY, SECRET);

        tamper(tampering);

        assertThat(keys(SEAL).open(KEY.id())).isInstanceOf(Opened.Locked.class);
    }

    @Test
    void noRowHoldsAKeyAndNothingPrintsOne() {
        keys(SEAL).put(KEY, SECRET);

        assertThat(sealed()).doesNotContain(SECRET.reveal());
        assertThat(SECRET).hasToString("ApiKey[hidden]");
        assertThat(keys(SEAL).open(KEY.id()).toString()).doesNotContain(SECRET.reveal());
        assertThat(new SealingConfig(List.of(SEAL)).toString()).doesNotContain(SEAL);
    }

    @Test
    void whoEnteredAKeyIsForgottenAndTheKeyStays() {
        keys(SEAL).put(KEY, SECRET);

        database.personalData().erase(ADMIN, QuotaDay.of(JobFixtures.NOON));

        assertThat(keys(SEAL).of(GUILD))
                .singleElement()
                .satisfies(key -> assertThat(key.enteredBy()).isEqualTo(new UserId(0)));
        assertThat(secret(keys(SEAL), KEY.id())).contains(SECRET.reveal());
    }

    private GuildKeys keys(String... masters) {
        return database.guildKeys(new SealingConfig(List.of(masters)));
    }

    private static Optional<String> secret(GuildKeys keys, KeyId id) {
        return keys.open(id) instanceof Opened.Readable readable
                ? Optional.of(readable.secret().reveal())
                : Optional.empty();
    }

    private static GuildKey key(GuildId guild, String provider) {
        return new GuildKey(KeyId.random(), guild, provider, ADMIN, JobFixtures.NOON);
    }

    private String sealed() {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.prepareStatement("SELECT sealed FROM guild_key WHERE id = ?")) {
            statement.setString(1, KEY.id().value());
            try (var answer = statement.executeQuery()) {
                return answer.next() ? answer.getString(1) : "";
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void tamper(String sql) throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
