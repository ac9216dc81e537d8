package dev.earworm.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.quota.GuildId;
import org.junit.jupiter.api.Test;

class RegisteredGuildsTest extends StoreTest {
    private static final GuildId HOME = new GuildId(-3);

    @Test
    void aGuildIsRememberedThroughARestartUntilItIsTakenOff() {
        assertThat(database.registeredGuilds().has(HOME)).isFalse();
        database.registeredGuilds().add(HOME);
        database.registeredGuilds().add(HOME);

        restart();

        assertThat(database.registeredGuilds().has(HOME)).isTrue();
        assertThat(database.registeredGuilds().has(new GuildId(3))).isFalse();
        database.registeredGuilds().remove(HOME);
        database.registeredGuilds().remove(HOME);
        assertThat(database.registeredGuilds().has(HOME)).isFalse();
    }
}
