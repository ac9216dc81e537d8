package dev.earworm.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwaitPolicyTest {
    @ParameterizedTest(name = "after {0} s of typically {1} s: {2} s")
    @CsvSource({
        "0,    60, 12",
        "10,   60, 12",
        "30,   60, 6",
        "0,    20, 12",
        "35.9, 60, 0.1",
        "36,   60, 1",
        "59,   60, 1",
        "60,   60, 2",
        "119,  60, 2",
        "130,  60, 3",
        "240,  60, 14",
        "900,  60, 15",
        "3,    5,  2",
        "0,    0,  2",
        "50,   0,  7",
    })
    void asksSeldomThenOftenThenEverMoreSeldom(double waited, long typical, double expected) {
        assertThat(AwaitPolicy.untilNextPoll(seconds(waited), Duration.ofSeconds(typical), Duration.ZERO))
                .isEqualTo(seconds(expected));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 29, 45, 100, 1_000})
    void neverAsksMoreOftenThanTheVendorAllows(long waited) {
        Duration minimum = Duration.ofSeconds(10);
        assertThat(AwaitPolicy.untilNextPoll(Duration.ofSeconds(waited), Duration.ofSeconds(60), minimum))
                .isGreaterThanOrEqualTo(minimum);
    }

    @ParameterizedTest(name = "typically {0} s")
    @ValueSource(longs = {5, 20, 30, 60, 180})
    void aFinishedSongIsSeenWithinASecondOnAverageForOneQuestionInTwoSeconds(long typical) {
        Random random = new Random(7);
        double waited = 0;
        double delays = 0;
        double polls = 0;
        int songs = 20_000;
        for (int i = 0; i < songs; i++) {
            double takes = typical * Math.exp(0.25 * random.nextGaussian());
            double now = 0;
            do {
                now += AwaitPolicy.untilNextPoll(seconds(now), Duration.ofSeconds(typical), Duration.ZERO)
                                .toNanos()
                        / 1e9;
                polls++;
            } while (now < takes);
            waited += now;
            delays += now - takes;
        }
        assertThat(delays / songs).isLessThanOrEqualTo(1);
        assertThat(polls / waited).isLessThanOrEqualTo(0.5);
    }

    @Test
    void givesUpAfterHalfAnHourOrTenTimesTheTypicalTime() {
        Duration half = Duration.ofMinutes(30);
        assertThat(AwaitPolicy.isTooLong(half, Duration.ofSeconds(60))).isFalse();
        assertThat(AwaitPolicy.isTooLong(half.plusMillis(1), Duration.ofSeconds(60)))
                .isTrue();
        assertThat(AwaitPolicy.isTooLong(Duration.ofMinutes(50), Duration.ofMinutes(5)))
                .isFalse();
        assertThat(AwaitPolicy.isTooLong(Duration.ofMinutes(51), Duration.ofMinutes(5)))
                .isTrue();
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }
}
