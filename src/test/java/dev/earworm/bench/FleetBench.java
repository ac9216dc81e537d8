package dev.earworm.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.fleet.Fleet;
import dev.earworm.fleet.Fleet.Place;
import dev.earworm.process.EarwormProcess;
import dev.earworm.sandbox.SandboxInteraction;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a bot of four shards does on one PostgreSQL, as one process, two or four: how many songs are accepted and worded in
 * a second, and how many that the vendor has finished at the same moment are posted. Discord, the vendor, PostgreSQL and all
 * processes share this machine, so more processes than processors make nothing quicker; the processor time for a song says
 * what dividing a bot costs.
 */
@ExtendWith(Scoreboard.Extension.class)
@Timeout(600)
class FleetBench {
    private static final int SHARDS = 4;
    private static final int WARM_UPS = 40;
    private static final int SONGS = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Map<String, String> UNLIMITED = Map.of(
            "QUOTA_DAILY_SONGS", "1000000", "QUOTA_DAILY_SECONDS", "1000000", "QUOTA_CONCURRENT_SONGS", "1000000");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void songsAreTakenAndHandedOver(int processes, Scoreboard scoreboard) throws IOException {
        try (Fleet fleet = Fleet.packaged(SHARDS, folder, UNLIMITED)) {
            List<Place> places = IntStream.range(0, SHARDS)
                    .mapToObj(shard -> fleet.place("guild " + shard, shard))
                    .toList();
            List<EarwormProcess> bot = start(fleet, processes);
            fleet.vendor.teaches(WARM_UPS + SONGS);
            round(fleet, places, "warm-up", WARM_UPS);

            Duration before = processorTime(bot);
            Round round = round(fleet, places, "song", SONGS);
            Duration spent = processorTime(bot).minus(before);

            String on = ", %d in %d process%s".formatted(SONGS, processes, processes == 1 ? "" : "es");
            scoreboard.add(new Figure("songs accepted and worded" + on, perSecond(round.accepted()), "a second"));
            scoreboard.add(new Figure("finished songs posted" + on, perSecond(round.posted()), "a second"));
            scoreboard.add(
                    new Figure("processor time of the bot for a song" + on, spent.toNanos() / 1e6 / SONGS, "ms"));
        }
    }

    /** @param accepted until the last was, from when the first was asked for; the songs were posted only after that */
    private record Round(Duration accepted, Duration posted) {}

    private static List<EarwormProcess> start(Fleet fleet, int processes) throws IOException {
        List<EarwormProcess> bot = new ArrayList<>();
        int each = SHARDS / processes;
        for (int first = 0; first < SHARDS; first += each) {
            bot.add(fleet.starts("from-" + first, first, first + each - 1));
        }
        for (int first = 0; first < SHARDS; first += each) {
            fleet.awaits("from-" + first);
        }
        return bot;
    }

    private static Round round(Fleet fleet, List<Place> places, String name, int songs) {
        long posted = posted(places);
        long start = System.nanoTime();
        List<SandboxInteraction> asks = new ArrayList<>();
        for (int i = 0; i < songs; i++) {
            asks.add(places.get(i % SHARDS).asksFor(name + " " + i));
        }
        eventually(fleet, () -> asks.stream().allMatch(FleetBench::isWorded));
        Duration accepted = since(start);
        assertThat(fleet.count("SELECT count(*) FROM job WHERE state <> 'DELIVERED'"))
                .isEqualTo(songs);
        start = System.nanoTime();
        for (int i = 0; i < songs; i++) {
            fleet.vendor.finishes(name + " " + i);
        }
        eventually(fleet, () -> posted(places) == posted + songs);
        return new Round(accepted, since(start));
    }

    private static boolean isWorded(SandboxInteraction ask) {
        return ask.findResponse().filter(answer -> !answer.isLoading()).isPresent();
    }

    private static long posted(List<Place> places) {
        return places.stream().mapToLong(place -> place.tracks().size()).sum();
    }

    private static void eventually(Fleet fleet, BooleanSupplier condition) {
        assertThat(fleet.sandbox.await(PATIENCE, condition)).isTrue();
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static double perSecond(Duration time) {
        return SONGS / (time.toNanos() / 1e9);
    }

    private static Duration processorTime(List<EarwormProcess> bot) {
        return bot.stream().map(EarwormProcess::processorTime).reduce(Duration.ZERO, Duration::plus);
    }
}
