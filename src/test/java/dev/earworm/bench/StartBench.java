package dev.earworm.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.process.EarwormProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** How long a newcomer waits for the first song, and an operator for the bot, from the start of the process. */
@ExtendWith(Scoreboard.Extension.class)
@Timeout(300)
class StartBench {
    private static final int ROUNDS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    @Test
    void aNewcomerHearsTheFirstSongSoon(Scoreboard scoreboard) throws Exception {
        List<Double> songs = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            try (EarwormProcess program = EarwormProcess.packaged(
                    folder, Map.of(), List.of(), "try", "--prompt=lo-fi piano with light rain", "--out=songs")) {
                songs.add(seconds(program.untilItSays("Your song: ", PATIENCE)));
                assertThat(program.exitCode()).as(program.output()).isZero();
            }
            assertThat(folder.resolve("songs")).isDirectoryContaining("glob:**.mp3");
        }
        Samples samples = Samples.of(songs);
        scoreboard.add(
                new Figure("try, start to first song, median of " + ROUNDS, samples.median(), "s", new Aim.AtMost(15)));
        scoreboard.add(new Figure("try, start to first song, slowest", samples.most(), "s"));
    }

    @Test
    void theBotIsSoonReady(Scoreboard scoreboard) throws Exception {
        try (Stage stage = new Stage(folder.resolve("uploads"), LocalVendor.neverFinishing())) {
            scoreboard.add(new Figure("run, start to ready on an empty folder", ready(stage), "s"));
            List<Double> starts = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                starts.add(ready(stage));
            }
            scoreboard.add(new Figure(
                    "run, start to ready again, median of " + ROUNDS,
                    Samples.of(starts).median(),
                    "s"));
        }
    }

    private double ready(Stage stage) throws Exception {
        try (EarwormProcess bot = stage.started(folder.resolve("bot"))) {
            return seconds(bot.untilItSays("Earworm is ready", PATIENCE));
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
