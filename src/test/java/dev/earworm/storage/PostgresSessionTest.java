package dev.earworm.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.earworm.jobs.ShardRange;
import dev.earworm.keys.ProviderAccount.Operators;
import dev.earworm.music.JobId;
import dev.earworm.quota.GuildId;
import dev.earworm.settings.GuildSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** Two processes on one database: what one changes the other knows, and no two run one shard. */
class PostgresSessionTest {
    private static final GuildId HOME = new GuildId(-3);
    private static final GuildId ELSEWHERE = new GuildId(4);
    private static final ShardRange FIRST_HALF = new ShardRange(0, 3, 8);
    private static final ShardRange SECOND_HALF = new ShardRange(4, 7, 8);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String LINES = "FROM (SELECT DISTINCT pid FROM pg_locks WHERE locktype = 'advisory'"
            + " AND objsubid = 2 AND database = (SELECT oid FROM pg_database WHERE datname = current_database())%s) lines";

    private final DatabaseConfig config = PostgresServer.emptied(getClass().getName());
    private Database here;
    private Database there;
    private final Database spare = Database.open(config);

    @BeforeEach
    void open() {
        here = running(FIRST_HALF);
        there = running(SECOND_HALF);
    }

    private Database running(ShardRange shards) {
        Database database = Database.open(config);
        claimsSoon(database, shards);
        return database;
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
        spare.close();
    }

    @AfterEach
    void tellChangesAgain() throws SQLException {
        execute("ALTER TABLE guild_settings ENABLE TRIGGER ALL");
    }

    @Test
    void whatOneProcessSetsHoldsInTheOther() {
        assertThat(here.settings().of(HOME).voiceCopies()).isFalse();
        assertThat(here.settings().of(ELSEWHERE).voiceCopies()).isFalse();

        there.settings().change(HOME, before -> before.withVoiceCopies(true));

        await().atMost(SOON).until(() -> here.settings().of(HOME).voiceCopies());
        assertThat(here.settings().of(ELSEWHERE).voiceCopies()).isFalse();

        here.settings().put(HOME, GuildSettings.DEFAULT);
        await().atMost(SOON).until(() -> !there.settings().of(HOME).voiceCopies());
    }

    @Test
    void newsOfASongReachTheProcessThatAwaitsIt() {
        JobId song = JobId.next(Instant.EPOCH);
        List<JobId> heard = new CopyOnWriteArrayList<>();
        there.invalidation().ofSongs(heard::add);

        here.tellNews(song);

        await().atMost(SOON).until(() -> heard.equals(List.of(song)));
    }

    @Test
    void whatOneProcessLearnedTheOtherHears() {
        CountDownLatch told = new CountDownLatch(1);
        there.invalidation().of("learned_slots", _ -> told.countDown(), () -> {});

        here.learnedSlots().learn(new Operators("elevenlabs"), 3, Instant.EPOCH);

        await().atMost(SOON).until(() -> told.getCount() == 0);
    }

