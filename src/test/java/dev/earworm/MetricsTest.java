package dev.earworm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.ProviderFailure;
import dev.earworm.quota.QuotaConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators read of songs at {@code GET /metrics}, and what the pages and files made for them say of it. */
class MetricsTest {
    private static final QuotaConfig ONE_SONG = new QuotaConfig(1, 1800, 3);
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9_]+\\*?)` \\|");
    private static final Pattern USED = Pattern.compile("\\b(?:earworm|hikaricp|jvm|process)_[a-z0-9_]+");

    @TempDir
    private Path folder;

    private StagedProvider vendor;
    private FrontDoor door;

    @BeforeEach
    void open() throws Exception {
        vendor = new StagedProvider(Wav.tone(folder.resolve("song.wav"), Duration.ofSeconds(10)), 2);
        door = new FrontDoor(folder.resolve("data"), ONE_SONG, vendor);
        door.start(PowerSwitch.never());
    }

    @AfterEach
    void close() {
        door.close();
    }

    private Scrape scrape() throws Exception {
        return Scrape.of(door.address("/metrics"));
    }

    /** One song that fails, one that is delivered, one that is refused because the quota is used up. */
    private Scrape afterThreeOrders() throws Exception {
        vendor.refusesNext(new ProviderFailure.ContentRefused("no", Optional.empty()));
        door.run(door.alice, "song", Map.of("prompt", "a calm river", "length", 10));
        door.eventually(() -> !door.news(door.alice).isEmpty());
        vendor.finishesSongs();
        door.run(door.alice, "song", Map.of("prompt", "a calm river", "length", 10));
        door.awaitTrack();
        door.eventually(() -> door.untold() == 0);
        door.reads(door.alice, "song", Map.of("prompt", "a calm river", "length", 10), "the limit is 1 a day");
        return scrape();
    }

    @Test
    void eachSongCountsOnceForWhatBecameOfIt() throws Exception {
        Scrape scrape = afterThreeOrders();

        assertThat(scrape.contentType()).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
        assertThat(scrape.value("earworm_songs_accepted_total{provider=\"staged\"}"))
                .isEqualTo(2);
        assertThat(scrape.value("earworm_songs_delivered_total{provider=\"staged\"}"))
                .isEqualTo(1);
        assertThat(scrape.value("earworm_songs_failed_total{provider=\"staged\",reason=\"content_refused\"}"))
                .isEqualTo(1);
        assertThat(scrape.value("earworm_songs_failed_total{provider=\"staged\",reason=\"unavailable\"}"))
                .isZero();
        assertThat(scrape.value("earworm_songs_cancelled_total{provider=\"staged\"}"))
                .isZero();
        assertThat(scrape.value("earworm_songs_refused_total{reason=\"over_quota\"}"))
                .isEqualTo(1);
    }

    @Test
    void itSaysHowLongSongsAndCallsTook() throws Exception {
        Scrape scrape = afterThreeOrders();

        for (String stage : List.of("queued", "rendering", "preparing", "delivering")) {
            assertThat(scrape.value("earworm_song_stage_seconds_bucket{provider=\"staged\",stage=\"" + stage
                            + "\",le=\"1800.0\"}"))
                    .as(stage)
                    .isPositive();
        }
        assertThat(scrape.value("earworm_song_wait_seconds_count{provider=\"staged\"}"))
                .isEqualTo(1);
        assertThat(scrape.value("earworm_provider_call_seconds_count"
                        + "{operation=\"submit\",outcome=\"content_refused\",provider=\"staged\"}"))
                .isEqualTo(1);
        assertThat(scrape.value(
                        "earworm_provider_call_seconds_count{operation=\"submit\",outcome=\"ok\",provider=\"staged\"}"))
                .isEqualTo(1);
        assertThat(
                        scrape.value(
                                "earworm_provider_call_seconds_count{operation=\"download\",outcome=\"ok\",provider=\"staged\"}"))
                .isEqualTo(1);
        assertThat(scrape.value("earworm_discord_request_seconds_count{resource=\"channels\",status=\"200\"}"))
                .isPositive();
        assertThat(scrape.value("earworm_discord_rate_limits_total")).isZero();
    }

    @Test
    void itSaysWhatIsGoingOnNow() throws Exception {
        for (int i = 0; i < 3; i++) {
            door.run(
                    i == 0 ? door.alice : i == 1 ? door.bob : door.home.member("carol" + i),
                    "song",
                    Map.of("prompt", "a calm river", "length", 10));
        }
        door.eventually(() -> door.rendering() == 2 && door.songs() == 3);

        Scrape scrape = scrape();

        assertThat(scrape.value("earworm_songs_queued{provider=\"staged\"}")).isEqualTo(1);
        assertThat(scrape.value("earworm_queue_oldest_seconds{provider=\"staged\"}"))
                .isPositive();
        assertThat(scrape.value("earworm_songs_under_way{provider=\"staged\",state=\"rendering\"}"))
                .isEqualTo(2);
        assertThat(scrape.value("earworm_provider_slots{provider=\"staged\"}")).isEqualTo(2);
        assertThat(scrape.value("earworm_provider_slots_used{provider=\"staged\"}"))
                .isEqualTo(2);
        assertThat(scrape.value("earworm_ready{part=\"discord\"}")).isEqualTo(1);
        assertThat(scrape.value("earworm_discord_shards_connected")).isEqualTo(1);
        assertThat(scrape.value("earworm_database_size_bytes")).isGreaterThan(10_000);
        assertThat(scrape.value("earworm_data_free_bytes")).isPositive();
    }

    @Test
    void nothingInItNamesAGuildAMemberOrASong() throws Exception {
        String text = afterThreeOrders().text();

        assertThat(text)
                .doesNotContain(String.valueOf(door.home.id()), String.valueOf(door.alice.id()), "alice", "river")
                .doesNotContain(vendor.submits.getFirst().value());
    }

    @Test
    void thePageForOperatorsNamesEachFigureAndNoOther() throws Exception {
        Set<String> families = afterThreeOrders().families();
        Set<String> there = families.stream()
                // Of each histogram there is the largest value, too.
                .filter(name -> !families.contains(name.replaceFirst("_max$", "")) || !name.endsWith("_seconds_max"))
                .map(name -> name.replaceFirst("^(jvm|process|system)_.*", "$1_*"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(documented()).isEqualTo(there);
    }

    private static Set<String> documented() throws Exception {
        return ROW.matcher(Files.readString(Path.of("src", "docs", "operations.md")))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void dashboardAndAlertsAskForFiguresThatAreThere() throws Exception {
        Set<String> there = afterThreeOrders().series();

        for (Path file : List.of(Path.of("config/grafana/earworm.json"), Path.of("config/prometheus/alerts.yaml"))) {
            Set<String> used = USED.matcher(Files.readString(file))
                    .results()
                    .map(use -> use.group())
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(used).as(file.toString()).isNotEmpty();
            assertThat(there).as(file.toString()).containsAll(used);
        }
    }
}
