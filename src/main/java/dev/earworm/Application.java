package dev.earworm;

import dev.earworm.audio.AudioPreparer;
import dev.earworm.audio.AudioProbe;
import dev.earworm.audio.Ffmpeg;
import dev.earworm.audio.WaveformReader;
import dev.earworm.config.Configuration;
import dev.earworm.discord.AdminServices;
import dev.earworm.discord.DiscordBot;
import dev.earworm.discord.DiscordConnection;
import dev.earworm.discord.MemberServices;
import dev.earworm.discord.delivery.GuildLog;
import dev.earworm.discord.delivery.KeyAlarm;
import dev.earworm.discord.delivery.VoiceCopies;
import dev.earworm.drafts.Draft;
import dev.earworm.drafts.DraftStore;
import dev.earworm.jobs.AccountListeners;
import dev.earworm.jobs.Alarms;
import dev.earworm.jobs.Announcements;
import dev.earworm.jobs.AudioTrackPreparer;
import dev.earworm.jobs.BudgetWatch;
import dev.earworm.jobs.CheckedReferenceSource;
import dev.earworm.jobs.Dispatcher;
import dev.earworm.jobs.Fallback;
import dev.earworm.jobs.JobListener;
import dev.earworm.jobs.JobListeners;
import dev.earworm.jobs.JobStore;
import dev.earworm.jobs.LearnedWaits;
import dev.earworm.jobs.LimitedPreparer;
import dev.earworm.jobs.ProviderHealth;
import dev.earworm.jobs.ProviderSlots;
import dev.earworm.jobs.Purse;
import dev.earworm.jobs.Quotas;
import dev.earworm.jobs.Resumption;
import dev.earworm.jobs.ShardRange;
import dev.earworm.jobs.SongEnding;
import dev.earworm.jobs.SongExecutions;
import dev.earworm.jobs.SongFiles;
import dev.earworm.jobs.SongJob;
import dev.earworm.jobs.SongProgress;
import dev.earworm.jobs.SongQueue;
import dev.earworm.jobs.SongService;
import dev.earworm.keys.GuildProviders;
import dev.earworm.music.Providers;
import dev.earworm.ops.DataDisk;
import dev.earworm.ops.HealthCheck;
import dev.earworm.ops.Housekeeping;
import dev.earworm.ops.LogLevelConfig;
import dev.earworm.ops.LogLevelNote;
import dev.earworm.ops.LogOutput;
import dev.earworm.ops.OpsServer;
import dev.earworm.ops.SongNews;
import dev.earworm.ops.WebhookRoute;
import dev.earworm.ops.metrics.Metrics;
import dev.earworm.providers.AudioFetcher;
import dev.earworm.storage.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running bot: every object of the program, built with {@code new} in the order in which they need each other, and
 * stopped in reverse.
 */
