package dev.earworm.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.BotRig.Scene;
import dev.earworm.sandbox.SandboxInteraction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("bench")
class AcknowledgementBenchTest {
    private static final int WARM_UP = 100;
    private static final int RUNS = 200;

    @Test
    void aSongIsAcknowledgedInLessThanTwentyMilliseconds(@TempDir Path folder) throws Exception {
        List<Duration> waits = new ArrayList<>();
        try (BotRig rig = BotRig.loggedIn(folder)) {
            Scene scene = rig.scene();
            for (int i = 0; i < WARM_UP + RUNS; i++) {
                long start = System.nanoTime();
                SandboxInteraction run = scene.alice.in(scene.general).runs("song", Map.of("prompt", "a calm river"));
                Duration wait = Duration.ofNanos(System.nanoTime() - start);
                run.awaitResponse(BotRig.SOON);
                if (i >= WARM_UP) {
                    waits.add(wait);
                }
            }
        }

        Duration median = waits.stream().sorted().skip(RUNS / 2).findFirst().orElseThrow();
        System.out.println("/song is acknowledged in " + median.toMillis() + " ms (median)");
        assertThat(median).isLessThan(Duration.ofMillis(20));
    }
}
