package dev.earworm.storage;

import static dev.earworm.jobs.JobFixtures.ALICE;
import static dev.earworm.jobs.JobFixtures.BOB;
import static dev.earworm.jobs.JobFixtures.NOON;
import static dev.earworm.jobs.JobFixtures.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.earworm.jobs.HandClock;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobFixtures;
import dev.earworm.jobs.SongOrder;
import dev.earworm.music.JobId;
import dev.earworm.quota.Account;
import dev.earworm.quota.Allowance;
import dev.earworm.quota.Allowances;
import dev.earworm.quota.Charge;
import dev.earworm.quota.Claim;
import dev.earworm.quota.Grant;
import dev.earworm.quota.Limit;
import dev.earworm.quota.Measure;
import dev.earworm.quota.Pot;
import dev.earworm.quota.QuotaDay;
import dev.earworm.quota.QuotaDecision;
import dev.earworm.quota.QuotaLedger;
import dev.earworm.quota.QuotaLimits;
import dev.earworm.quota.QuotaRule;
import dev.earworm.quota.QuotaUsage;
import dev.earworm.quota.Reservation;
import dev.earworm.quota.RoleId;
import dev.earworm.quota.Spender;
import dev.earworm.rules.ScratchFolder;
import dev.earworm.storage.LedgerModel.Obstacle;
import dev.earworm.storage.LedgerModel.Song;
import dev.earworm.storage.LedgerModel.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import org.jdbi.v3.core.JdbiException;

/** Whatever is asked for in whatever order: no limit is passed, no sum is off by a millionth, no call counts twice. */
class QuotaLedgerPropertyTest {
    private static final List<Account> MEMBERS = List.of(ALICE, BOB, account(2, 10));
    private static final Map<Account, Set<RoleId>> ROLES =
            Map.of(ALICE, Set.of(new RoleId(1)), BOB, Set.of(new RoleId(1), new RoleId(2)), MEMBERS.get(2), Set.of());

    private final ScratchFolder folder = ScratchFolder.create();
    private Optional<Database> opened = Optional.empty();

    @AfterProperty
    void close() {
        opened.ifPresent(Database::close);
        folder.close();
    }

    @Property(tries = 80)
    void whateverHappensTheSumsAreRightAndNoLimitIsPassed(@ForAll("sequences") List<LedgerStep> steps) {
        new Run(emptied(Engine.SQLITE)).takes(steps);
    }

    @Property(tries = 5)
    void theSameOnPostgresql(@ForAll("sequences") List<LedgerStep> steps) {
        new Run(emptied(Engine.POSTGRESQL)).takes(steps);
    }

    @Provide
    Arbitrary<List<LedgerStep>> sequences() {
        return LedgerStep.sequences(50);
    }

    /** The one that there is already, without its rows: opening another takes longer than a try. */
    private Database emptied(Engine engine) {
        Database database = opened.orElseGet(() -> Database.open(engine.in(folder.path())));
        opened = Optional.of(database);
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("reservation", "job", "quota_rule", "quota_grant")) {
                statement.execute("DELETE FROM " + table);
            }
            return database;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One sequence on the ledger and on the model. */
    private static final class Run {
        private final Database database;
        private final QuotaLedger ledger;
        private final Allowances allowances;
        private final LedgerModel model = new LedgerModel();
        private final HandClock clock = new HandClock(NOON);
        private final List<JobId> songs = new ArrayList<>();

        Run(Database database) {
            this.database = database;
            this.ledger = database.ledger();
            this.allowances = new Allowances(
                    ledger,
                    database.quotaRules(),
                    database.quotaGrants(),
                    new QuotaLimits(LedgerModel.CONFIGURED),
                    new QuotaLimits(LedgerModel.INSTANCE));
        }

        void takes(List<LedgerStep> steps) {
            steps.forEach(step -> {
                take(step);
                MEMBERS.forEach(this::compare);
            });
        }

        private void take(LedgerStep step) {
            switch (step) {
                case LedgerStep.Reserve ask -> reserve(member(ask.member()), ask.claim());
                case LedgerStep.Renew ask -> song(ask.song()).ifPresent(id -> renew(id, ask.claim()));
                case LedgerStep.Lose(int song) -> song(song).ifPresent(this::lose);
                case LedgerStep.Recover(int song) -> song(song).ifPresent(this::recover);
                case LedgerStep.Settle settle ->
                    song(settle.song()).ifPresent(id -> {
                        twice(() -> ledger.settle(id, settle.charged()));
                        Song song = model.song(id);
                        song.micros = song.lost + settle.charged().micros();
                    });
                case LedgerStep.Commit(int song) -> song(song).ifPresent(this::commit);
                case LedgerStep.Release(int song, Charge charge) -> song(song).ifPresent(id -> release(id, charge));
                case LedgerStep.Forgive(int member) -> {
                    twice(() -> ledger.forgive(member(member)));
                    model.songs.values().stream()
                            .filter(song -> song.account.equals(member(member)))
                            .forEach(song -> song.isForgiven = true);
                }
                case LedgerStep.SetRule set -> {
                    QuotaRule rule = new QuotaRule(set.holder(), set.limit(), set.cap());
                    twice(() -> database.quotaRules().set(member(set.member()).guild(), rule));
                    model.set(member(set.member()).guild(), rule);
                }
                case LedgerStep.ClearRule clear ->
                    assertThat(database.quotaRules()
                                    .clear(member(clear.member()).guild(), clear.holder(), clear.limit()))
                            .isEqualTo(model.clear(member(clear.member()).guild(), clear.holder(), clear.limit()));
                case LedgerStep.Give give -> {
                    Grant grant = new Grant(
                            member(give.member()), give.measure(), give.amount(), BOB.user(), clock.instant());
                    database.quotaGrants().add(grant);
                    model.grants.add(grant);
                }
                case LedgerStep.Pass(var time) -> clock.advance(time);
            }
        }

