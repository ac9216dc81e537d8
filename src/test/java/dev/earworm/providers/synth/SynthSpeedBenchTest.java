package dev.earworm.providers.synth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.AudioFormat;
import dev.earworm.music.Composition.Composed;
import dev.earworm.music.JobId;
import dev.earworm.music.SongRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mvn -Pbench verify}: how many times faster than it plays a song is made, once the JVM is warm. */
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
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 3;
    private static final double LEAST_TIMES_REAL_TIME = 50;

    @TempDir
    Path folder;

    @Test
    void aSongIsMadeFiftyTimesFasterThanItPlays() {
        SynthProvider provider = new SynthProvider(SynthConfig.builtIn());
        for (int round = 0; round < WARM_UP; round++) {
            composeAll(provider);
        }
        double fastest = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            composeAll(provider);
            fastest = Math.min(fastest, (System.nanoTime() - start) / 1e9);
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
