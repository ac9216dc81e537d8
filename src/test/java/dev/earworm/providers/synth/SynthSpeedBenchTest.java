package dev.earworm.providers.synth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.AudioFormat;
import dev.earworm.music.Composition.Composed;
import dev.earworm.music.JobId;
import dev.earworm.music.SongRequest;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code mvn -Pbench verify}: how many times faster than it plays a song is made, once the JVM is warm.
 *
 * <p>A song is made on one thread, whose processor time is measured; on an idle machine that is the time on the clock.
 */
@Tag("bench")
class SynthSpeedBenchTest {
    private static final List<String> PROMPTS = List.of(
            "lo-fi piano with light rain",
            "epic orchestral choir",
            "techno",
            "solo piano",
            "bossa nova",
            "heavy metal");
    private static final int SECONDS = 60;
    private static final int WARM_UP = 2;
    private static final int ROUNDS = 2;
    private static final double LEAST_TIMES_REAL_TIME = 50;

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void aSongIsMadeFiftyTimesFasterThanItPlays() {
        SynthProvider provider = new SynthProvider(SynthConfig.builtIn());
        for (int round = 0; round < WARM_UP; round++) {
            composeAll(provider);
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double fastest = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = threads.getCurrentThreadCpuTime();
            composeAll(provider);
            fastest = Math.min(fastest, (threads.getCurrentThreadCpuTime() - start) / 1e9);
        }

        double timesRealTime = PROMPTS.size() * SECONDS / fastest;

        System.out.printf("synth: %.0f times real time%n", timesRealTime);
        assertThat(timesRealTime).isGreaterThan(LEAST_TIMES_REAL_TIME);
    }

    private void composeAll(SynthProvider provider) {
        for (String prompt : PROMPTS) {
            SongRequest request = new SongRequest(
                    provider.models().getFirst().id(),
                    prompt,
                    Duration.ofSeconds(SECONDS),
                    true,
                    Optional.empty(),
                    AudioFormat.WAV,
                    OptionalLong.of(1),
                    Optional.empty());
            assertThat(provider.compose(new JobId("0123456789abcdef"), request, folder.resolve("song.wav")))
                    .isInstanceOf(Composed.class);
        }
    }
}
