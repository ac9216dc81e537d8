package dev.earworm.chaos;

import dev.earworm.SteeredMain;
import dev.earworm.Wav;
import dev.earworm.process.EarwormProcess;
import dev.earworm.sandbox.Sandbox;
import dev.earworm.sandbox.SandboxConfig;
import dev.earworm.sandbox.SandboxEvent;
import dev.earworm.sandbox.http.RateLimitConfig;
import dev.earworm.storage.DatabaseConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Discord, vendors, database and data folder of a program under test; they outlive its processes. */
public final class ChaosStage implements AutoCloseable {
    /** How many there are. */
    public static final int VENDORS = 3;

    /** Discord's three seconds would let a busy machine order next to nothing. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final List<String> OPTIONS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m");

    public final Sandbox sandbox;
    public final VendorBook book = new VendorBook();
    public final Odometer odometer = new Odometer();
    public final List<ChaosVendor> vendors;
    private final Path folder;
    private final DatabaseConfig database;
    private Duration ahead = Duration.ZERO;
    private Duration furthest = Duration.ZERO;

    /** @param folder of its own, for everything; what is left there from the last time goes, and what is made stays */
    public ChaosStage(Path folder, DatabaseConfig database) throws IOException {
        this.folder = Files.createDirectories(emptied(folder));
        this.database = database;
        Files.createDirectories(temporary());
        sandbox = Sandbox.start(SandboxConfig.standard()
                .withFiles(Files.createDirectories(folder.resolve("uploads")))
                .withAckTimeout(PATIENCE)
                .withRateLimits(RateLimitConfig.generous()));
        sandbox.onChange(this::count);
        byte[] sound = Files.readAllBytes(Wav.tone(folder.resolve("song.wav"), Duration.ofSeconds(3)));
        vendors = List.of(
                new ApiframeVendor(sound, book, odometer),
                new AimlapiVendor(sound, book, odometer),
                new ElevenLabsVendor(sound, book, odometer));
    }

    /** What the program does, not what members do. */
    private void count(SandboxEvent event) {
        switch (event) {
            case SandboxEvent.MessagePosted _,
                    SandboxEvent.MessageEdited _,
                    SandboxEvent.MessageDeleted _,
                    SandboxEvent.InteractionAnswered _,
                    SandboxEvent.SessionsChanged _,
                    SandboxEvent.CommandsChanged _ -> odometer.tick();
            case SandboxEvent.InteractionSent _, SandboxEvent.InteractionFailed _, SandboxEvent.PlacesChanged _ -> {}
        }
    }

    private static Path emptied(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return folder;
    }

    /** Begins a process; members cannot use it yet. */
    public EarwormProcess start() throws IOException {
        return EarwormProcess.compiled(SteeredMain.class.getName(), folder, environment(), options(), "run");
    }

    private List<String> options() {
        List<String> options = new ArrayList<>(OPTIONS);
        options.add("-Djava.io.tmpdir=" + temporary());
        options.add("-D" + SteeredMain.FOLDER + "=" + folder);
        return options;
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        vendors.forEach(vendor -> environment.putAll(vendor.environment()));
        environment.put("DISCORD_TOKEN", sandbox.botToken());
        environment.put("DISCORD_API_URL", sandbox.apiUrl());
        environment.put("DATABASE_URL", database.url());
        environment.put("DATABASE_USER", database.user().orElse(""));
        environment.put("DATA_DIR", data().toString());
        environment.put("HTTP_ALLOW_PRIVATE_ADDRESSES", "true");
        environment.put("HTTP_PORT", "0");
        environment.put("QUOTA_DAILY_SONGS", "1000000");
        environment.put("QUOTA_DAILY_SECONDS", "1000000");
        environment.put("QUOTA_CONCURRENT_SONGS", "20");
        environment.put("STOP_DRAIN_SECONDS", "2");
        return environment;
    }

    public DatabaseConfig database() {
        return database;
    }

    /** Where the program keeps its data. */
    public Path data() {
        return folder.resolve("data");
    }

    /** Where it puts what is not to last. */
    public Path temporary() {
        return folder.resolve("tmp");
    }

    /** Puts the program's clock forward, or back. */
    public void turnClock(Duration by) throws IOException {
        ahead = ahead.plus(by);
        furthest = ahead.compareTo(furthest) > 0 ? ahead : furthest;
        write(SteeredMain.CLOCK, ahead.toMillis());
    }

    /** To the latest time that the program has seen, so that nothing lies in a future that is not to come. */
    public void setClockRight() throws IOException {
        turnClock(furthest.minus(ahead));
    }

    /** Lets the program believe that so many bytes are left on its disk. */
    public void freeSpace(long bytes) throws IOException {
        write(SteeredMain.FREE_SPACE, bytes);
    }

    private void write(String name, long number) throws IOException {
        Path written = Files.writeString(folder.resolve(name + ".new"), String.valueOf(number));
        Files.move(written, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What processes printed is kept for whoever looks into a failure. */
    public void keepLog(String name, String output) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("logs")).resolve(name), output);
    }

    @Override
    public void close() {
        vendors.forEach(ChaosVendor::close);
        sandbox.close();
    }
}
