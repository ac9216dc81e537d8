package dev.earworm.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.quota.GuildId;
import dev.earworm.settings.GuildSettings;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteSettingsStoreTest {
    private static final GuildId HOME = new GuildId(-3);
    private static final GuildSettings JAPANESE =
            GuildSettings.DEFAULT.withLanguage(Optional.of(Locale.JAPANESE)).withVoiceCopies(true);

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
    void aGuildWhereNothingWasSetHasTheDefaults() {
        assertThat(database.settings().of(HOME)).isEqualTo(GuildSettings.DEFAULT);
    }

    @Test
    void ofTwoChangesAtOnceNoneIsLost() throws Exception {
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            hands.execute(() -> database.settings().change(HOME, before -> before.withVoiceCopies(true)));
            hands.execute(() ->
                    database.settings().change(HOME, before -> before.withLanguage(Optional.of(Locale.JAPANESE))));
        }

        assertThat(database.settings().of(HOME)).isEqualTo(JAPANESE);
        close();
        open();
        assertThat(database.settings().of(HOME)).isEqualTo(JAPANESE);
    }

    @Test
    void settingsHoldAtOnceAndAfterARestartAndForTheirGuildAlone() {
        assertThat(database.settings().of(HOME)).isEqualTo(GuildSettings.DEFAULT);
        database.settings().put(HOME, JAPANESE.withVoiceCopies(false));
        database.settings().put(HOME, JAPANESE);
        assertThat(database.settings().of(HOME)).isEqualTo(JAPANESE);

        close();
        open();

        assertThat(database.settings().of(HOME)).isEqualTo(JAPANESE);
        assertThat(database.settings().of(new GuildId(5))).isEqualTo(GuildSettings.DEFAULT);
    }
}
