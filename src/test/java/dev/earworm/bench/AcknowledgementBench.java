package dev.earworm.bench;

import static org.awaitility.Awaitility.await;

import dev.earworm.process.EarwormProcess;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMember;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a member looks at nothing after {@code /song}: from the moment Discord sends the interaction until the bot's
 * first answer is back there, and until the bot's words are. Every song is really ordered: reserved, stored and queued.
 * Nobody waits on a thread of their own: on a small machine two hundred who do are most of what would be measured.
 */
@ExtendWith(Scoreboard.Extension.class)
@Timeout(300)
class AcknowledgementBench {
    private static final int WARM_UPS = 50;
    private static final int ONE_BY_ONE = 200;
    private static final int AT_ONCE = 200;
    private static final int BURSTS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Discord's own limit. */
    private static final Aim IN_TIME = new Aim.AtMost(3000);

    @TempDir
    private Path folder;

    /** In milliseconds; one that came too late to be followed by words was worded never. */
    private record Waits(double acknowledged, double worded) {}

    /** A song that was asked for at that moment. */
    private record Asked(SandboxInteraction song, Instant at) {}

    @Test
    void aSongIsAcknowledgedBeforeAMemberWonders(Scoreboard scoreboard) throws Exception {
        try (Stage stage = new Stage(folder.resolve("uploads"), LocalVendor.neverFinishing());
                EarwormProcess bot = stage.started(folder.resolve("bot"))) {
            scoreboard.add(new Figure(
                    "/song acknowledged, the first of a process",
                    order(stage, 1).getFirst().acknowledged(),
                    "ms",
                    IN_TIME));
            orderAgainAndAgain(stage, WARM_UPS, 1);
            Duration before = bot.processorTime();
            report(scoreboard, "one by one", orderAgainAndAgain(stage, ONE_BY_ONE, 1), new Aim.AtMost(20));
            reportProcessorTime(
                    scoreboard, "one by one", ONE_BY_ONE, bot.processorTime().minus(before));
            order(stage, AT_ONCE);
            before = bot.processorTime();
            String how = "by %d at once".formatted(AT_ONCE);
            report(scoreboard, how, orderAgainAndAgain(stage, BURSTS, AT_ONCE), new Aim.AtMost(100));
            reportProcessorTime(
                    scoreboard, how, BURSTS * AT_ONCE, bot.processorTime().minus(before));
        }
    }

    private static List<Waits> orderAgainAndAgain(Stage stage, int times, int atOnce) {
        List<Waits> waits = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            waits.addAll(order(stage, atOnce));
        }
        return waits;
    }

    private static List<Waits> order(Stage stage, int atOnce) {
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < atOnce; i++) {
            SandboxMember member = stage.home.member("member " + i);
            Instant now = Instant.now();
            asked.add(new Asked(member.in(stage.general).sends("song", Map.of("prompt", "a calm river")), now));
        }
        List<SandboxInteraction> songs = asked.stream().map(Asked::song).toList();
        Arrivals arrivals = await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Arrivals.of(stage.sandbox.requests()), found -> found.areAllThere(songs));
        return asked.stream().map(order -> waits(order, arrivals)).toList();
    }

    private static Waits waits(Asked asked, Arrivals arrivals) {
        Function<Instant, Double> sinceAsked = arrival -> millis(Duration.between(asked.at(), arrival));
        return new Waits(
                arrivals.acknowledged(asked.song()).map(sinceAsked).orElseThrow(),
                arrivals.worded(asked.song()).map(sinceAsked).orElse(Double.POSITIVE_INFINITY));
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    private static void report(Scoreboard scoreboard, String how, List<Waits> waits, Aim aim) {
        Samples acknowledged =
                Samples.of(waits.stream().map(Waits::acknowledged).toList());
        Samples worded = Samples.of(waits.stream().map(Waits::worded).toList());
        String subject = "/song acknowledged, %d %s, ".formatted(waits.size(), how);
        scoreboard.add(new Figure(subject + "median", acknowledged.median(), "ms", aim));
        scoreboard.add(new Figure(subject + "99 %", acknowledged.percentile(99), "ms", IN_TIME));
        scoreboard.add(new Figure(
                "/song accepted and worded, %d %s, median".formatted(waits.size(), how), worded.median(), "ms"));
    }

    /** Says more than the clock does where the machine has other work. */
    private static void reportProcessorTime(Scoreboard scoreboard, String how, int songs, Duration time) {
        scoreboard.add(new Figure("processor time of the bot for a /song, " + how, millis(time) / songs, "ms"));
    }
}
