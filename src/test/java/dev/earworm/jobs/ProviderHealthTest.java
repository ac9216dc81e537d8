package dev.earworm.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.keys.ProviderAccount.Operators;
import dev.earworm.music.ProviderFailure;
import dev.earworm.providers.LogWatch;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProviderHealthTest {
    private static final Operators VENDOR = new Operators("vendor");
    private static final Operators OTHER = new Operators("other");
    private static final ProviderFailure DOWN = new ProviderFailure.Unavailable("connection refused");

    private final HandClock clock = new HandClock(JobFixtures.NOON);
    private final ProviderHealth health = new ProviderHealth((_, _) -> {}, clock, Duration.ofHours(1));

    static Stream<ProviderFailure> failuresOfTheAccount() {
        return Stream.of(new ProviderFailure.Unauthorised("wrong key"), new ProviderFailure.OutOfCredit("empty"));
    }

    @ParameterizedTest
    @MethodSource("failuresOfTheAccount")
    void anAccountThatIsNotInOrderIsLeftAloneForFiveMinutes(ProviderFailure failure) {
        health.failed(VENDOR, failure);
        assertThat(health.isUsable(VENDOR)).isFalse();
        assertThat(health.isUsable(OTHER)).isTrue();

        clock.advance(Duration.ofMinutes(5).minusMillis(1));
        assertThat(health.isUsable(VENDOR)).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(health.isUsable(VENDOR)).isTrue();
    }

    static Stream<ProviderFailure> failuresOfOneSong() {
        return Stream.of(
                new ProviderFailure.BadRequest("no"),
                new ProviderFailure.ContentRefused("no", Optional.empty()),
                new ProviderFailure.RateLimited("no", Optional.empty(), OptionalInt.empty()),
                new ProviderFailure.Internal("no"));
    }

    @ParameterizedTest
    @MethodSource("failuresOfOneSong")
    void aFailureOfOneSongSaysNothingAboutTheProvider(ProviderFailure failure) {
        for (int i = 0; i < 10; i++) {
            health.failed(VENDOR, failure);
        }
        assertThat(health.isUsable(VENDOR)).isTrue();
        assertThat(health.isDown(VENDOR)).isFalse();
        assertThat(health.letsThrough(VENDOR)).isTrue();
    }

    @Test
    void threeFailuresInARowBreakTheCircuitOfThatProviderAlone() {
        health.failed(VENDOR, DOWN);
        health.failed(VENDOR, new ProviderFailure.OutcomeUnknown("HTTP 502"));
        assertThat(health.isDown(VENDOR)).isFalse();
        assertThat(health.letsThrough(VENDOR)).isTrue();

        health.failed(VENDOR, DOWN);

        assertThat(health.isDown(VENDOR)).isTrue();
        assertThat(health.letsThrough(VENDOR)).isFalse();
        assertThat(health.isDown(OTHER)).isFalse();
        assertThat(health.letsThrough(OTHER)).isTrue();
    }

    @Test
    void aSongThatGetsThroughInBetweenForgivesTheFailuresBefore() {
        health.failed(VENDOR, DOWN);
        health.failed(VENDOR, DOWN);
        health.succeeded(VENDOR);
        health.failed(VENDOR, DOWN);
        health.failed(VENDOR, DOWN);

        assertThat(health.isDown(VENDOR)).isFalse();
    }

    @Test
    void afterAWhileOneSongTriesAndTheOthersFollowWhenItGotThrough() {
        ProviderHealth soon = new ProviderHealth((_, _) -> {}, clock, Duration.ZERO);
        for (int i = 0; i < 3; i++) {
            soon.failed(VENDOR, DOWN);
        }

        assertThat(soon.letsThrough(VENDOR)).isTrue();
        assertThat(soon.letsThrough(VENDOR)).as("a second one beside it").isFalse();
        soon.succeeded(VENDOR);
        assertThat(soon.letsThrough(VENDOR)).isTrue();
        assertThat(soon.letsThrough(VENDOR)).isTrue();
    }

    @Test
    void aSongThatTriedAndBrokeOffForAReasonOfOursLeavesTheTryToAnother() {
        ProviderHealth soon = new ProviderHealth((_, _) -> {}, clock, Duration.ZERO);
        for (int i = 0; i < 3; i++) {
            soon.failed(VENDOR, DOWN);
        }
        assertThat(soon.letsThrough(VENDOR)).isTrue();
        soon.learnedNothing(VENDOR);

        assertThat(soon.letsThrough(VENDOR)).isTrue();
    }

    @Test
    void whatBreaksOffForReasonsOfOursIsNotTheProvidersFault() {
        for (int i = 0; i < 10; i++) {
            health.learnedNothing(VENDOR);
        }
        assertThat(health.isDown(VENDOR)).isFalse();
    }

    @Test
    void theOperatorIsToldOnceAndAgainWhenItWorks() {
        try (LogWatch log = new LogWatch()) {
            for (int i = 0; i < 20; i++) {
                health.failed(VENDOR, new ProviderFailure.OutOfCredit("the account is empty"));
            }
            assertThat(log.lines())
                    .filteredOn(line -> line.contains("the account is empty"))
                    .hasSize(1);

            health.succeeded(VENDOR);
            health.succeeded(VENDOR);
            assertThat(log.lines())
                    .filteredOn(line -> line.contains("makes songs again"))
                    .hasSize(1);
        }
    }
}
