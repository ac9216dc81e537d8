package dev.earworm.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.bench.LocalVendor.Poll;
import dev.earworm.jobs.AwaitPolicy;
import dev.earworm.process.EarwormProcess;
import dev.earworm.sandbox.SandboxChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten thousand songs that providers are making: what they take in memory, and whether each is asked for when it is due. A
 * question is due after the pause that {@link AwaitPolicy} names, counted from the answer to the one before; late is what
 * passes from then until the vendor has it, so the way there and the vendor's own delays count as well.
 */
@ExtendWith(Scoreboard.Extension.class)
@Timeout(900)
class InFlightBench {
    private static final int SONGS = Integer.getInteger("earworm.bench.in-flight", 10_000);
    private static final int CHANNELS = 100;

    /** Of the default model (AI/ML API's first). */
    private static final Duration TYPICAL = Duration.ofSeconds(40);

    /** A provider that is far behind; had it ten thousand songs for no longer than usual, hundreds would be done a second. */
    private static final Duration WAITED = Duration.ofMinutes(10);

    /** All of them are taken up at once, which no bot that has been running meets. */
    private static final Duration SETTLED = Duration.ofSeconds(60);

    private static final double MEGABYTE = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void tenThousandSongsAreAwaited(Scoreboard scoreboard) throws Exception {
        try (LocalVendor vendor = LocalVendor.neverFinishing();
                Stage stage = new Stage(folder.resolve("uploads"), vendor)) {
            Flight flight = Flight.ordered(stage, folder.resolve("bot"), SONGS, channels(stage), WAITED);
            List<String> songs = flight.songs();
            scoreboard.add(new Figure(
                    "/song, %,d by 50 at once, accepted and worded".formatted(songs.size()),
                    songs.size() * 1e9 / flight.accepted().toNanos(),
                    "songs/s"));
            try (EarwormProcess bot = stage.startedAsInTheImage(flight.folder())) {
                Instant watchedFrom = Instant.now().plus(SETTLED);
                TimeUnit.SECONDS.sleep(SETTLED.toSeconds());
                Duration before = bot.processorTime();
                TimeUnit.MINUTES.sleep(1);
                Duration worked = bot.processorTime().minus(before);
                report(scoreboard, bot, songs.size(), worked);
                List<Double> late = lateness(vendor, flight, watchedFrom);
                assertThat(late).hasSizeGreaterThan(songs.size());
                report(scoreboard, Samples.of(late));
            }
        }
    }

    private static List<SandboxChannel> channels(Stage stage) {
        return IntStream.range(0, CHANNELS)
                .mapToObj(number -> stage.home.channel("channel-" + number))
                .toList();
    }

    private static void report(Scoreboard scoreboard, EarwormProcess bot, int songs, Duration worked) throws Exception {
        String subject = "%,d songs in flight, memory of the process".formatted(songs);
        scoreboard.add(new Figure(subject, bot.residentBytes().orElseThrow() / MEGABYTE, "MB", new Aim.AtMost(400)));
        scoreboard.add(
                new Figure("  most memory at any time", bot.peakResidentBytes().orElseThrow() / MEGABYTE, "MB"));
        scoreboard.add(new Figure("  threads of the system", bot.threads().orElseThrow(), ""));
        scoreboard.add(new Figure("  processor time in a minute", worked.toMillis() / 1000.0, "s"));
    }

    private static void report(Scoreboard scoreboard, Samples late) {
        scoreboard.add(new Figure("  questions in a minute", late.count(), ""));
        scoreboard.add(new Figure("  a question comes late by, median", late.median() * 1000, "ms"));
        scoreboard.add(new Figure("  a question comes late by, 99 %", late.percentile(99) * 1000, "ms"));
        scoreboard.add(new Figure("  a question comes late by, most", late.most() * 1000, "ms", new Aim.AtMost(1000)));
    }

    /** In seconds, of all questions that came from then on. */
    private static List<Double> lateness(LocalVendor vendor, Flight flight, Instant from) throws Exception {
        List<Double> late = new ArrayList<>();
        Instant submitted = flight.handedIn();
        for (String song : flight.songs()) {
            List<Poll> polls = vendor.polls(song);
            for (int i = 1; i < polls.size(); i++) {
                if (polls.get(i).arrived().isAfter(from)) {
                    Instant answered = polls.get(i - 1).answered();
                    late.add(late(submitted, answered, polls.get(i).arrived()));
                }
            }
        }
        return late;
    }

    private static double late(Instant submitted, Instant answered, Instant arrived) {
        Duration pause =
                AwaitPolicy.untilNextPoll(Duration.between(submitted, answered), TYPICAL, Duration.ofSeconds(1));
        return Duration.between(answered.plus(pause), arrived).toNanos() / 1e9;
    }
}
