package dev.earworm.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.fleet.Fleet.Place;
import dev.earworm.sandbox.SandboxInteraction;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes with one ceiling, and settings that are changed where neither of them sees it. */
@Timeout(600)
class SharedMoneyTest {
    private static final int ASKS = 20;

    private static Fleet fleet;
    private static Place here;
    private static Place there;

    @BeforeAll
    @Timeout(600)
    static void start(@TempDir Path folder) throws Exception {
        fleet = Fleet.of(
                2,
                folder,
                Map.of("BUDGET_DAILY_USD", "1.05", "QUOTA_DAILY_SONGS", "100", "QUOTA_CONCURRENT_SONGS", "100"));
        here = fleet.place("here", 0);
        there = fleet.place("there", 1);
        fleet.starts("one", 0, 0);
        fleet.starts("two", 1, 1);
        fleet.awaits("one", "two");
    }

    @AfterAll
    static void stop() {
        fleet.close();
    }

    @Test
    void ofTwentyAsksAtOnceInBothProcessesExactlySevenFitUnderTheCeiling() {
        List<SandboxInteraction> asks = IntStream.range(0, ASKS)
                .parallel()
                .mapToObj(number -> (number % 2 == 0 ? here : there).orders("song " + number))
                .toList();
        asks.forEach(ask -> ask.awaitResponse(Fleet.PATIENCE));

        // What the accepted ones say changes as they go on.
        assertThat(asks)
                .filteredOn(ask -> ask.response().content().contains("This bot has spent what it may today"))
                .hasSize(ASKS - 7);
        assertThat(fleet.count("SELECT count(*) FROM job")).isEqualTo(7);
    }

    @Test
    void whatAnOperatorChangesInTheDatabaseHoldsInEveryProcess() {
        List<Place> paused = List.of(fleet.place("paused here", 0), fleet.place("paused there", 1));
        paused.forEach(place -> fleet.execute("INSERT INTO guild_settings VALUES (%d, '%s')"
                .formatted(place.guild().id(), paused("we listen"))));
        assertThat(paused).allMatch(place -> isTold(place, "we listen"));

        fleet.execute("UPDATE guild_settings SET settings = '%s'".formatted(paused("we dance")));

        assertThat(paused).allSatisfy(place -> fleet.eventually(() -> isTold(place, "we dance")));
    }

    private static String paused(String reason) {
        return "{\"paused\": {\"since\": 1700000000, \"reason\": \"%s\"}}".formatted(reason);
    }

    private static boolean isTold(Place place, String reason) {
        return place.orders("a song").awaitResponse(Fleet.PATIENCE).content().contains(reason);
    }
}
