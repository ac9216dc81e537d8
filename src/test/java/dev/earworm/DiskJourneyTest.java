package dev.earworm;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data folder's disk gets short while songs are ordered and made. */
class DiskJourneyTest {
    private static final Map<String, ?> RIVER = Map.of("prompt", "a calm river", "length", 10);
    private static final long MEGABYTE = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void newSongsAreRefusedKindlyRunningOnesAreFinishedAndOperatorsSeeWhy() throws Exception {
        StagedProvider vendor = new StagedProvider(Wav.tone(folder.resolve("song.wav"), Duration.ofSeconds(10)), 1);
        try (FrontDoor door = FrontDoor.open(folder.resolve("data"), vendor)) {
            door.run(door.alice, "song", RIVER);
            door.eventually(() -> door.rendering() == 1);
            door.run(door.alice, "song", RIVER);
            door.eventually(() -> door.songs() == 2);

            door.hasFreeSpace(199 * MEGABYTE);
            door.reads(
                    door.bob,
                    "song",
                    RIVER,
                    "There is no room left to store new songs, so I cannot take yours just now. Nothing was counted."
                            + " Whoever runs this bot has been told; please try again later.");
            HttpResponse<String> readiness = get(door, "/readyz");
            assertThat(readiness.statusCode()).isEqualTo(503);
            assertThat(readiness.body())
                    .contains("disk: the data folder's disk has less than 200 MB left (data.min-free-mb)\n");
            assertThat(get(door, "/metrics").body())
                    .contains("earworm_ready{part=\"disk\"} 0.0", "earworm_data_free_bytes 2.08666624E8");

            vendor.finishesSongs();
            door.awaitTrack();
            door.eventually(() -> door.untold() == 1);
            assertThat(vendor.submits).hasSize(1);

            door.hasFreeSpace(Long.MAX_VALUE);
            door.eventually(() -> door.tracks().size() == 2);
            assertThat(vendor.submits).hasSize(2);
            door.eventually(() -> door.untold() == 0);
            assertThat(get(door, "/readyz").statusCode()).isEqualTo(200);
            assertThat(door.songs()).isEqualTo(2);
        }
    }

    private static HttpResponse<String> get(FrontDoor door, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(door.address(path)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
