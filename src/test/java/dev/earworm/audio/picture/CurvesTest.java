package dev.earworm.audio.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CurvesTest {
    @Test
    void aWaveIsASineThatBeginsAnewWithEachTurn() {
        for (double turns = -3; turns <= 3; turns += 0.00037) {
            assertThat(Curves.wave(turns)).isCloseTo(Math.sin(2 * Math.PI * turns), within(1e-6));
        }
    }

    @Test
    void theEndOfATurnIsWithinTheWave() {
        assertThat(Curves.wave(1)).isCloseTo(0, within(1e-9));
        assertThat(Curves.wave(Math.nextDown(1.0))).isCloseTo(0, within(1e-9));
        assertThat(Curves.wave(-Double.MIN_VALUE)).isCloseTo(0, within(1e-9));
        assertThat(Curves.wave(0.25)).isCloseTo(1, within(1e-9));
    }
}
