package dev.earworm.fleet;

import static dev.earworm.quota.QuotaFixtures.used;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.fleet.Fleet.Place;
import dev.earworm.music.Usd;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes that are started anew, one after the other, as for a new version. */
@Timeout(600)
class RollingRestartTest {
    @TempDir
    private Path folder;

    @Test
    void songsOnTheirWayArriveAndThoseThatWaitGoOnAfterwards() throws Exception {
        try (Fleet fleet = Fleet.of(2, folder, Map.of("STOP_DRAIN_SECONDS", "60"))) {
            List<Place> places = List.of(fleet.place("here", 0), fleet.place("there", 1));
            fleet.starts("one", 0, 0);
            fleet.starts("two", 1, 1);
            fleet.awaits("one", "two");
            for (Place place : places) {
                place.orders("under way " + place.guild().name());
            }
            fleet.eventually(() -> fleet.vendor.unfinished().size() == 2);
            for (Place place : places) {
                place.orders("waiting " + place.guild().name());
            }

            startAnew(fleet, "one", 0, "here");
            startAnew(fleet, "two", 1, "there");
            fleet.eventually(
                    () -> places.stream().allMatch(place -> place.tracks().size() == 2));
            fleet.eventually(() -> fleet.count("SELECT count(*) FROM job WHERE state <> 'DELIVERED' OR told = 0") == 0);

            assertThat(fleet.vendor.asked()).hasSize(4);
            assertThat(places)
                    .allSatisfy(
                            place -> assertThat(fleet.usageAfterStop(place)).isEqualTo(used(2, 20, Usd.of("0.30"), 0)));
        }
    }

    /** What is under way arrives while its process stops, or before; what waits, perhaps not until it is back. */
    private static void startAnew(Fleet fleet, String name, int shard, String place) throws Exception {
        Thread stopping = Thread.ofVirtual().start(fleet.process(name)::close);
        fleet.vendor.finishes("under way " + place);
        fleet.vendor.finishes("waiting " + place);
        stopping.join();
        assertThat(fleet.process(name).exitCode()).isEqualTo(128 + 15);
        fleet.starts(name, shard, shard);
        fleet.awaits(name);
    }
}
