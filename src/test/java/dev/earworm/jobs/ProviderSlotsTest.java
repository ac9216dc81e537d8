package dev.earworm.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.keys.Accounts;
import dev.earworm.keys.ProviderAccount.Operators;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.Providers;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderSlotsTest {
    private static final Operators ACCOUNT = new Operators("elevenlabs");

    private final ScriptedProvider provider = new ScriptedProvider();
    private final ProviderSlots slots = new ProviderSlots(Accounts.ofOperator(new Providers(List.of(provider))));

    @Test
    void aProviderHasTheSlotsThatItSays() {
        assertThat(slots.of(ACCOUNT)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"4, 4", "1, 1", "0, 1", "-3, 1"})
    void aRateLimitThatNamesItsNumberTeachesIt(int named, int learned) {
        slots.learn(ACCOUNT, new ProviderFailure.RateLimited("busy", Optional.empty(), OptionalInt.of(named)));
        assertThat(slots.of(ACCOUNT)).isEqualTo(learned);
    }

    @Test
    void aRateLimitThatNamesNoNumberTeachesNothing() {
        slots.learn(ACCOUNT, new ProviderFailure.RateLimited("busy", Optional.empty(), OptionalInt.empty()));
        assertThat(slots.of(ACCOUNT)).isEqualTo(2);
    }
}
