package dev.earworm.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.jobs.ChannelId;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.ModelId;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.RoleId;
import dev.earworm.settings.Access;
import dev.earworm.settings.GuildSettings;
import dev.earworm.settings.SettingsStore;
import dev.earworm.settings.SongRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class SettingsStoreTest extends StoreTest {
    private static final GuildId HOME = new GuildId(-3);
    private static final GuildSettings JAPANESE =
            GuildSettings.DEFAULT.withLanguage(Optional.of(Locale.JAPANESE)).withVoiceCopies(true);

    @Test
    void aGuildWhereNothingWasSetHasTheDefaults() {
        assertThat(database.settings().of(HOME)).isEqualTo(GuildSettings.DEFAULT);
    }

    @Test
    void everythingThatCanBeSetOutlivesARestart() {
        GuildSettings full = JAPANESE.withAccess(
                        new Access(Set.of(new ChannelId(7)), Set.of(new RoleId(8), new RoleId(9)), false))
                .withSongs(new SongRules(
                        Optional.of(ModelId.parse("synth/composer").orElseThrow()),
                        Optional.of(90),
                        Set.of(AudioFormat.MP3)))
                .withLog(Optional.of(new ChannelId(-1)))
                .withRetentionDays(Optional.of(365))
                .withPaused(Optional.of(new GuildSettings.Pause(Instant.parse("2026-11-21T10:00:00Z"), "too loud")))
                .withRefused(List.of("polka", "(?i)yodel+"));
        database.settings().put(HOME, full);

        restart();

        assertThat(database.settings().of(HOME)).isEqualTo(full);
    }

    @Test
    void whatAnOlderVersionWroteLacksOnlyWhatIsNewer() throws SQLException {
        behindItsBack(
                "INSERT INTO guild_settings (guild_id, settings) VALUES (-3, '{\"language\":\"ja\",\"voiceCopies\":true}')");

        assertThat(database.settings().of(HOME)).isEqualTo(JAPANESE);
    }

    /** By a store whom only the test tells: PostgreSQL would, too, at a moment of its own. */
    @Test
    void whatAnotherProcessChangedIsReadOnceItIsToldOf() throws SQLException {
        GuildId other = new GuildId(7);
        SettingsStore untold = new JdbiSettingsStore(Jdbi.create(database.dataSource()), (_, _) -> {});
        untold.put(HOME, JAPANESE);
        untold.put(other, JAPANESE);
        behindItsBack("UPDATE guild_settings SET settings = '{\"voiceCopies\":false}'");
        assertThat(untold.of(HOME)).isEqualTo(JAPANESE);

        untold.invalidate(HOME);

        assertThat(untold.of(HOME)).isEqualTo(GuildSettings.DEFAULT);
        assertThat(untold.of(other)).isEqualTo(JAPANESE);
        untold.invalidateAll();
        assertThat(untold.of(other)).isEqualTo(GuildSettings.DEFAULT);
    }

    @Test
    void aChangeIsOfWhatIsStoredEvenIfNobodyToldOfIt() throws SQLException {
        database.settings().put(HOME, JAPANESE);
        behindItsBack("UPDATE guild_settings SET settings = '{\"voiceCopies\":false}'");

        assertThat(database.settings().change(HOME, before -> before.withRetentionDays(Optional.of(7))))
                .isEqualTo(GuildSettings.DEFAULT.withRetentionDays(Optional.of(7)));
    }

    private void behindItsBack(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void ofTwoChangesAtOnceNoneIsLost() throws Exception {
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            hands.execute(() -> database.settings().change(HOME, before -> before.withVoiceCopies(true)));
            hands.execute(() ->
                    database.settings().change(HOME, before -> before.withLanguage(Optional.of(Locale.JAPANESE))));
        }

        assertThat(database.settings().of(HOME)).isEqualTo(JAPANESE);
        restart();
        assertThat(database.settings().of(HOME)).isEqualTo(JAPANESE);
    }

    @Test
    void settingsHoldAtOnceAndAfterARestartAndForTheirGuildAlone() {
        assertThat(database.settings().of(HOME)).isEqualTo(GuildSettings.DEFAULT);
        database.settings().put(HOME, JAPANESE.withVoiceCopies(false));
        database.settings().put(HOME, JAPANESE);
        assertThat(database.settings().of(HOME)).isEqualTo(JAPANESE);

        restart();

        assertThat(database.settings().of(HOME)).isEqualTo(JAPANESE);
        assertThat(database.settings().of(new GuildId(5))).isEqualTo(GuildSettings.DEFAULT);
    }
}
