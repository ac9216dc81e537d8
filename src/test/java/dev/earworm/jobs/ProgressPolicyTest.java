package dev.earworm.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressPolicyTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @ParameterizedTest(name = "{0} s of 60 s are {1} %")
    @CsvSource({"0, 0", "1, 1", "6, 10", "30, 50", "56, 93", "57, 95", "60, 95", "61, 95", "100000, 95", "-5, 0"})
    void withoutTheVendorsWordItIsTheShareOfTheUsualTime(long seconds, int percent) {
        assertThat(ProgressPolicy.percent(OptionalInt.empty(), Duration.ofSeconds(seconds), MINUTE, 0))
                .isEqualTo(percent);
    }

    @ParameterizedTest(name = "a vendor that says {0} means {1} %")
    @CsvSource({"0, 0", "1, 1", "42, 42", "95, 95", "96, 95", "99, 95", "100, 95", "1000, 95", "-1, 0"})
    void theVendorsWordCountsAndNeverMeansThatTheSongIsThere(int said, int percent) {
        assertThat(ProgressPolicy.percent(OptionalInt.of(said), Duration.ofSeconds(30), MINUTE, 0))
                .isEqualTo(percent);
    }

    @Test
    void whatWasToldIsNeverTakenBack() {
        assertThat(ProgressPolicy.percent(OptionalInt.of(10), MINUTE, MINUTE, 50))
                .isEqualTo(50);
        assertThat(ProgressPolicy.percent(OptionalInt.empty(), Duration.ofSeconds(30), Duration.ofMinutes(2), 50))
                .isEqualTo(50);
        assertThat(ProgressPolicy.percent(OptionalInt.of(51), MINUTE, MINUTE, 50))
                .isEqualTo(51);
    }

    @Test
    void itIsAlwaysBetweenWhatWasToldAndTheMost() {
        Random random = new Random(4);
        for (int i = 0; i < 10_000; i++) {
            Duration elapsed = Duration.ofMillis(random.nextLong(-1_000_000_000L, 1_000_000_000_000L));
            Duration typical = Duration.ofMillis(random.nextLong(1_000_000L));
            int before = random.nextInt(ProgressPolicy.MOST + 1);

            assertThat(ProgressPolicy.percent(OptionalInt.of(random.nextInt()), elapsed, typical, before))
                    .isBetween(before, ProgressPolicy.MOST);
            assertThat(ProgressPolicy.percent(OptionalInt.empty(), elapsed, typical, before))
                    .isBetween(before, ProgressPolicy.MOST);
        }
    }

    @ParameterizedTest(name = "{0} s where {1} s are usual: {2}")
    @CsvSource({
        "60, 60, false",
        "90, 60, false",
        "91, 60, true",
        "300, 200, false",
        "301, 200, true",
        "15, 2, false",
        "17, 2, false",
        "18, 2, true",
        "15, 0, false",
        "16, 0, true",
        "-100, 0, false"
    })
    void aSongIsLateOnceItTakesHalfAsLongAgainAndAMemberWouldNotice(long elapsed, long typical, boolean isLate) {
        assertThat(ProgressPolicy.isLate(Duration.ofSeconds(elapsed), Duration.ofSeconds(typical)))
                .isEqualTo(isLate);
    }
}
