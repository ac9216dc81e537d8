package dev.earworm.storage;

import static dev.earworm.jobs.JobFixtures.ALICE;
import static dev.earworm.jobs.JobFixtures.NOON;
import static dev.earworm.jobs.JobFixtures.queued;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earworm.drafts.Draft;
import dev.earworm.drafts.Draft.Planned;
import dev.earworm.jobs.ChannelId;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobState;
import dev.earworm.jobs.MessageId;
import dev.earworm.jobs.PostedAt;
import dev.earworm.jobs.ShardRange;
import dev.earworm.library.FinishedSongs;
import dev.earworm.music.CompositionPlan;
import dev.earworm.music.JobId;
import dev.earworm.music.PlanSection;
import dev.earworm.music.Usd;
import dev.earworm.privacy.PersonalDataStore.Erasure;
import dev.earworm.quota.Account;
import dev.earworm.quota.Allowance;
import dev.earworm.quota.Claim;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.Limit;
import dev.earworm.quota.Payer;
import dev.earworm.quota.Pot;
import dev.earworm.quota.QuotaDay;
import dev.earworm.quota.QuotaDecision;
import dev.earworm.quota.QuotaDecision.Reserved;
import dev.earworm.quota.QuotaLimits;
import dev.earworm.quota.Reservation;
import dev.earworm.quota.Spender;
import dev.earworm.quota.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three processes on one PostgreSQL, with a pool each, that all want the same at once. */
class SeveralProcessesTest {
    private static final int ASKS = 60;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final QuotaDay TODAY = QuotaDay.of(NOON);

    private final List<Database> processes = new ArrayList<>();

    @BeforeEach
    void open() {
        DatabaseConfig config = PostgresServer.emptied(getClass().getName());
        for (int shard = 0; shard < 3; shard++) {
            Database process = Database.open(config);
            processes.add(process);
            ShardRange shards = new ShardRange(shard, shard, 3);
            // The server finds out a moment later that those of the test before have ended.
            await().atMost(SOON).until(() -> process.claim(shards) instanceof ShardClaim.Granted);
        }
    }

    @AfterEach
    void close() {
        processes.forEach(Database::close);
    }

    @Test
    void ofManyAsksInManyGuildsAgainstSeventyCentsExactlySevenAreAccepted() throws Exception {
        Allowance seventyCents = new Allowance(
                QuotaLimits.UNLIMITED,
                QuotaLimits.UNLIMITED,
                new QuotaLimits(Map.of(Limit.DAILY_USD, Usd.of("0.70").micros())));

        List<QuotaDecision> decisions = allAtOnce(ASKS, (database, number) -> {
            Account member = new Account(new GuildId(number % 9), new UserId(number));
            return ordered(database, member, seventyCents);
        });

        assertThat(decisions).filteredOn(Reserved.class::isInstance).hasSize(7);
        assertThat(first().jobs().unfinished()).hasSize(7);
        assertThat(first().ledger().usage(Pot.INSTANCE, ALICE, TODAY).of(Limit.DAILY_USD))
                .isEqualTo(Usd.of("0.70").micros());
    }

    private static QuotaDecision ordered(Database database, Account member, Allowance allowance) {
        Job job = queued(member, NOON);
        Claim claim = new Claim(30, Optional.of(Usd.of("0.10")), Payer.INSTANCE);
        return database.transactions().inOne(() -> {
            QuotaDecision decision = database.ledger()
                    .reserve(new Reservation(job.id(), Spender.asLastSeen(member), claim, NOON), allowance);
            if (decision instanceof Reserved) {
                database.jobs().add(job);
            }
            return decision;
        });
    }

    @Test
    void aWishThatIsHeardManyTimesAtOnceMakesOneSong() throws Exception {
        Job job = queued(ALICE, NOON);

        List<Boolean> added = allAtOnce(
                ASKS,
                (database, _) -> database.transactions().inOne(() -> {
                    boolean isNew = database.jobs().find(job.id()).isEmpty();
                    if (isNew) {
                        database.jobs().add(job);
                    }
                    return isNew;
                }));

        assertThat(added).containsOnlyOnce(true);
    }

    @Test
    void aProviderNeverHasMoreSongsThanSlots() throws Exception {
        List<Job> waiting = IntStream.range(0, ASKS).mapToObj(_ -> added()).toList();
        List<Job> line = new ArrayList<>(waiting);

        List<Boolean> promoted = allAtOnce(ASKS, (database, _) -> {
            JobId next;
            synchronized (line) {
                next = line.removeLast().id();
            }
            return database.jobs().promote(next, 5, NOON);
        });

        assertThat(promoted).filteredOn(one -> one).hasSize(5);
        assertThat(first().jobs().unfinished())
                .filteredOn(job -> job.state() == JobState.SUBMITTING)
                .hasSize(5);
    }

