package dev.earworm.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.quota.GuildId;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteRegisteredGuildsTest {
    private static final GuildId HOME = new GuildId(-3);

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
    void aGuildIsRememberedThroughARestartUntilItIsTakenOff() {
        assertThat(database.registeredGuilds().has(HOME)).isFalse();
        database.registeredGuilds().add(HOME);
        database.registeredGuilds().add(HOME);

        close();
        open();

        assertThat(database.registeredGuilds().has(HOME)).isTrue();
        assertThat(database.registeredGuilds().has(new GuildId(3))).isFalse();
        database.registeredGuilds().remove(HOME);
        database.registeredGuilds().remove(HOME);
        assertThat(database.registeredGuilds().has(HOME)).isFalse();
    }
}
