package dev.earworm.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.sandbox.InteractionAnswer;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMember;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a member looks at nothing after {@code /song}: from the moment Discord sends the interaction until it has the
 * bot's first answer, and until the bot's words are there. Every song is really ordered: reserved, stored and queued.
 */
@ExtendWith(Scoreboard.Extension.class)
@Timeout(300)
class AcknowledgementBench {
    private static final int WARM_UPS = 50;
    private static final int ONE_BY_ONE = 200;
    private static final int AT_ONCE = 50;
    private static final int BURSTS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Discord's own limit. */
    private static final Aim IN_TIME = new Aim.AtMost(3000);

    @TempDir
    private Path folder;

    /** In milliseconds. */
    private record Waits(double acknowledged, double worded) {}

    @Test
    void aSongIsAcknowledgedBeforeAMemberWonders(Scoreboard scoreboard) throws Exception {
        try (Stage stage = new Stage(folder.resolve("uploads"), LocalVendor.neverFinishing());
                EarwormProcess _ = stage.started(folder.resolve("bot"))) {
            scoreboard.add(new Figure(
                    "/song acknowledged, the first of a process",
                    orders(stage, 1).getFirst().acknowledged(),
                    "ms",
                    IN_TIME));
            orders(stage, WARM_UPS);
            report(scoreboard, "one by one", orders(stage, ONE_BY_ONE), new Aim.AtMost(20));
            ordersAtOnce(stage);
            List<Waits> bursts = new ArrayList<>();
            for (int i = 0; i < BURSTS; i++) {
                bursts.addAll(ordersAtOnce(stage));
            }
            report(scoreboard, "by %d at once".formatted(AT_ONCE), bursts, new Aim.Open());
        }
    }

    private static List<Waits> orders(Stage stage, int count) {
        List<Waits> waits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            waits.add(order(stage, stage.home.member("member " + i)));
        }
        return waits;
    }

    private static List<Waits> ordersAtOnce(Stage stage) throws Exception {
        List<Callable<Waits>> orders = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            SandboxMember member = stage.home.member("member " + i);
            orders.add(() -> order(stage, member));
        }
        List<Waits> waits = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Waits> order : threads.invokeAll(orders)) {
                waits.add(order.get());
            }
        }
        return waits;
    }

    private static Waits order(Stage stage, SandboxMember member) {
        long start = System.nanoTime();
        SandboxInteraction song = member.in(stage.general).runs("song", Map.of("prompt", "a calm river"));
        double acknowledged = millisSince(start);
        assertThat(song.answer()).contains(InteractionAnswer.DEFERRED_MESSAGE);
        String words = song.awaitResponse(PATIENCE).content();
        double worded = millisSince(start);
        assertThat(words).contains("in the works");
        return new Waits(acknowledged, worded);
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
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
}