    @Test
    void aSongIsEitherPromotedOrCalledBackAndOnce() throws Exception {
        for (int i = 0; i < 20; i++) {
            JobId song = added().id();
            List<String> moves = allAtOnce(6, (database, number) -> {
                if (number % 2 == 0) {
                    return database.jobs().promote(song, 1000, NOON) ? "promoted" : "";
                }
                return database.transactions().inOne(() -> database.jobs().cancel(song, NOON)) ? "cancelled" : "";
            });

            assertThat(moves).filteredOn(move -> !move.isEmpty()).hasSize(1);
        }
    }

    @Test
    void whatIsOrderedWhileItsMemberIsForgottenIsForgottenWithAllOrMadeAsOrdered() throws Exception {
        for (int i = 0; i < 20; i++) {
            new FinishedSongs(first().jobs()).posted(ALICE, "an old song", NOON);
            List<Object> outcomes = allAtOnce(
                    4,
                    (database, number) -> number % 2 == 0
                            ? database.personalData().erase(ALICE.user(), TODAY)
                            : database.transactions().inOne(() -> {
                                Job job = queued(ALICE, NOON);
                                database.jobs().add(job);
                                return job;
                            }));

            for (Object outcome : outcomes) {
                if (outcome instanceof Job ordered) {
                    assertThat(first().jobs().find(ordered.id())).contains(ordered);
                    first().jobs().cancel(ordered.id(), NOON);
                } else {
                    assertThat(outcome).isInstanceOf(Erasure.class);
                }
            }
        }
    }

    @Test
    void whatIsPostedWhileItsMemberIsForgottenLeavesNothing() throws Exception {
        for (int i = 0; i < 20; i++) {
            JobId song = new FinishedSongs(first().jobs())
                    .posted(ALICE, "a song", NOON)
                    .id();
            PostedAt at = new PostedAt(new ChannelId(5), new MessageId(1000 + i));
            allAtOnce(4, (database, number) -> {
                if (number % 2 == 0) {
                    database.copies().add(song, at, NOON);
                    database.voiceMessages().add(song, at);
                    return true;
                }
                return database.personalData().erase(ALICE.user(), TODAY) instanceof Erasure.Erased;
            });
            first().personalData().erase(ALICE.user(), TODAY);

            assertThat(first().copies().of(song)).isEmpty();
            assertThat(first().voiceMessages().of(song)).isEmpty();
        }
    }

    @Test
    void ofManyChangesOfAGuildsSettingsNoneIsLost() throws Exception {
        allAtOnce(
                ASKS,
                (database, _) -> database.settings()
                        .change(
                                ALICE.guild(),
                                before -> before.withRetentionDays(
                                        Optional.of(before.retentionDays().orElse(100) + 1))));
        assertThat(first().settings().change(ALICE.guild(), before -> before.withLanguage(Optional.of(Locale.GERMAN))))
                .satisfies(after -> assertThat(after.retentionDays()).contains(100 + ASKS));
    }

    @Test
    void ofManyChangesOfAPlanNoneIsLost() throws Exception {
        JobId song = JobId.next(NOON);
        first().drafts().add(planned(song), NOON);

        allAtOnce(ASKS, (database, _) -> database.drafts().replan(song, SeveralProcessesTest::oneStyleMore, NOON));

        assertThat(((Planned) first().drafts().find(song).orElseThrow())
                        .request()
                        .plan()
                        .orElseThrow()
                        .styles())
                .hasSize(ASKS);
    }

    private static Draft planned(JobId song) {
        CompositionPlan plan = new CompositionPlan(
                List.of(),
                List.of(),
                List.of(PlanSection.of("Intro", Duration.ofSeconds(10), List.of("calm"), List.of())));
        return new Planned(song, ALICE, queued(ALICE, NOON).request().withPlan(plan));
    }

    private static CompositionPlan oneStyleMore(CompositionPlan plan) {
        List<String> styles = new ArrayList<>(plan.styles());
        styles.add("style " + styles.size());
        return new CompositionPlan(styles, plan.avoided(), plan.sections());
    }

    private Database first() {
        return processes.getFirst();
    }

    private Job added() {
        Job job = queued(ALICE, NOON);
        first().jobs().add(job);
        return job;
    }

    /** Each time by another process than the time before. */
    private <T> List<T> allAtOnce(int times, BiFunction<Database, Integer, T> work) throws Exception {
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<T>> calls = IntStream.range(0, times)
                    .<Callable<T>>mapToObj(i -> () -> work.apply(processes.get(i % processes.size()), i))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> result : hands.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
