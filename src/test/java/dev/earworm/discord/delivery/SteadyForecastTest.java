package dev.earworm.discord.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.jobs.Forecast;
import java.time.Instant;
import java.util.OptionalInt;
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
    void positionAndPercentageAreAlwaysTheNewOnes() {
        assertThat(SteadyForecast.of(line(3, 60), line(2, 61), NOON)).isEqualTo(line(2, 60));
        assertThat(SteadyForecast.of(making(30, 60), making(40, 61), NOON)).isEqualTo(making(40, 60));
    }

    @Test
    void aTimeThatWasToldInTheQueueIsKeptOnceTheSongIsBeingMade() {
        assertThat(SteadyForecast.of(line(1, 60), making(0, 65), NOON)).isEqualTo(making(0, 60));
    }

    @Test
    void ofALateSongNoTimeIsTold() {
        Forecast late = new Forecast.Late(OptionalInt.empty(), NOON.minusSeconds(90));

        assertThat(SteadyForecast.of(making(90, 6), late, NOON)).isEqualTo(late);
        assertThat(SteadyForecast.of(late, making(90, 6), NOON)).isEqualTo(making(90, 6));
    }

    /** Seconds from now: what is told after a guess, when another was told before. */
    private static long steady(long told, long guess) {
        Forecast.InLine steady = (Forecast.InLine) SteadyForecast.of(line(1, told), line(1, guess), NOON);
        return steady.readyAt().getEpochSecond() - NOON.getEpochSecond();
    }

    private static Forecast line(int position, long seconds) {
        return new Forecast.InLine(position, NOON.plusSeconds(seconds));
    }

    private static Forecast making(int percent, long seconds) {
        return new Forecast.Making(percent, NOON.plusSeconds(seconds));
    }
}
