package dev.earworm.bench;

import dev.earworm.process.EarwormProcess;
import dev.earworm.sandbox.Sandbox;
import dev.earworm.sandbox.SandboxChannel;
import dev.earworm.sandbox.SandboxConfig;
import dev.earworm.sandbox.SandboxGuild;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A Discord and a vendor on this machine, and the settings with which the program finds both. */
final class Stage implements AutoCloseable {
    private static final Duration STARTED = Duration.ofSeconds(90);

    final Sandbox sandbox;
    final SandboxGuild home;
    final SandboxChannel general;
    final LocalVendor vendor;

    Stage(Path uploads, LocalVendor vendor) {
        this.sandbox = Sandbox.start(SandboxConfig.standard().withFiles(uploads));
        this.home = sandbox.guild("Home");
        this.general = home.channel("general");
        this.vendor = vendor;
    }

    /** Starts {@code run}, and returns once members can use it. */
    EarwormProcess started(Path folder, String... options) throws IOException {
        return started(folder, List.of(options));
    }

    EarwormProcess started(Path folder, List<String> options) throws IOException {
        EarwormProcess bot = EarwormProcess.packaged(folder, environment(), options, "run");
        bot.untilItSays("Earworm is ready", STARTED);
        return bot;
    }

    /** The same with the options and the cache of classes that the image has. */
    EarwormProcess startedAsInTheImage(Path folder, String... options) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(ContainerImage.options());
        all.addAll(List.of(options));
        return started(folder, all);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("DISCORD_TOKEN", sandbox.botToken());
        environment.put("DISCORD_API_URL", sandbox.apiUrl());
        environment.put("AIMLAPI_API_KEY", "a-key-for-nobody");
        environment.put("AIMLAPI_BASE_URL", vendor.url());
        environment.put("HTTP_ALLOW_PRIVATE_ADDRESSES", "true");
        environment.put("HTTP_PORT", "0");
        environment.put("QUOTA_DAILY_SONGS", "1000000");
        environment.put("QUOTA_DAILY_SECONDS", "1000000");
        environment.put("QUOTA_CONCURRENT_SONGS", "1000000");
        return environment;
    }

    @Override
    public void close() {
        sandbox.close();
        vendor.close();
    }
}
