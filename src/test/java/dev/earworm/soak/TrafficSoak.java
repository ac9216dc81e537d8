package dev.earworm.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two hours in the life of a bot that is liked: members of twenty guilds order fifty songs a minute, call some back and
 * want some again, while vendors, Discord and the gateway fail at a low, steady rate. Once it is asked to stop, once it is
 * killed. It must lose no song and make none twice, and hold no more at the end of a long life than at its beginning.
 */
@Timeout(value = 10, unit = java.util.concurrent.TimeUnit.HOURS)
class TrafficSoak {
    private static final Path REPORTS = Path.of("target", "soak").toAbsolutePath();
    private static final Duration LAST_SONGS = Duration.ofMinutes(10);

    @Test
    void hoursOfTrafficLeaveNothingBehind() throws Exception {
        SoakPlan plan = SoakPlan.fromProperties();
        Path folder = Files.createTempDirectory(Files.createDirectories(REPORTS), "run-");
        Path data = folder.resolve("data");
        Books books = new Books(data.resolve("earworm.db"));
        try (Town town = Town.built(folder.resolve("uploads"), plan);
                Vendors vendors = new Vendors(new Dice(plan.seed()))) {
            Postbox postbox = new Postbox(town.sandbox().bot());
            town.sandbox().onChange(postbox);
            Crowd crowd = new Crowd(town, postbox, new Dice(plan.seed() + 1));
            Weather weather = new Weather(town.sandbox(), new Dice(plan.seed() + 2));
            Recorder recorder = new Recorder(REPORTS, data, books, crowd);
            Path bot = folder;
            Lives lives = new Lives(number -> Life.begun(number, bot, settings(town, vendors), REPORTS));
            try (Schedule schedule = new Schedule()) {
                schedule.every(plan.pause(), crowd::act);
                schedule.every(plan.tick(), () -> {
                    weather.minute();
                    postbox.sweep();
                });
                schedule.every(plan.tick(), () -> lives.whileAlive(recorder::take));
                schedule.once(plan.warmUp(), () -> lives.whileAlive(Life::remember));
                schedule.once(plan.stop(), lives::stopAndBeginAgain);
                schedule.once(plan.kill(), lives::killAndBeginAgain);
                schedule.once(plan.kill().plus(plan.warmUp()), () -> lives.whileAlive(Life::remember));
                schedule.runFor(plan.length());
            }
            weather.clears();
            vendors.faults().calm();
            await().atMost(LAST_SONGS)
                    .pollInterval(Duration.ofSeconds(2))
                    .until(() -> books.songs().inFlight() == 0);
            lives.whileAlive(recorder::take);
            lives.end();
            Audit audit = new Audit(books, postbox, data).made();
            List<String> told = List.of(
                    crowd.told(),
                    weather.told(),
                    "%d requests at the vendors, %d went wrong; %d songs begun there"
                            .formatted(vendors.requests(), vendors.faults().happened(), vendors.made()));
            conclude(plan, recorder.samples(), told, audit);
        }
    }

    private static Map<String, String> settings(Town town, Vendors vendors) {
        return Map.ofEntries(
                Map.entry("DISCORD_TOKEN", town.sandbox().botToken()),
                Map.entry("DISCORD_API_URL", town.sandbox().apiUrl()),
                Map.entry("MUSIC_PROVIDER", "elevenlabs"),
                Map.entry("MUSIC_FALLBACK", "apiframe"),
                Map.entry("ELEVENLABS_API_KEY", "a-key-for-nobody"),
                Map.entry("ELEVENLABS_BASE_URL", vendors.url()),
                Map.entry("APIFRAME_API_KEY", "a-key-for-nobody"),
                Map.entry("APIFRAME_BASE_URL", vendors.url()),
                Map.entry("AIMLAPI_API_KEY", "a-key-for-nobody"),
                Map.entry("AIMLAPI_BASE_URL", vendors.url()),
                Map.entry("HTTP_ALLOW_PRIVATE_ADDRESSES", "true"),
                Map.entry("HTTP_PORT", "0"),
                Map.entry("QUOTA_DAILY_SONGS", "100000"),
                Map.entry("QUOTA_DAILY_SECONDS", "1000000"),
                Map.entry("QUOTA_CONCURRENT_SONGS", "3"));
    }

    private static void conclude(SoakPlan plan, List<Sample> samples, List<String> told, Audit audit)
            throws IOException {
        List<Trend> trends = Flatness.of(samples, plan.longLife());
        List<String> report = new ArrayList<>(told);
        report.addAll(audit.lines());
        trends.stream().map(Trend::line).forEach(report::add);
        int third = samples.size() / 3;
        double early = Flatness.bytesPerSong(samples.get(third / 2), samples.get(third + third / 2));
        double late = Flatness.bytesPerSong(samples.get(third + third / 2), samples.getLast());
        report.add("a song adds %.0f bytes to the database early on, %.0f later".formatted(early, late));
        audit.faults().stream().map("WRONG: "::concat).forEach(report::add);
        Files.write(REPORTS.resolve("report.txt"), report);
        Files.writeString(REPORTS.resolve("soak.svg"), Chart.of(samples));
        report.forEach(System.out::println);
        assertThat(audit.faults()).isEmpty();
        assertThat(trends).isNotEmpty().allMatch(Trend::isFlat);
        assertThat(late).as("bytes that a song adds to the database").isLessThanOrEqualTo(1.25 * early + 64);
    }
}
