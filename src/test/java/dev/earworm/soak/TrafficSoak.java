package dev.earworm.soak;

import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two hours in the life of a bot that is liked: members of twenty guilds order fifty songs a minute, call some back and
 * want some again, while vendors, Discord and the gateway fail at a low, steady rate. Once it is asked to stop, once it is
 * killed. It must lose no song and make none twice, and hold no more at the end of a long life than at its beginning.
 */
@Timeout(value = 10, unit = TimeUnit.HOURS)
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
                Vendors vendors = new Vendors(new Dice(plan.seed()));
                Lives lives = Lives.begun(number -> Life.begun(number, folder, settings(town, vendors), REPORTS))) {
            Postbox postbox = new Postbox(town.sandbox().bot());
            town.sandbox().onChange(postbox);
            Crowd crowd = new Crowd(town, postbox, new Dice(plan.seed() + 1));
            Weather weather = new Weather(town.sandbox(), new Dice(plan.seed() + 2));
            Recorder recorder = new Recorder(REPORTS, data, books, crowd);

            live(plan, lives, recorder, crowd, () -> {
                weather.minute();
                postbox.sweep();
            });
            weather.clears();
            vendors.faults().calm();
            await().atMost(LAST_SONGS)
                    .pollInterval(Duration.ofSeconds(2))
                    .until(() -> books.songs().inFlight() == 0);
            lives.whileAlive(recorder::take);
            lives.end();

            Audit audit = new Audit(books, postbox, data).made();
            List<String> told = List.of(crowd.told(), weather.told(), vendors.told());
            SoakReport report = SoakReport.of(plan, recorder.samples(), told, audit);
            report.write(REPORTS, recorder.samples());
            report.check();
        }
    }

    private static void live(SoakPlan plan, Lives lives, Recorder recorder, Crowd crowd, Schedule.Deed weather)
            throws InterruptedException {
        try (Schedule schedule = new Schedule()) {
            schedule.every(plan.pause(), crowd::act);
            schedule.every(plan.tick(), weather);
            schedule.every(plan.tick(), () -> lives.whileAlive(recorder::take));
            schedule.once(plan.warmUp(), () -> lives.whileAlive(Life::remember));
            schedule.once(plan.stop(), lives::stopAndBeginAgain);
            schedule.once(plan.kill(), lives::killAndBeginAgain);
            schedule.once(plan.kill().plus(plan.warmUp()), () -> lives.whileAlive(Life::remember));
            schedule.runFor(plan.length());
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
}
