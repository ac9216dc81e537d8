package dev.earworm.jobs;

import static dev.earworm.jobs.JobFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastPolicyTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @ParameterizedTest(name = "place {0} at {1} slots: {2} min")
    @CsvSource({"1, 1, 1", "2, 1, 2", "1, 2, 1", "2, 2, 1", "3, 2, 2", "5, 4, 2", "100, 1, 100"})
    void songsGoInRoundsOfAsManyAsThereAreSlots(int position, int slots, int minutes) {
        assertThat(ForecastPolicy.waiting(position, slots, MINUTE, NOON))
                .isEqualTo(new Forecast(position, NOON.plus(MINUTE.multipliedBy(minutes))));
    }

    @Test
    void aSongThatIsBeingMadeTakesWhatIsTypical() {
        Instant submitted = NOON.minusSeconds(20);
        assertThat(ForecastPolicy.rendering(submitted, MINUTE, NOON)).isEqualTo(new Forecast(0, NOON.plusSeconds(40)));
    }

    @ParameterizedTest
    @CsvSource({"55", "60", "100000"})
    void aSongThatTakesLongerThanUsualIsAlwaysSoonAndNeverInThePast(long seconds) {
        assertThat(ForecastPolicy.rendering(NOON.minusSeconds(seconds), MINUTE, NOON))
                .isEqualTo(new Forecast(0, NOON.plusSeconds(6)));
    }
}
