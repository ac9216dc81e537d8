package dev.earworm.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.fleet.Fleet.Place;
import dev.earworm.sandbox.gateway.IdentifyLimit;
import dev.earworm.sandbox.http.LoggedRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Four processes of one shard each, which were started at the same moment. */
@Timeout(600)
class FourProcessesTest {
    private static final List<String> NAMES = List.of("one", "two", "three", "four");

    /** Shorter than Discord's: what is sent five seconds apart may arrive closer together at a busy machine. */
    private static final IdentifyLimit LIMIT = new IdentifyLimit(1, Duration.ofSeconds(4));

    private static Fleet fleet;
    private static List<Place> places;

    @BeforeAll
    @Timeout(600)
    static void start(@TempDir Path folder) throws Exception {
        fleet = Fleet.limited(NAMES.size(), folder, LIMIT);
        places = IntStream.range(0, NAMES.size())
                .mapToObj(shard -> fleet.place("guild of " + NAMES.get(shard), shard))
                .toList();
        for (int shard = 0; shard < NAMES.size(); shard++) {
            fleet.starts(NAMES.get(shard), shard, shard);
        }
        fleet.awaits(NAMES.toArray(String[]::new));
    }

    @AfterAll
    static void stop() {
        fleet.close();
    }

    @Test
    void noneBeginsItsSessionTooSoonAfterAnother() {
        assertThat(fleet.sandbox.gateway().refusedIdentifies()).isZero();
        assertThat(fleet.sandbox.gateway().connected()).isEqualTo(4);
    }

    @Test
    void discordIsToldTheCommandsOnce() {
        assertThat(fleet.sandbox.requests())
                .filteredOn(request -> request.method().equals("PUT"))
                .extracting(LoggedRequest::path, LoggedRequest::status)
                .singleElement()
                .satisfies(request -> assertThat(request.toList())
                        .containsExactly("/applications/%d/commands".formatted(fleet.sandbox.applicationId()), 200));
        assertThat(places)
                .allSatisfy(place -> assertThat(place.runs("queue", Map.of())
                                .awaitResponse(Fleet.PATIENCE)
                                .content())
                        .isNotEmpty());
    }

    @Test
    void anAccountsLimitIsHeldByAllAndAnotherThatOneOfThemIsTaughtToo() {
        List<String> songs = new ArrayList<>();
        for (Place place : places) {
            for (String ordinal : List.of("first", "second")) {
                String song = ordinal + " song of the " + place.guild().name();
                place.orders(song);
                songs.add(song);
            }
        }
        // Both of the account's slots are used, whoever has the songs.
        while (!songs.isEmpty()) {
            fleet.eventually(() -> fleet.vendor.unfinished().size() == 2);
            List<String> underWay = fleet.vendor.unfinished();
            underWay.forEach(fleet.vendor::finishes);
            songs.removeAll(underWay);
        }
        fleet.eventually(() -> places.stream().allMatch(place -> place.tracks().size() == 2));
        assertThat(fleet.vendor.mostAtOnce()).isEqualTo(2);
        assertThat(fleet.vendor.asked()).hasSize(8);

        fleet.vendor.makesAtOnce(1);
        places.getFirst().orders("a song that is taken");
        fleet.eventually(() -> fleet.vendor.unfinished().size() == 1);
        places.getLast().orders("a song that is refused");
        fleet.eventually(() -> fleet.vendor.refused() == 1);
        fleet.eventually(() -> NAMES.stream().allMatch(name -> fleet.slots(name) == 1));
        for (Place place : places) {
            place.orders("a third song of the " + place.guild().name());
        }
        fleet.vendor.finishesEverything();
        fleet.eventually(() -> fleet.count("SELECT count(*) FROM job WHERE state = 'DELIVERED'") == 14);

        assertThat(places.stream().mapToInt(place -> place.tracks().size()).sum())
                .isEqualTo(14);
        assertThat(fleet.vendor.refused()).isEqualTo(1);
        assertThat(fleet.vendor.asked()).hasSize(14);
    }
}
