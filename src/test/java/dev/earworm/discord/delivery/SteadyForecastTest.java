package dev.earworm.discord.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.jobs.Forecast;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SteadyForecastTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void aGuessThatMovesALittleIsNotTold() {
        assertThat(steady(60, 65)).isEqualTo(60);
        assertThat(steady(60, 51)).isEqualTo(60);
        assertThat(steady(600, 690)).isEqualTo(600);
    }

    @Test
    void aGuessThatMovesMuchIs() {
        assertThat(steady(60, 80)).isEqualTo(80);
        assertThat(steady(60, 30)).isEqualTo(30);
    }

    @Test
    void aTimeThatIsOverIsNeverToldAgain() {
        assertThat(steady(-1, 3)).isEqualTo(3);
        assertThat(steady(0, 3)).isEqualTo(3);
    }

    @Test
    void thePositionIsAlwaysTheNewOne() {
        Forecast steady =
                SteadyForecast.of(new Forecast(3, NOON.plusSeconds(60)), new Forecast(2, NOON.plusSeconds(61)), NOON);

        assertThat(steady).isEqualTo(new Forecast(2, NOON.plusSeconds(60)));
    }

    /** Seconds from now: what is told after a guess, when another was told before. */
    private static long steady(long told, long guess) {
        Forecast steady = SteadyForecast.of(
                new Forecast(1, NOON.plusSeconds(told)), new Forecast(1, NOON.plusSeconds(guess)), NOON);
        return steady.readyAt().getEpochSecond() - NOON.getEpochSecond();
    }
}
