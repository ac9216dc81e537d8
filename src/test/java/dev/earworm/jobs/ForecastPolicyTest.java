package dev.earworm.jobs;

import static dev.earworm.jobs.JobFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastPolicyTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @ParameterizedTest(name = "place {0} at {1} slots: {2} min")
    @CsvSource({"1, 1, 1", "2, 1, 2", "1, 2, 1", "2, 2, 1", "3, 2, 2", "5, 4, 2", "100, 1, 100"})
    void songsGoInRoundsOfAsManyAsThereAreSlots(int position, int slots, int minutes) {
        assertThat(ForecastPolicy.waiting(position, slots, MINUTE, NOON))
                .isEqualTo(new Forecast.InLine(position, NOON.plus(MINUTE.multipliedBy(minutes))));
    }

    @Test
    void aSongThatIsBeingMadeTakesWhatIsTypical() {
        assertThat(making(20, OptionalInt.empty())).isEqualTo(new Forecast.Making(33, NOON.plusSeconds(40)));
    }

    @ParameterizedTest
    @CsvSource({"55, 91", "60, 95", "90, 95"})
    void aSongThatTakesALittleLongerIsAlwaysSoonAndNeverInThePast(long seconds, int percent) {
        assertThat(making(seconds, OptionalInt.empty())).isEqualTo(new Forecast.Making(percent, NOON.plusSeconds(6)));
    }

    @Test
    void ofASongThatTakesMuchLongerNobodySaysWhenItWillBeReady() {
        assertThat(making(91, OptionalInt.empty()))
                .isEqualTo(new Forecast.Late(OptionalInt.empty(), NOON.minusSeconds(91)));
        assertThat(making(100_000, OptionalInt.of(40)))
                .isEqualTo(new Forecast.Late(OptionalInt.of(40), NOON.minusSeconds(100_000)));
    }

    @ParameterizedTest(name = "{1} % after {0} s: {2} s to go")
    @CsvSource({"40, 50, 40", "30, 25, 90", "10, 19, 50", "30, 95, 6", "0, 50, 6"})
    void aVendorThatIsFasterOrSlowerThanUsualIsBelieved(long seconds, int said, long left) {
        assertThat(making(seconds, OptionalInt.of(said))).isEqualTo(new Forecast.Making(said, NOON.plusSeconds(left)));
    }

    @Test
    void aClockThatWasSetBackHarmsNothing() {
        assertThat(making(-30, OptionalInt.empty())).isEqualTo(new Forecast.Making(0, NOON.plusSeconds(90)));
        assertThat(making(-30, OptionalInt.of(50))).isEqualTo(new Forecast.Making(50, NOON.plusSeconds(6)));
    }

    private static Forecast making(long seconds, OptionalInt said) {
        return ForecastPolicy.making(NOON.minusSeconds(seconds), MINUTE, said, 0, NOON);
    }
}
