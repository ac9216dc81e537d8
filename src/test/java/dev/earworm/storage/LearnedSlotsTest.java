package dev.earworm.storage;

import static dev.earworm.jobs.JobFixtures.ALICE;
import static dev.earworm.jobs.JobFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.keys.KeyId;
import dev.earworm.keys.ProviderAccount.Guilds;
import dev.earworm.keys.ProviderAccount.Operators;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LearnedSlotsTest extends StoreTest {
    private static final Operators OPERATORS = new Operators("elevenlabs");
    private static final Guilds GUILDS = new Guilds("elevenlabs", ALICE.guild(), KeyId.random());

    @Test
    void whatWasLearnedOutlivesARestartAndIsTrueOfItsAccountAlone() {
        database.learnedSlots().learn(OPERATORS, 3, NOON);
        database.learnedSlots().learn(GUILDS, 5, NOON);
        database.learnedSlots().learn(GUILDS, 7, NOON.plusSeconds(1));
        restart();

        assertThat(database.learnedSlots().of(OPERATORS, NOON)).hasValue(3);
        assertThat(database.learnedSlots().of(GUILDS, NOON)).hasValue(7);
        assertThat(database.learnedSlots().of(new Operators("other"), NOON)).isEmpty();
    }

    @Test
    void whatIsOldIsForgotten() {
        database.learnedSlots().learn(OPERATORS, 3, NOON);

        assertThat(database.learnedSlots().of(OPERATORS, NOON.plusMillis(1))).isEmpty();
        database.learnedSlots().forget(NOON);
        assertThat(database.learnedSlots().of(OPERATORS, NOON)).hasValue(3);
        database.learnedSlots().forget(NOON.plus(Duration.ofMillis(1)));
        assertThat(database.learnedSlots().of(OPERATORS, NOON)).isEmpty();
    }
}
