package dev.earworm.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever a song sounds like and however long it was said to be: its outline has the steps that were asked for. */
class WaveformPropertyTest {
    @Property(tries = 200)
    void anOutlineHasAllItsStepsAndTheLoudestIsTheHighest(
            @ForAll @Size(max = 400) List<Short> samples,
            @ForAll @IntRange(min = 0, max = 60) int millis,
            @ForAll @IntRange(min = 1, max = 256) int steps)
            throws IOException {
        Waveform outline =
                WaveformReader.measured(new ByteArrayInputStream(bytes(samples)), Duration.ofMillis(millis), steps);
        byte[] points = outline.points();

        assertThat(points).hasSize(steps);
        int loudest = IntStream.range(0, steps).map(i -> points[i] & 0xff).max().orElseThrow();
        boolean isSilent = samples.stream().allMatch(sample -> sample == 0);
        assertThat(loudest).isEqualTo(isSilent ? 0 : 255);
        assertThat(outline.peak())
                .isEqualTo(samples.stream()
                                .mapToInt(sample -> Math.abs((int) sample))
                                .max()
                                .orElse(0)
                        / 32768.0);
        assertThat(outline.steps())
                .allSatisfy(step -> assertThat(step.average()).isBetween(0.0, step.peak() + 1e-9));
    }

    private static byte[] bytes(List<Short> samples) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * samples.size()).order(ByteOrder.LITTLE_ENDIAN);
        samples.forEach(bytes::putShort);
        return bytes.array();
    }
}