public final class Application implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Application.class);
    /** Anybody may attach anything, and what takes longer to look at was made for that. */
    private static final Duration REFERENCE_PATIENCE = Duration.ofMinutes(1);

    private final Deque<Closer> closers = new ArrayDeque<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicBoolean isStopping = new AtomicBoolean();
    private final Configuration configuration;
    private final Parts parts;
    private final JobListeners listeners = new JobListeners();
    private int httpPort;

    private interface Closer {
        void close() throws Exception;
    }

    private Application(Configuration configuration, Parts parts) {
        this.configuration = configuration;
        this.parts = parts;
    }

    /** Starts the bot, and returns once members can use it. */
    static Application start(Configuration configuration, Parts parts, JobListener listener) throws StartFailure {
        Application application = new Application(configuration, parts);
        application.listeners.add(listener);
        try {
            application.build();
            return application;
        } catch (StartFailure | RuntimeException | Error e) {
            application.close();
            throw e;
        }
    }

    /** Brings the database's schema up to date, and does nothing else. */
    public static void migrate(Configuration configuration) throws StartFailure {
        Resources.database(configuration, Parts.standard()).close();
    }

    private void build() throws StartFailure {
        Metrics metrics = Metrics.begin(Version.number());
        closeLast(metrics::close);
        Database database = Resources.database(configuration, parts);
        closeLast(database::close);
        database.whenLost(() -> Thread.ofVirtual().name("stop").start(this::close));
        database.reportTo(metrics.registry());
        Standby standby = new Standby();
        OpsServer door = OperatorDoor.open(configuration, standby, metrics);
        closeLast(door::close);
        httpPort = door.port();
        ShardRange shards = Resources.shards(configuration);
        standby.await(database, shards);
        InstantSource clock = parts.clock();
        Keyring keyring = Keyring.of(configuration, parts, database, metrics);
        GuildProviders guildProviders = keyring.providers();
        Providers providers = guildProviders.instance();
        JobStore store = database.jobs();
        Treasury treasury = new Treasury(configuration, database, clock);
        Purse purse = treasury.purse(providers);

        DataDisk disk = new DataDisk(
                parts.freeSpace().apply(DataDisk.freeAt(configuration.dataDirectory())),
                configuration.ops().minimumFreeBytes());
        metrics.storage(disk::free, database::size);
        Measuring.budget(metrics, treasury.ledger(), configuration.budget(), clock);
        Neighbours neighbours = new Neighbours(database, shards);
        ProviderSlots slots = neighbours.slots(guildProviders, clock);
        AccountListeners accountListeners = new AccountListeners();
        ProviderHealth health = new ProviderHealth(accountListeners, clock);
        Fallback fallback = new Fallback(configuration.music().fallback(), guildProviders, health);
        LearnedWaits waits = new LearnedWaits(store);
        SongProgress progress = new SongProgress();
        SongQueue queue = new SongQueue(store, providers, slots, waits, progress, clock);
        Quotas quotas = treasury.quotas();
        SongEnding ending = new SongEnding(store, treasury.ledger(), database.transactions(), clock);
        Dispatcher dispatcher = new Dispatcher(
                guildProviders, queue, slots, store, database.transactions(), disk, shards, listeners, clock);
        JobListeners accepted = new JobListeners();
        accepted.add(neighbours.passingOn(_ -> dispatcher.wake()));
        SongService songs = new SongService(
                store,
                purse,
                database.blockedMembers(),
                guildProviders,
                health,
                fallback,
                queue,
                ending,
                disk,
                neighbours.passingOn(listeners),
                accepted::changed,
                clock);

        DiscordConnection connection = new DiscordConnection(
                configuration.discord(),
                store,
                queue,
                quotas,
                guildProviders,
                database.settings(),
                parts.betweenEdits(),
                clock);
        closeLast(connection::close);
        neighbours.takeTurns(connection);
        Measuring.discord(metrics.discord(), connection);
        listeners.add(metrics.songs(providers, clock));
        listeners.add(connection.statusBoard());
        DraftStore drafts = database.drafts();
        Ffmpeg ffmpeg = Resources.ffmpeg(configuration);
        Downloads downloads = new Downloads(new AudioFetcher(configuration.fetch()));
        DeliveredSongs delivered = new DeliveredSongs(
                configuration.dataDirectory(), database, connection, songs, downloads, ffmpeg, clock);
        VoiceCopies copies = new VoiceCopies(delivered.voices(), database.settings());
        closeLast(copies::close);
        listeners.add(copies);
        GuildLog guildLog = connection.guildLog(database.settings());
        closeLast(guildLog::close);
        accountListeners.add(new KeyAlarm(guildLog));
        listeners.add(keyring::forgetAfter);
        BudgetWatch budget = treasury.watch(guildLog);
        accepted.add(budget);
        listeners.add(budget);
        listeners.add(connection.songLog(database.loggedSongs(), database.settings(), guildLog));
        MemberServices services = new MemberServices(
                songs,
                queue,
                quotas,
                guildProviders,
                drafts,
                database.settings(),
                delivered.library(),
                delivered.personalData(),
                delivered.voices(),
                delivered.removal(),
                new AdminServices(
                        database.auditLog(),
                        guildLog,
                        database.usage(),
                        treasury.books(),
                        keyring.desk(clock),
                        new RunningCheckup(database, disk, providers)),
                clock);
        DiscordBot bot = new DiscordBot(connection, services, database.registeredGuilds());

        SongFiles files = new SongFiles(configuration.dataDirectory().resolve("songs"), database.filesInTheMaking());
        Alarms alarms = new Alarms();
        Announcements announcements = neighbours.announcements(store, alarms);
        SongJob songJob = new SongJob(
                store,
                ending,
                purse,
                files,
                delivered.files(),
                guildProviders,
                slots,
                health,
                fallback,
                new CheckedReferenceSource(downloads::reference, new AudioProbe(ffmpeg, REFERENCE_PATIENCE)),
                delivered.archive(),
                announcements,
                waits,
                progress,
                metrics.timed(LimitedPreparer.forThisMachine(
                        new AudioTrackPreparer(new AudioPreparer(ffmpeg), new WaveformReader(ffmpeg), files))),
                metrics.timed(connection.publisher()),
                disk,
                listeners,
                parts.pause().apply(alarms),
                clock);
        SongExecutions executions = new SongExecutions(
                database.dataSource(), shards, store, configuration.ops().drain(), songJob, dispatcher::wake, clock);

        metrics.line(providers, database.census(), slots, health, clock);
        List<HealthCheck> checks = List.of(
                OperatorDoor.check("database", database::isWell, "it does not answer"),
                OperatorDoor.check("discord", connection::isReady, "not connected"),
                OperatorDoor.check("jobs", dispatcher::isWell, "waiting songs get no turns"),
                disk,
                OperatorDoor.check("program", () -> !isStopping.get(), "it is being stopped"));
        Measuring.readiness(metrics, checks);
        door.answer(checks, webhooks(providers, announcements::newsOf));
        // Here for a bot that ran, before what it serves is taken apart; above for one that waits as a spare, or never
        // starts.
        closeLast(door::close);
        Resources.logIn(bot);
        delivered.sweep();
        Upkeep upkeep = new Upkeep(shards, delivered, files, slots);
        upkeep.each(_ -> budget.tell());
        upkeep.once(now -> drafts.forget(now.minus(Draft.LIFE)));
        upkeep.once(_ -> keyring.forgetUnused());
        LogLevelNote notes = LogLevelNote.watched(configuration.dataDirectory(), Application::logAs);
        closeLast(notes::close);
        Housekeeping housekeeping = Housekeeping.begin(upkeep.chores(), clock);
        closeLast(housekeeping::close);
        Housekeeping retention = Housekeeping.beginInBackground(upkeep.longChores(), clock);
        closeLast(retention::close);
        closeLast(executions::close);
        closeLast(alarms::close);
        neighbours.hear(store, listeners);
        executions.takeOver();
        new Resumption(store, database.transactions(), guildProviders, files, shards, listeners, clock)
                .carryOn(executions);
        executions.start();
        Thread dispatching = Thread.ofVirtual().name("dispatcher").start(() -> dispatcher.run(executions));
        closeLast(() -> {
            dispatching.interrupt();
            dispatching.join();
        });
        LOG.info(
                "Earworm is ready; new songs are made by {}",
                providers.defaultModel().id());
    }

    private static void logAs(LogLevelConfig level) {
        LogOutput.level(level);
        LOG.info("the log level is {} now, until the next start", level.name().toLowerCase(Locale.ROOT));
    }

    /** Without a public address no provider was asked to call, so whoever does is none. */
    private WebhookRoute webhooks(Providers providers, SongNews news) {
        return configuration.http().publicUrl().isPresent()
                ? WebhookRoute.of(providers, news, parts.clock())
                : WebhookRoute.none();
    }

    private void closeLast(Closer closer) {
        closers.push(closer);
    }

    /** Where operators and providers reach the bot, which matters when {@code http.port} is 0. */
    int httpPort() {
        return httpPort;
    }

    /** Returns when the bot has been stopped. */
    public void awaitStop() throws InterruptedException {
        stopped.await();
    }

    /**
     * Gives no more turns, lets songs that are just being sent arrive, and leaves the others to the next start; orders
     * that come in meanwhile are written down for it as well. A second call waits for the first.
     */
    @Override
    public void close() {
        isStopping.set(true);
        putDown();
    }

    private synchronized void putDown() {
        while (!closers.isEmpty()) {
            try {
                closers.pop().close();
            } catch (Exception e) {
                LOG.warn("something could not be stopped well", e);
            }
        }
        stopped.countDown();
    }
}
