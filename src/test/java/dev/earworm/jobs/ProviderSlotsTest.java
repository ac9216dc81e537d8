package dev.earworm.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.ProviderFailure;
import dev.earworm.music.Providers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProviderSlotsTest {
    private final HandClock clock = new HandClock(JobFixtures.NOON);
    private final ScriptedProvider provider = new ScriptedProvider();
    private final ProviderSlots slots = new ProviderSlots(new Providers(List.of(provider)), clock);

    @Test
    void aProviderHasTheSlotsThatItSays() {
        assertThat(slots.of(provider.name())).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"4, 4", "1, 1", "0, 1", "-3, 1"})
    void aRateLimitThatNamesItsNumberTeachesIt(int named, int learned) {
        slots.learn(provider, new ProviderFailure.RateLimited("busy", Optional.empty(), OptionalInt.of(named)));
        assertThat(slots.of(provider.name())).isEqualTo(learned);
    }

    @Test
    void aRateLimitThatNamesNoNumberTeachesNothing() {
        slots.learn(provider, new ProviderFailure.RateLimited("busy", Optional.empty(), OptionalInt.empty()));
        assertThat(slots.of(provider.name())).isEqualTo(2);
        assertThat(slots.isUsable(provider.name())).isTrue();
    }

    static Stream<ProviderFailure> failuresOfTheAccount() {
        return Stream.of(new ProviderFailure.Unauthorised("wrong key"), new ProviderFailure.OutOfCredit("empty"));
    }

    @ParameterizedTest
    @MethodSource("failuresOfTheAccount")
    void anAccountThatIsNotInOrderIsLeftAloneForFiveMinutes(ProviderFailure failure) {
        slots.learn(provider, failure);
        assertThat(slots.isUsable(provider.name())).isFalse();

        clock.advance(Duration.ofMinutes(5).minusMillis(1));
        assertThat(slots.isUsable(provider.name())).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(slots.isUsable(provider.name())).isTrue();
    }

    static Stream<ProviderFailure> failuresOfOneSong() {
        return Stream.of(
                new ProviderFailure.BadRequest("no"),
                new ProviderFailure.ContentRefused("no", Optional.empty()),
                new ProviderFailure.Unavailable("no"),
                new ProviderFailure.OutcomeUnknown("no"),
                new ProviderFailure.Internal("no"));
    }

    @ParameterizedTest
    @MethodSource("failuresOfOneSong")
    void aFailureOfOneSongSaysNothingAboutTheAccount(ProviderFailure failure) {
        slots.learn(provider, failure);
        assertThat(slots.isUsable(provider.name())).isTrue();
        assertThat(slots.of(provider.name())).isEqualTo(2);
    }
}
