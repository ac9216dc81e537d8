package dev.earworm.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.audio.Waveform.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaveformTest {
    @Test
    void pointsAreMeasuredByTheLoudestStep() {
        Waveform waveform = new Waveform(List.of(new Step(1, 0.4), new Step(1, 0.2), new Step(0.1, 0)));

        assertThat(waveform.points()).containsExactly(255, 128, 0);
    }

    @Test
    void silenceHasPointsToo() {
        assertThat(new Waveform(List.of(Step.SILENCE, Step.SILENCE)).points()).containsExactly(0, 0);
    }
}
