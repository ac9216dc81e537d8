package dev.earworm.jobs;

import static dev.earworm.quota.QuotaFixtures.limits;

import dev.earworm.jobs.TrackPreparer.Outcome;
import dev.earworm.keys.Accounts;
import dev.earworm.keys.GuildProviders;
import dev.earworm.music.JobId;
import dev.earworm.music.PriceConfig;
import dev.earworm.music.Providers;
import dev.earworm.quota.Account;
import dev.earworm.quota.Allowances;
import dev.earworm.quota.QuotaDay;
import dev.earworm.quota.QuotaLedger;
import dev.earworm.quota.QuotaLimits;
import dev.earworm.quota.QuotaUsage;
import dev.earworm.storage.Database;
import dev.earworm.storage.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * The core on a real database, with a vendor, a Discord and a clock that the test moves. Pauses take no time: they move
 * the clock on.
 */
final class SongWorkshop implements AutoCloseable {
    private static final Set<String> WRITES = Set.of(
            "promote",
            "openSubmit",
            "loseSubmit",
            "rendering",
            "postpone",
            "rendered",
            "delivered",
            "answered",
            "kept",
            "failed",
            "cancel",
            "stop",
            "told");

    static final QuotaLimits LIMITS = limits(100, 10_000, 100);

    final HandClock clock = new HandClock(JobFixtures.NOON);
    final ScriptedProvider vendor = new ScriptedProvider();
    final ScriptedStudio studio = new ScriptedStudio();
    final PostBox postBox = new PostBox();
    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    final List<JobState> heard = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    volatile RuntimeException trouble = new UncheckedIOException(new IOException("the disk is full"));
    final JobListeners listeners = new JobListeners();
    final Database database;
    final JobStore store;
    final QuotaLedger ledger;
    final Providers providers;
    final GuildProviders accounts;
    final Purse purse;
    final ProviderSlots slots;
    final ProviderHealth health = new ProviderHealth((_, _) -> {}, clock, Duration.ZERO);
    final SongProgress progress = new SongProgress();
    final Fallback fallback;
    final List<JobId> newsTold = new CopyOnWriteArrayList<>();
    final Announcements announcements;
    final SongQueue queue;
    final SongEnding ending;
    final SongFiles files;
    final KeptFiles kept;
    final SongService songs;
    volatile TrackPreparer preparer = (_, raw, limit) -> new Outcome.Prepared(
            new FinishedTrack(raw, "river.mp3", "River", Duration.ofSeconds(30), Math.min(limit, 3_000_000)));

    volatile Room room = Room.ENDLESS;

    /** Runs after each write that moves a song on, within its transaction where it has one. */
    volatile Runnable afterWrite = () -> {};

    volatile ReferenceSource references = (_, _, _) -> {
        throw new IllegalStateException("no song of this test has a reference");
    };

    volatile SongArchive archive = (_, _) -> {
        throw new IllegalStateException("nothing of this test is made of a finished song");
    };

    SongWorkshop(Path folder) {
        this(folder, List.of());
    }

    /** @param order of the providers that make songs when theirs cannot */
    SongWorkshop(Path folder, List<String> order) {
        this(folder, order, PriceConfig.published(), QuotaLimits.UNLIMITED);
    }

    /** @param instance what everybody together may have */
    SongWorkshop(Path folder, List<String> order, PriceConfig prices, QuotaLimits instance) {
        this(Database.open(Engine.usual().in(folder)), folder, order, prices, instance);
    }

    /** On a database that others have as well, one after the other. */
    SongWorkshop(Database database, Path folder, List<String> order, PriceConfig prices, QuotaLimits instance) {
        this.database = database;
        store = failingOnDemand(database.jobs());
        ledger = database.ledger();
        providers = new Providers(List.of(vendor, studio), prices);
        accounts = Accounts.ofOperator(providers);
        Allowances allowances = new Allowances(ledger, database.quotaRules(), database.quotaGrants(), LIMITS, instance);
        purse = new Purse(ledger, allowances, providers, database.transactions());
        slots = new ProviderSlots(accounts, database.learnedSlots(), clock);
        fallback = new Fallback(order, accounts, health);
        announcements = new Announcements(store, new Alarms(), newsTold::add);
        queue = new SongQueue(store, providers, slots, new LearnedWaits(store), progress, clock);
        ending = new SongEnding(store, ledger, database.transactions(), clock);
        files = new SongFiles(folder.resolve("songs"), database.filesInTheMaking());
        kept = new KeptFiles(folder.resolve("kept"), database.filesKept());
        songs = new SongService(
                store,
                purse,
                database.blockedMembers(),
                accounts,
                health,
                fallback,
                queue,
                ending,
                () -> room.isEnough(),
                listeners,
                _ -> {},
                clock);
        listeners.add(job -> heard.add(job.state()));
    }

