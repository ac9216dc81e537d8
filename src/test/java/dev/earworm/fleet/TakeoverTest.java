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

/** Three processes share six shards, a fourth is there in case one of them dies, and one does, with SIGKILL. */
@Timeout(600)
class TakeoverTest {
    @TempDir
    private Path folder;

    @Test
    void theSongsOfAKilledProcessComeFromTheOneThatTakesItsShardsOverAndNoneIsLostOrDoubled() throws Exception {
        try (Fleet fleet = Fleet.of(6, folder, Map.of())) {
            Place north = fleet.place("north", 0);
            Place east = fleet.place("east", 2);
            Place south = fleet.place("south", 3);
            Place west = fleet.place("west", 5);
            Place later = fleet.place("later", 3);
            fleet.starts("one", 0, 1);
            fleet.starts("two", 2, 3);
            fleet.starts("three", 4, 5);
            fleet.awaits("one", "two", "three");
            fleet.starts("spare", 2, 3);

            // The vendor's two slots are the second process's songs; the others, one of them its own, wait in line.
            east.orders("a song of the east");
            fleet.eventually(() -> fleet.vendor.asked().size() == 1);
            south.orders("a song of the south");
            fleet.eventually(() -> fleet.vendor.asked().size() == 2);
            later.orders("a later song");
            north.orders("a song of the north");
            west.orders("a song of the west");
            fleet.process("spare").untilItSays("waiting to run shards 2-3/6", Fleet.PATIENCE);
            assertThat(fleet.process("spare").output()).doesNotContain("Earworm is ready");

            fleet.process("two").kill();
            fleet.awaits("spare");
            fleet.eventually(() -> fleet.vendor.asked().size() == 4);
            List<Place> places = List.of(north, east, south, west, later);
            fleet.vendor.finishesEverything();
            fleet.eventually(() -> places.stream().allMatch(place -> place.says("Your song is done")));

            assertThat(fleet.vendor.askedFor("a song of the north")).containsExactly("one");
            assertThat(fleet.vendor.askedFor("a song of the west")).containsExactly("three");
            assertThat(fleet.vendor.askedFor("a later song")).containsExactly("spare");
            // What became of them was unknown, and ElevenLabs cannot be asked.
            assertThat(fleet.vendor.askedFor("a song of the east")).containsExactly("two", "spare");
            assertThat(fleet.vendor.askedFor("a song of the south")).containsExactly("two", "spare");
            assertThat(fleet.count("SELECT count(*) FROM job WHERE state <> 'DELIVERED'"))
                    .isZero();
            assertThat(List.of(east, south))
                    .as("both submits may have been charged")
                    .allSatisfy(
                            place -> assertThat(fleet.usageAfterStop(place)).isEqualTo(used(1, 10, Usd.of("0.30"), 0)));
            assertThat(List.of(north, west, later))
                    .allSatisfy(
                            place -> assertThat(fleet.usageAfterStop(place)).isEqualTo(used(1, 10, Usd.of("0.15"), 0)));
            assertThat(places)
                    .allSatisfy(place -> assertThat(place.tracks())
                            .singleElement()
                            .satisfies(track -> assertThat(track.pings().users())
                                    .containsExactly(place.member().id())));
        }
    }
}