    @Test
    void oneProcessAtATimeHasTheTurnOfABucketAlsoWhenOneDies() throws Exception {
        Runnable givesBack = here.takeIdentifyTurn(0);
        there.takeIdentifyTurn(1).run();
        CompletableFuture<Runnable> next = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                next.complete(there.takeIdentifyTurn(0));
            } catch (InterruptedException e) {
                next.completeExceptionally(e);
            }
        });
        await().atMost(SOON)
                .until(
                        () -> isTrue(
                                "SELECT count(*) = 2 FROM pg_stat_activity"
                                        + " WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE '%pg_try_advisory_lock%'"));
        assertThat(next).isNotDone();

        givesBack.run();
        next.get(SOON.toSeconds(), TimeUnit.SECONDS);
        execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2"
                + " AND classid = " + 0x4556_0000);
        here.takeIdentifyTurn(0).run();
    }

    @Test
    void whatAnOperatorChangesByHandHoldsAtOnce() throws SQLException {
        here.settings().put(HOME, GuildSettings.DEFAULT.withVoiceCopies(true));

        execute("DELETE FROM guild_settings");

        await().atMost(SOON).until(() -> here.settings().of(HOME).equals(GuildSettings.DEFAULT));
    }

    @Test
    void afterItsLineBrokeAProcessTrustsNothingThatItRemembers() throws SQLException {
        assertThat(here.settings().of(HOME)).isEqualTo(GuildSettings.DEFAULT);
        execute("ALTER TABLE guild_settings DISABLE TRIGGER ALL");
        there.settings().put(HOME, GuildSettings.DEFAULT.withVoiceCopies(true));

        execute("SELECT pg_terminate_backend(pid) " + LINES.formatted(""));

        await().atMost(SOON).until(() -> here.settings().of(HOME).voiceCopies());
        await().atMost(SOON).until(() -> here.isWell() && there.isWell());
        assertThat(spare.claim(FIRST_HALF)).isInstanceOf(ShardClaim.Waiting.class);
    }

    @Test
    void shardsThatAnotherProcessRunsHaveToBeWaitedFor() {
        assertThat(spare.claim(FIRST_HALF)).isEqualTo(new ShardClaim.Waiting("another process runs shards 0-7/8"));
        assertThat(spare.claim(new ShardRange(3, 3, 8))).isInstanceOf(ShardClaim.Waiting.class);
        assertThat(spare.claim(new ShardRange(2, 5, 8))).isInstanceOf(ShardClaim.Waiting.class);

        here.close();
        assertThat(spare.claim(new ShardRange(2, 5, 8))).isInstanceOf(ShardClaim.Waiting.class);
        claimsSoon(spare, FIRST_HALF);
        here = Database.open(config);
        assertThat(here.claim(new ShardRange(0, 0, 8))).isInstanceOf(ShardClaim.Waiting.class);
    }

    @Test
    void aBotOfAnotherNumberOfShardsWaitsForAllProcessesOfThisOne() {
        assertThat(spare.claim(new ShardRange(15, 15, 16))).isInstanceOf(ShardClaim.Waiting.class);
        assertThat(spare.claim(ShardRange.WHOLE)).isInstanceOf(ShardClaim.Waiting.class);

        here.close();
        assertThat(spare.claim(ShardRange.WHOLE)).isInstanceOf(ShardClaim.Waiting.class);
        there.close();
        claimsSoon(spare, ShardRange.WHOLE);
        here = Database.open(config);
        assertThat(here.claim(FIRST_HALF)).isEqualTo(new ShardClaim.Waiting("another process runs the whole bot"));
        there = Database.open(config);
    }

    @Test
    void ofManyWhoWantTheSameShardsOneGetsThem() throws Exception {
        here.close();
        await().atMost(SOON).until(this::isNobodyThere);
        List<Database> all =
                IntStream.range(0, 6).mapToObj(_ -> Database.open(config)).toList();
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<ShardClaim>> claims = all.stream()
                    .<Callable<ShardClaim>>map(one -> () -> one.claim(FIRST_HALF))
                    .toList();

            assertThat(hands.invokeAll(claims))
                    .filteredOn(claim -> claim.resultNow() instanceof ShardClaim.Granted)
                    .hasSize(1);
        } finally {
            all.forEach(Database::close);
        }
        here = Database.open(config);
    }

    @Test
    void aProcessWhoseShardsWereTakenWhileItsLineWasDownStopsAndWritesNothing() throws Exception {
        CountDownLatch lost = new CountDownLatch(1);
        here.whenLost(lost::countDown);
        CompletableFuture<ShardClaim> claim;
        try (Connection turn = PostgresServer.connect(config);
                Statement statement = turn.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(hashtextextended('earworm shards', 0))");
            claim = CompletableFuture.supplyAsync(() -> spare.claim(FIRST_HALF), Thread::startVirtualThread);
            await().atMost(SOON).until(() -> isSomebodyWaiting(statement));
            statement.execute("SELECT pg_terminate_backend(pid, 5000) " + LINES.formatted(" AND objid = 0"));
        }
        assertThat(claim.get(SOON.toSeconds(), TimeUnit.SECONDS)).isInstanceOf(ShardClaim.Granted.class);
        await().atMost(SOON).until(() -> !here.isWell());

        assertThatThrownBy(() -> here.settings().put(HOME, GuildSettings.DEFAULT.withVoiceCopies(true)))
                .hasRootCauseMessage("the line to the database is down, so nothing is written");
        assertThat(lost.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(spare.isWell()).isTrue();
        assertThat(spare.settings().of(HOME)).isEqualTo(GuildSettings.DEFAULT);
    }

    @Test
    void afterTheServerWasAwayASpareLetsThoseGoFirstWhoRanTheShards() throws Exception {
        here.close();
        assertThat(afterAnOutage(Duration.ofHours(1)))
                .isEqualTo(new ShardClaim.Waiting("the database was away, and whoever ran them goes first"));
        assertThat(afterAnOutage(Duration.ZERO)).isInstanceOf(ShardClaim.Granted.class);
        here = Database.open(config);
    }

    /** Of one that waits for shards which nobody has. */
    private ShardClaim afterAnOutage(Duration othersFirst) throws SQLException {
        await().atMost(SOON).until(this::isNobodyThere);
        try (PostgresSession waiting =
                PostgresSession.begin(new PostgresDialect(config).source(), new Invalidation(), othersFirst)) {
            execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
            return waiting.claim(FIRST_HALF);
        }
    }

    @Test
    void whatCannotBeForgottenDoesNotKeepAProcessFromLookingAfterItsLine() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch lost = new CountDownLatch(1);
        here.invalidation()
                .of(
                        "learned_slots",
                        _ -> {
                            told.countDown();
                            throw new IllegalStateException("not to be forgotten");
                        },
                        lost::countDown);
        there.learnedSlots().learn(new Operators("elevenlabs"), 3, Instant.EPOCH);
        assertThat(told.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();

        execute("SELECT pg_terminate_backend(pid, 5000) " + LINES.formatted(" AND objid = 0"));

        assertThat(lost.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        await().atMost(SOON).until(here::isWell);
    }

    @Test
    void aLineIsEndedOnTheServerOnlyWhileItHoldsTheShards() throws SQLException {
        try (Connection other = PostgresServer.connect(config);
                Connection one = PostgresServer.connect(config)) {
            int number = other.unwrap(PGConnection.class).getBackendPID();
            assertThat(ShardLocks.end(one, number, FIRST_HALF)).isTrue();
            assertThat(other.isValid(10)).isTrue();

            assertThat(ShardLocks.take(other, new ShardRange(6, 7, 8))).isInstanceOf(ShardClaim.Waiting.class);
            there.close();
            await().atMost(SOON).until(() -> ShardLocks.take(other, SECOND_HALF) instanceof ShardClaim.Granted);
            assertThat(ShardLocks.end(one, number, SECOND_HALF)).isTrue();
            assertThat(other.isValid(10)).isFalse();
            there = Database.open(config);
        }
    }

    private boolean isNobodyThere() throws SQLException {
        return isTrue("SELECT count(*) = 0 " + LINES.formatted(" AND objid = 0"));
    }

    private boolean isTrue(String sql) throws SQLException {
        try (Connection connection = PostgresServer.connect(config);
                Statement statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static boolean isSomebodyWaiting(Statement statement) throws SQLException {
        try (var answer =
                statement.executeQuery("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")) {
            return answer.next();
        }
    }

    /** The server finds out a moment later that a process has ended. */
    private static void claimsSoon(Database process, ShardRange shards) {
        await().atMost(SOON).until(() -> process.claim(shards) instanceof ShardClaim.Granted);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = PostgresServer.connect(config);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