    SongJob songJob() {
        return songJob((_, duration) -> {
            pauses.add(duration);
            clock.advance(duration);
        });
    }

    SongJob songJob(Pause pause) {
        return new SongJob(
                store,
                ending,
                purse,
                files,
                kept,
                accounts,
                slots,
                health,
                fallback,
                (reference, rule, target) -> references.fetch(reference, rule, target),
                (job, target) -> archive.retrieve(job, target),
                announcements,
                new LearnedWaits(store),
                progress,
                (job, raw, limit) -> preparer.prepare(job, raw, limit),
                postBox,
                () -> room.isEnough(),
                listeners,
                pause,
                clock);
    }

    /** From now on, so many calls of this method of the store fail as on a full disk, before anything is written. */
    void diskIsFullFor(String method, int calls) {
        failures.put(method, calls);
    }

    private JobStore failingOnDemand(JobStore real) {
        return (JobStore) Proxy.newProxyInstance(
                JobStore.class.getClassLoader(), new Class<?>[] {JobStore.class}, (_, method, arguments) -> {
                    if (failures.merge(method.getName(), -1, Integer::sum) >= 0) {
                        throw trouble;
                    }
                    try {
                        Object answer = method.invoke(real, arguments);
                        if (WRITES.contains(method.getName())) {
                            afterWrite.run();
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    JobId accepted() {
        return accepted(JobFixtures.order(JobFixtures.ALICE));
    }

    JobId accepted(SongOrder order) {
        return ((Acceptance.Accepted) songs.accept(order)).job().id();
    }

    JobId promoted() {
        JobId id = accepted();
        promote(id);
        return id;
    }

    void promote(JobId id) {
        if (!store.promote(id, 100, clock.instant())) {
            throw new IllegalStateException("not promoted: " + job(id).state());
        }
    }

    Job job(JobId id) {
        return store.find(id).orElseThrow();
    }

    QuotaUsage usage() {
        return usage(JobFixtures.ALICE);
    }

    QuotaUsage usage(Account account) {
        return ledger.usage(account, QuotaDay.of(JobFixtures.NOON));
    }

    int count(String sql) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void sql(String sql) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }

    /** Where songs and refusals arrive; answers as it was told to, and well once it has run out of answers. */
    static final class PostBox implements TrackPublisher {
        static final PostedAt POSTED = new PostedAt(new ChannelId(4), new MessageId(5));

        final List<Finished> tracks = new CopyOnWriteArrayList<>();
        final List<Refusal> refusals = new CopyOnWriteArrayList<>();
        final List<Resend> resends = new CopyOnWriteArrayList<>();
        final List<JobId> announced = new CopyOnWriteArrayList<>();
        private final Queue<Supplier<Publication>> answers = new ConcurrentLinkedQueue<>();

        void answers(Publication answer) {
            answersBy(() -> answer);
        }

        void answersBy(Supplier<Publication> answer) {
            answers.add(answer);
        }

        @Override
        public Publication publish(Job job, Finished finished) {
            return answer(() -> tracks.add(finished));
        }

        @Override
        public Publication refuse(Job job, Refusal refusal) {
            return answer(() -> refusals.add(refusal));
        }

        @Override
        public Publication resend(Job job, Finished finished, Resend wish) {
            resends.add(wish);
            return answer(() -> tracks.add(finished));
        }

        @Override
        public Publication announceKept(Job job) {
            return answer(() -> announced.add(job.id()));
        }

        private Publication answer(Runnable arrival) {
            Supplier<Publication> answer = answers.poll();
            Publication publication = answer == null ? new Publication.Published(POSTED) : answer.get();
            if (publication instanceof Publication.Published) {
                arrival.run();
            }
            return publication;
        }
    }
}
