package dev.earworm.providers.synth.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MasteringTest {
    /** A full-scale 997 Hz sine on one channel is −3.01 LUFS: ITU-R BS.1770, annex 1. */
    @Test
    void loudnessAgreesWithTheStandard() {
        LoudnessMeter meter = new LoudnessMeter();
        for (int i = 0; i < 5 * Audio.SAMPLE_RATE; i++) {
            meter.add(Math.sin(2 * Math.PI * 997 * i / Audio.SAMPLE_RATE), 0);
        }

        assertThat(meter.integrated()).isCloseTo(-3.01, within(0.05));
    }

    @Test
    void silenceDoesNotCountForLoudness() {
        LoudnessMeter meter = new LoudnessMeter();
        for (int i = 0; i < 20 * Audio.SAMPLE_RATE; i++) {
            double value = i < 5 * Audio.SAMPLE_RATE ? Math.sin(2 * Math.PI * 997 * i / Audio.SAMPLE_RATE) : 0;
            meter.add(value, 0);
        }

        assertThat(meter.integrated()).isCloseTo(-3.01, within(0.3));
    }

    @Test
    void nothingGetsPastTheCeiling() {
        Limiter limiter = new Limiter(4, 0.8);
        double highest = 0;
        for (int i = 0; i < Audio.SAMPLE_RATE; i++) {
            float value = (float) (Math.sin(i * 0.3) * (i % 4410 < 50 ? 1 : 0.3));
            limiter.next(value, -value);
            highest = Math.max(highest, Math.max(Math.abs(limiter.left), Math.abs(limiter.right)));
        }

        assertThat(highest).isLessThanOrEqualTo(0.8 + 1e-6).isGreaterThan(0.7);
    }

    @Test
    void whatIsQuietPassesUnchangedButLate() {
        Limiter limiter = new Limiter(2, 0.9);
        for (int i = 0; i < 1000; i++) {
            limiter.next(i / 10_000f, 0);
            if (i >= Limiter.DELAY) {
                assertThat((double) limiter.left).isCloseTo((i - Limiter.DELAY) * 2 / 10_000.0, within(1e-6));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 5 3 4 1 2, 5 3 4 1 2", "2, 5 3 4 1 2, 5 3 3 1 1", "3, 1 2 3 4 5, 1 1 1 2 3"})
    void theSlidingMinimumForgetsWhatIsOld(int window, String values, String minima) {
        SlidingMinimum minimum = new SlidingMinimum(window);
        StringBuilder found = new StringBuilder();
        for (String value : values.split(" ", -1)) {
            found.append((int) minimum.next(Integer.parseInt(value))).append(' ');
        }

        assertThat(found.toString().strip()).isEqualTo(minima);
    }
}