        private void reserve(Account account, Claim claim) {
            Spender spender = Spender.as(account, roles(account));
            QuotaDay day = QuotaDay.of(clock.instant());
            Reservation wish = new Reservation(JobId.next(clock.instant()), spender, claim, clock.instant());
            Allowance allowance = allowances.of(spender, claim.payer(), day);
            Map<Measure, Long> more = Map.of(
                    Measure.CONCURRENT_SONGS,
                    1L,
                    Measure.SONGS,
                    1L,
                    Measure.SECONDS,
                    (long) claim.seconds(),
                    Measure.USD,
                    claim.money().micros());

            QuotaDecision decision = accept(wish, allowance);
            assertDecision(decision, account, claim, day.date(), more);
            if (decision instanceof QuotaDecision.Reserved) {
                songs.add(wish.id());
                model.songs.put(wish.id(), new Song(account, day.date(), claim));
                assertThat(isAcceptedAgain(wish, allowance)).isFalse();
            }
        }

        private boolean isAcceptedAgain(Reservation wish, Allowance allowance) {
            try {
                return accept(wish, allowance) instanceof QuotaDecision.Reserved;
            } catch (JdbiException _) {
                return false;
            }
        }

        /** The song and what is set aside for it are one write. */
        private QuotaDecision accept(Reservation wish, Allowance allowance) {
            return database.transactions().inOne(() -> {
                QuotaDecision decision = ledger.reserve(wish, allowance);
                if (decision instanceof QuotaDecision.Reserved) {
                    SongOrder order = JobFixtures.order(wish.account());
                    database.jobs().add(Job.queued(wish.id(), order, Optional.empty(), wish.at()));
                }
                return decision;
            });
        }

        private void renew(JobId id, Claim claim) {
            Song song = model.song(id);
            Allowance allowance =
                    allowances.of(Spender.asLastSeen(song.account), claim.payer(), new QuotaDay(song.day));
            if (song.state != State.RESERVED) {
                assertThat(catchThrowable(() -> ledger.renew(id, claim, allowance)))
                        .isInstanceOf(IllegalStateException.class);
                return;
            }
            long money = song.lost + claim.money().micros();
            Map<Measure, Long> more = Map.of(Measure.USD, Math.max(0, money - song.micros));

            QuotaDecision decision = ledger.renew(id, claim, allowance);
            assertDecision(decision, song.account, claim, song.day, more);
            assertThat(ledger.renew(id, claim, allowance)).as("once more").hasSameClassAs(decision);
            if (decision instanceof QuotaDecision.Reserved) {
                song.claim = claim;
                song.micros = money;
            }
        }

        private void assertDecision(
                QuotaDecision decision, Account account, Claim claim, LocalDate day, Map<Measure, Long> more) {
            if (claim.estimate().isEmpty() && model.countsMoney(account, roles(account), claim.payer(), day)) {
                assertThat(decision).isInstanceOf(QuotaDecision.PriceUnknown.class);
                return;
            }
            List<Obstacle> obstacles = model.obstacles(account, roles(account), claim.payer(), day, more)
                    .toList();
            if (obstacles.isEmpty()) {
                assertThat(decision).isInstanceOf(QuotaDecision.Reserved.class);
            } else {
                assertThat(decision)
                        .isInstanceOfSatisfying(
                                QuotaDecision.QuotaExceeded.class,
                                exceeded ->
                                        assertThat(obstacles).contains(new Obstacle(exceeded.pot(), exceeded.limit())));
            }
        }

        private void lose(JobId id) {
            twice(() -> ledger.lose(id));
            reserved(id).ifPresent(song -> song.lost = song.micros);
        }

        private void recover(JobId id) {
            twice(() -> ledger.recover(id));
            reserved(id).ifPresent(song -> song.lost = 0);
        }

        private void commit(JobId id) {
            twice(() -> ledger.commit(id));
            reserved(id).ifPresent(song -> song.state = State.COMMITTED);
        }

        private void release(JobId id, Charge charge) {
            twice(() -> ledger.release(id, charge));
            reserved(id).ifPresent(song -> {
                song.state = State.RELEASED;
                song.micros = charge == Charge.NONE ? song.lost : song.micros;
            });
        }

        private static void twice(Runnable call) {
            call.run();
            call.run();
        }

        private Optional<Song> reserved(JobId id) {
            return Stream.of(model.song(id))
                    .filter(song -> song.state == State.RESERVED)
                    .findFirst();
        }

        private Optional<JobId> song(int number) {
            return songs.isEmpty() ? Optional.empty() : Optional.of(songs.get(number % songs.size()));
        }

        private static Set<RoleId> roles(Account account) {
            return ROLES.getOrDefault(account, Set.of());
        }

        private static Account member(int number) {
            return MEMBERS.get(number);
        }

        private void compare(Account account) {
            QuotaDay today = QuotaDay.of(clock.instant());
            for (Pot pot : Pot.values()) {
                QuotaUsage usage = ledger.usage(pot, account, today);
                for (Limit limit : Limit.values()) {
                    assertThat(usage.of(limit))
                            .as("%s of %s, %s", limit, pot, account)
                            .isNotNegative()
                            .isEqualTo(model.used(pot, account, limit, today.date()));
                }
            }
        }
    }
}
