package dev.earworm.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.keys.Accounts;
import dev.earworm.keys.ProviderAccount;
import dev.earworm.keys.ProviderAccount.Operators;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.Providers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderSlotsTest {
    private static final Operators ACCOUNT = new Operators("elevenlabs");

    private final ScriptedProvider provider = new ScriptedProvider();
    private final HandClock clock = new HandClock(JobFixtures.NOON);
    private final Remembered remembered = new Remembered();
    private final ProviderSlots slots = slots();

    private ProviderSlots slots() {
        return new ProviderSlots(Accounts.ofOperator(new Providers(List.of(provider))), remembered, clock);
    }

    /** What all processes know. */
    private static final class Remembered implements LearnedSlots {
        private record Said(int slots, Instant at) {}

        private final Map<ProviderAccount, Said> said = new HashMap<>();
        private boolean isOutOfReach;
        private int writes;

        @Override
        public OptionalInt of(ProviderAccount account, Instant since) {
            return said.containsKey(account) && !said.get(account).at().isBefore(since)
                    ? OptionalInt.of(said.get(account).slots())
                    : OptionalInt.empty();
        }

        @Override
        public void learn(ProviderAccount account, int slots, Instant now) {
            if (isOutOfReach) {
                throw new IllegalStateException("out of reach");
            }
            writes++;
            said.put(account, new Said(slots, now));
        }

        @Override
        public void forget(Instant before) {
            said.values().removeIf(one -> one.at().isBefore(before));
        }
    }

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

    @Test
    void whatOneProcessLearnedTheOthersAndTheNextStartKnow() {
        ProviderSlots elsewhere = slots();
        assertThat(elsewhere.of(ACCOUNT)).isEqualTo(2);

        learns(4);
        elsewhere.forgetMemory();

        assertThat(elsewhere.of(ACCOUNT)).isEqualTo(4);
        assertThat(slots().of(ACCOUNT)).isEqualTo(4);
    }

    @Test
    void afterADayTheProviderMaySayItAnew() {
        learns(1);
        clock.advance(Duration.ofDays(1));
        assertThat(slots().of(ACCOUNT)).isEqualTo(1);

        clock.advance(Duration.ofMillis(1));
        assertThat(slots().of(ACCOUNT)).isEqualTo(2);
        slots.forgetOld(clock.instant());
        assertThat(remembered.said).isEmpty();
    }

    @Test
    void whatIsSaidAgainAndAgainIsWrittenOnceAnHour() {
        for (int i = 0; i < 100; i++) {
            learns(1);
        }
        assertThat(remembered.writes).isEqualTo(1);

        clock.advance(Duration.ofMinutes(61));
        learns(1);
        assertThat(remembered.writes).isEqualTo(2);
    }

    @Test
    void aNumberThatCannotBeWrittenIsKnownHereAllTheSame() {
        remembered.isOutOfReach = true;
        learns(1);
        assertThat(slots.of(ACCOUNT)).isEqualTo(1);
    }

    private void learns(int number) {
        slots.learn(ACCOUNT, new ProviderFailure.RateLimited("busy", Optional.empty(), OptionalInt.of(number)));
    }
}
