package dev.earworm.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.process.EarwormProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a newcomer waits for the first song, and an operator for the bot, from the start of the process; and what a bot
 * takes that nobody uses.
 */
@ExtendWith(Scoreboard.Extension.class)
@Timeout(300)
class StartBench {
    private static final int ROUNDS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final double MEGABYTE = 1 << 20;

    @TempDir
    private Path folder;

    /** In seconds; the processor's time says more than the clock does where the machine has other work. */
    private record Start(double ready, double worked) {}

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
        report(scoreboard, "run", List.of(), new Aim.Open());
    }

    @Test
    void theBotInTheImageIsReadyAtOnce(Scoreboard scoreboard) throws Exception {
        report(scoreboard, "run as in the image", ContainerImage.options(), new Aim.AtMost(1));
    }

    @Test
    void anIdleBotIsSmall(Scoreboard scoreboard) throws Exception {
        try (Stage stage = new Stage(folder.resolve("uploads"), LocalVendor.neverFinishing());
                EarwormProcess bot = stage.startedAsInTheImage(folder.resolve("bot"))) {
            Duration before = bot.processorTime();
            TimeUnit.MINUTES.sleep(1);
            Duration worked = bot.processorTime().minus(before);
            scoreboard.add(new Figure(
                    "idle for a minute, memory of the process",
                    bot.residentBytes().orElseThrow() / MEGABYTE,
                    "MB",
                    new Aim.AtMost(120)));
            scoreboard.add(
                    new Figure("idle for a minute, threads", bot.threads().orElseThrow(), ""));
            scoreboard.add(new Figure("idle for a minute, processor time in it", worked.toMillis(), "ms"));
        }
    }

    private void report(Scoreboard scoreboard, String how, List<String> options, Aim aim) throws Exception {
        try (Stage stage = new Stage(folder.resolve("uploads"), LocalVendor.neverFinishing())) {
            Start first = start(stage, options);
            List<Start> again = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                again.add(start(stage, options));
            }
            Samples samples = Samples.of(again.stream().map(Start::ready).toList());
            Samples worked = Samples.of(again.stream().map(Start::worked).toList());
            scoreboard.add(new Figure(how + ", start to ready on an empty folder", first.ready(), "s"));
            scoreboard.add(new Figure(how + ", start to ready again, median of " + ROUNDS, samples.median(), "s", aim));
            scoreboard.add(new Figure(how + ", start to ready again, quickest", samples.least(), "s"));
            scoreboard.add(new Figure(how + ", processor time until ready again", worked.median(), "s"));
        }
    }

    private Start start(Stage stage, List<String> options) throws Exception {
        try (EarwormProcess bot = stage.started(folder.resolve("bot"), options)) {
            double worked = seconds(bot.processorTime());
            return new Start(seconds(bot.untilItSays("Earworm is ready", PATIENCE)), worked);
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
