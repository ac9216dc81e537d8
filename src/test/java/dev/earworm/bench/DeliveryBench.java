package dev.earworm.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.audio.Ffmpeg;
import dev.earworm.process.EarwormProcess;
import dev.earworm.sandbox.SandboxChannel;
import dev.earworm.sandbox.SandboxMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** How soon a member sees a song that its provider has finished, what that takes in questions, and what many take at once. */
@ExtendWith(Scoreboard.Extension.class)
@Timeout(600)
class DeliveryBench {
    private static final int SPREAD = 24;
    private static final int TOGETHER = Integer.getInteger("earworm.bench.together", 200);

    /** Discord takes five messages in five seconds for each. */
    private static final int CHANNELS = 40;

    private static final Duration PATIENCE = Duration.ofSeconds(400);
    private static final double MEGABYTE = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void aFinishedSongIsSoonSeen(Scoreboard scoreboard) throws Exception {
        Map<String, Instant> doneAt = new HashMap<>();
        Random chance = new Random(7);
        try (LocalVendor vendor = LocalVendor.making(song());
                Stage stage = new Stage(folder.resolve("uploads"), vendor)) {
            Flight flight = Flight.ordered(stage, folder.resolve("bot"), SPREAD, channels(stage), Duration.ZERO);
            try (EarwormProcess _ = stage.startedAsInTheImage(flight.folder())) {
                Instant begun = Instant.now();
                for (String song : flight.songs()) {
                    doneAt.put(song, begun.plusMillis(20_000 + chance.nextInt(40_000)));
                }
                doneAt.forEach(vendor::finishes);
                awaitSongs(stage, flight.songs().size());
            }
            List<Double> delays = delays(stage, flight, doneAt);
            double questions = doneAt.keySet().stream()
                    .mapToInt(song -> vendor.polls(song).size())
                    .average()
                    .orElseThrow();
            report(scoreboard, Samples.of(delays));
            // Each was handed in once, which this bench did in the bot's stead.
            scoreboard.add(new Figure(
                    "calls to the provider for a song that takes 20 to 60 s",
                    1 + questions + vendor.downloads() / (double) doneAt.size(),
                    ""));
        }
    }

    private static void report(Scoreboard scoreboard, Samples delays) {
        String subject = "finished at the provider to seen in the channel, %d songs, ".formatted(delays.count());
        scoreboard.add(new Figure(subject + "median", delays.median(), "s", new Aim.AtMost(3)));
        scoreboard.add(new Figure(subject + "99 %", delays.percentile(99), "s"));
    }

    @Test
    void manySongsAtOnceTakeLittleMemory(Scoreboard scoreboard) throws Exception {
        try (LocalVendor vendor = LocalVendor.making(song());
                Stage stage = new Stage(folder.resolve("uploads"), vendor)) {
            Flight flight = Flight.ordered(stage, folder.resolve("bot"), TOGETHER, channels(stage), Duration.ZERO);
            try (EarwormProcess bot = stage.startedAsInTheImage(flight.folder());
                    Children ffmpegs = new Children(bot)) {
                Instant together = Instant.now();
                Duration before = bot.processorTime();
                flight.songs().forEach(song -> vendor.finishes(song, together));
                awaitSongs(stage, flight.songs().size());
                double seconds = Duration.between(together, Instant.now()).toMillis() / 1000.0;
                Duration worked = bot.processorTime().minus(before);

                String subject = "%d songs of 3 MB finished together, ".formatted(TOGETHER);
                scoreboard.add(new Figure(
                        subject + "most memory of the bot",
                        bot.peakResidentBytes().orElseThrow() / MEGABYTE,
                        "MB",
                        new Aim.AtMost(250)));
                scoreboard.add(new Figure("  most ffmpegs at once", ffmpegs.mostAtOnce(), ""));
                scoreboard.add(
                        new Figure("  most memory of all ffmpegs at once", ffmpegs.mostBytes() / MEGABYTE, "MB"));
                scoreboard.add(new Figure("  delivered", TOGETHER / seconds, "songs/s"));
                scoreboard.add(new Figure(
                        "  processor time of the bot for a song", worked.toMillis() / (double) TOGETHER, "ms"));
            }
        }
    }

    private Path song() throws Exception {
        return NoiseFile.mp3(folder, Ffmpeg.unpackedUnder(Path.of("target", "ffmpeg")));
    }

    private static List<SandboxChannel> channels(Stage stage) {
        return IntStream.range(0, CHANNELS)
                .mapToObj(number -> stage.home.channel("channel-" + number))
                .toList();
    }

    private static void awaitSongs(Stage stage, int songs) {
        assertThat(stage.sandbox.await(PATIENCE, () -> delivered(stage).size() >= songs))
                .as("%d of %d songs are there", delivered(stage).size(), songs)
                .isTrue();
    }

    private static List<SandboxMessage> delivered(Stage stage) {
        return channels(stage).stream()
                .flatMap(channel -> channel.messages().stream())
                .filter(message -> !message.files().isEmpty())
                .toList();
    }

    private static List<Double> delays(Stage stage, Flight flight, Map<String, Instant> doneAt) throws Exception {
        Map<Long, Instant> seen = new HashMap<>();
        delivered(stage).forEach(message -> seen.put(message.id(), message.createdAt()));
        List<Double> delays = new ArrayList<>();
        flight.messages().forEach((song, message) -> {
            assertThat(seen).as("the message of %s", song).containsKey(message);
            delays.add(Duration.between(doneAt.get(song), seen.get(message)).toMillis() / 1000.0);
        });
        return delays;
    }
}
