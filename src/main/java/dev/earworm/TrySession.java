package dev.earworm;

import dev.earworm.config.Configuration;
import dev.earworm.discord.DiscordConfig;
import dev.earworm.discord.ShardsConfig;
import dev.earworm.jobs.JobListener;
import dev.earworm.ops.HttpConfig;
import dev.earworm.ops.LogFormatConfig;
import dev.earworm.ops.LogLevelConfig;
import dev.earworm.ops.OpsConfig;
import dev.earworm.providers.FetchConfig;
import dev.earworm.quota.BudgetConfig;
import dev.earworm.quota.QuotaConfig;
import dev.earworm.sandbox.AddressUnavailableException;
import dev.earworm.sandbox.Sandbox;
import dev.earworm.sandbox.SandboxConfig;
import dev.earworm.sandbox.page.SandboxPage;
import dev.earworm.storage.DatabaseConfig;
import dev.earworm.storage.SealingConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * The bot on an embedded Discord, with people and channels to try it with. Everything it writes is in a folder that goes
 * when it ends.
 *
 * <p>The page is there once it is open; the bot comes with {@link #startBot}.
 */
final class TrySession implements AutoCloseable {
    private final TryFolder folder;
    private final TryClock clock;
    private final TryMusic music;
    private final TryProviders providers;
    private final Sandbox sandbox;
    private final TryWorld world;
    private Optional<Application> bot = Optional.empty();
    private boolean isClosed;

    private TrySession(TryFolder folder, TryClock clock, TryMusic music, TryProviders providers, Sandbox sandbox) {
        this.folder = folder;
        this.clock = clock;
        this.music = music;
        this.providers = providers;
        this.sandbox = sandbox;
        this.world = TryWorld.in(sandbox);
    }

    /** Opens the page, on which the bot is still missing. */
    static TrySession open(String host, int port, TryProviders providers) throws StartFailure, IOException {
        TryFolder folder = TryFolder.make();
        TryClock clock = new TryClock();
        TryMusic music = new TryMusic(clock);
        try {
            SandboxConfig config = SandboxConfig.standard()
                    .withAddress(host)
                    .withPort(port)
                    // Any site in a browser may open a WebSocket here, and would know the usual one.
                    .withBotToken(UUID.randomUUID().toString())
                    .withBotName("Earworm")
                    .withClock(clock)
                    .withFiles(folder.path().resolve("cdn"));
            SandboxPage page = new SandboxPage(sandbox -> TryControls.of(music, clock, sandbox));
            return new TrySession(folder, clock, music, providers, Sandbox.start(config, page));
        } catch (AddressUnavailableException e) {
            folder.delete();
            throw new StartFailure(e.getMessage() + " Name another one with --port, 0 for any that is free.", 1);
        }
    }

    /** Opens the page and starts the bot with the built-in composer alone; returns once members can use it. */
    static TrySession start(TryOptions options) throws StartFailure, IOException {
        TrySession session = open(options.host(), options.port(), TryProviders.builtIn());
        try {
            session.startBot(_ -> {});
            return session;
        } catch (StartFailure | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /** Returns once members can use it. */
    void startBot(JobListener listener) throws StartFailure {
        Application started = Application.start(configuration(), parts(), listener);
        boolean isTooLate = !keep(started);
        if (isTooLate) {
            started.close();
        }
    }

    private synchronized boolean keep(Application started) {
        bot = Optional.of(started).filter(_ -> !isClosed);
        return bot.isPresent();
    }

    /** Where a browser on this machine finds the page. */
    URI url() {
        String host = URI.create(sandbox.apiUrl()).getHost();
        return URI.create("http://%s:%d".formatted(host.equals("127.0.0.1") ? "localhost" : host, sandbox.port()));
    }

    Sandbox sandbox() {
        return sandbox;
    }

    TryWorld world() {
        return world;
    }

    Path folder() {
        return folder.path();
    }

    private synchronized Optional<Application> bot() {
        return bot;
    }

    /** Returns when the bot has been stopped. */
    void awaitStop() throws InterruptedException {
        Optional<Application> running = bot();
        if (running.isPresent()) {
            running.get().awaitStop();
        }
    }

    synchronized boolean isClosed() {
        return isClosed;
    }

    private Parts parts() {
        Parts usual = Parts.standard();
        return new Parts(
                clock,
                configuration -> usual.providers().apply(configuration).wrapped(music::around),
                usual.dataSource(),
                usual.pause(),
                usual.freeSpace(),
                usual.betweenEdits());
    }

    private Configuration configuration() {
        return new Configuration(
                folder.path(),
                new DiscordConfig(
                        Optional.of(sandbox.botToken()), URI.create(sandbox.apiUrl()), new ShardsConfig.Automatic()),
                providers.music(),
                providers.providers(),
                SealingConfig.none(),
                new DatabaseConfig("jdbc:sqlite:" + folder.path().resolve("earworm.db")),
                new QuotaConfig(10, 1800, 3),
                BudgetConfig.NONE,
                new HttpConfig(0),
                // What members attach and the bot has posted is on this machine, too.
                new FetchConfig(true),
                LogFormatConfig.TEXT,
                new OpsConfig(OpsConfig.standard().minimumFreeMegabytes(), Duration.ZERO, LogLevelConfig.WARN));
    }

    /** Deletes what was written, though something may still be writing. */
    void throwAway() {
        folder.delete();
    }

    /** Ends the bot, then its Discord, and throws away what they wrote. A second call waits for the first. */
    @Override
    public synchronized void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        bot.ifPresent(Application::close);
        sandbox.close();
        folder.delete();
    }
}
