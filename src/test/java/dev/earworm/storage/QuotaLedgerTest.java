package dev.earworm.storage;

import static dev.earworm.jobs.JobFixtures.ALICE;
import static dev.earworm.jobs.JobFixtures.BOB;
import static dev.earworm.jobs.JobFixtures.ELSEWHERE;
import static dev.earworm.jobs.JobFixtures.NOON;
import static dev.earworm.jobs.JobFixtures.queued;
import static dev.earworm.quota.QuotaFixtures.claim;
import static dev.earworm.quota.QuotaFixtures.limits;
import static dev.earworm.quota.QuotaFixtures.only;
import static dev.earworm.quota.QuotaFixtures.used;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobStore;
import dev.earworm.jobs.Transactions;
import dev.earworm.music.JobId;
import dev.earworm.music.Usd;
import dev.earworm.quota.Account;
import dev.earworm.quota.Allowance;
import dev.earworm.quota.Charge;
import dev.earworm.quota.Claim;
import dev.earworm.quota.Limit;
import dev.earworm.quota.Payer;
import dev.earworm.quota.Pot;
import dev.earworm.quota.QuotaDay;
import dev.earworm.quota.QuotaDecision;
import dev.earworm.quota.QuotaDecision.PriceUnknown;
import dev.earworm.quota.QuotaDecision.QuotaExceeded;
import dev.earworm.quota.QuotaDecision.Reserved;
import dev.earworm.quota.QuotaLedger;
import dev.earworm.quota.QuotaLimits;
import dev.earworm.quota.QuotaStatus;
import dev.earworm.quota.QuotaUsage;
import dev.earworm.quota.Reservation;
import dev.earworm.quota.RoleId;
import dev.earworm.quota.Spender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class QuotaLedgerTest extends StoreTest {
    private static final Allowance LIMITS = Allowance.ofMember(limits(3, 100, 2));
    private static final Allowance ANYTHING = Allowance.ofMember(QuotaLimits.UNLIMITED);
    private static final QuotaDay TODAY = QuotaDay.of(NOON);

    private QuotaLedger ledger() {
        return database.ledger();
    }

    private JobStore store() {
        return database.jobs();
    }

    private Transactions transactions() {
        return database.transactions();
    }

    @Test
    void aReservationCountsAtOnceAndSaysWhatIsThenUsed() {
        assertThat(reserve(ALICE, claim(30), NOON, LIMITS))
                .isEqualTo(new Reserved(new QuotaStatus(used(1, 30, 1), LIMITS.member(), TODAY)));
        assertThat(ledger().usage(ALICE, TODAY)).isEqualTo(used(1, 30, 1));
        assertThat(ledger().usage(BOB, TODAY)).isEqualTo(QuotaUsage.NONE);
    }

    @Test
    void theSecondsOfADayCannotBeExceeded() {
        reserve(ALICE, claim(80), NOON, LIMITS);

        QuotaStatus full = new QuotaStatus(used(1, 80, 1), LIMITS.member(), TODAY);
        assertThat(reserve(ALICE, claim(21), NOON, LIMITS))
                .isEqualTo(new QuotaExceeded(Pot.MEMBER, Limit.DAILY_SECONDS, claim(21), full, full));
        assertThat(full.resetsAt(Limit.DAILY_SECONDS)).contains(Instant.parse("2026-11-22T00:00:00Z"));
        assertThat(reserve(ALICE, claim(20), NOON, LIMITS)).isInstanceOf(Reserved.class);
    }

    @Test
    void theSongsAtOnceCannotBeExceededAndACommitMakesRoom() {
        JobId first = reserved(ALICE, claim(1));
        reserve(ALICE, claim(1), NOON, LIMITS);
        assertThat(reserve(ALICE, claim(1), NOON, LIMITS)).extracting("limit").isEqualTo(Limit.CONCURRENT_SONGS);

        ledger().commit(first);
        assertThat(ledger().usage(ALICE, TODAY)).isEqualTo(used(2, 2, 1));
        assertThat(reserve(ALICE, claim(1), NOON, LIMITS)).isInstanceOf(Reserved.class);
        assertThat(reserve(ALICE, claim(1), NOON, LIMITS)).extracting("limit").isEqualTo(Limit.DAILY_SONGS);
    }

    @Test
    void aReleasedSongDoesNotCount() {
        JobId song = reserved(ALICE, claim(30, "0.10"));
        ledger().release(song, Charge.NONE);

        assertThat(ledger().usage(ALICE, TODAY)).isEqualTo(QuotaUsage.NONE);
    }

    @Test
    void theMoneyOfAReleasedSongThatMayHaveBeenPaidForStaysSpent() {
        JobId song = reserved(ALICE, claim(30, "0.10"));
        ledger().release(song, Charge.POSSIBLE);

        assertThat(ledger().usage(ALICE, TODAY)).isEqualTo(used(0, 0, Usd.of("0.10"), 0));
        assertThat(ledger().usage(Pot.GUILD, ALICE, TODAY)).isEqualTo(used(0, 0, Usd.of("0.10"), 0));
        assertThat(ledger().usage(Pot.INSTANCE, ALICE, TODAY)).isEqualTo(used(0, 0, Usd.of("0.10"), 0));
    }

    @Test
    void aReservationEndsOnce() {
        JobId song = reserved(ALICE, claim(30, "0.10"));
        ledger().commit(song);
        ledger().release(song, Charge.NONE);
        ledger().commit(song);

        assertThat(ledger().usage(ALICE, TODAY)).isEqualTo(used(1, 30, Usd.of("0.10"), 0));
        assertThatThrownBy(() -> ledger().renew(song, claim(1), ANYTHING)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({"0.04, 0.04", "0.10, 0.10", "0.31, 0.31", "0, 0"})
    void whatTheProviderChargesReplacesTheEstimateBeItMoreOrLess(String charged, String counted) {
        JobId song = reserved(ALICE, claim(30, "0.10"));
        ledger().settle(song, Usd.of(charged));
        ledger().commit(song);

        assertThat(money(Pot.MEMBER)).isEqualTo(Usd.of(counted));
        assertThat(money(Pot.GUILD)).isEqualTo(Usd.of(counted));
        assertThat(money(Pot.INSTANCE)).isEqualTo(Usd.of(counted));
    }

    @Test
    void anAttemptThatWasLostStaysCountedBesideTheNext() {
        JobId song = reserved(ALICE, claim(30, "0.10"));
        ledger().lose(song);
        assertThat(money(Pot.MEMBER)).isEqualTo(Usd.of("0.10"));

        assertThat(ledger().renew(song, claim(30, "0.10"), ANYTHING)).isInstanceOf(Reserved.class);
        assertThat(money(Pot.MEMBER)).isEqualTo(Usd.of("0.20"));
        assertThat(ledger().renew(song, claim(30, "0.10"), ANYTHING))
                .as("may be repeated")
                .isInstanceOf(Reserved.class);
        assertThat(money(Pot.MEMBER)).isEqualTo(Usd.of("0.20"));

        ledger().settle(song, Usd.of("0.15"));
        assertThat(money(Pot.MEMBER)).isEqualTo(Usd.of("0.25"));
        ledger().release(song, Charge.NONE);
        assertThat(money(Pot.MEMBER)).as("what was lost").isEqualTo(Usd.of("0.10"));
    }

    @Test
    void whereARepeatIsNotChargedTwiceItIsNotCountedTwice() {
        JobId song = reserved(ALICE, claim(30, "0.10"));
        ledger().lose(song);
        ledger().lose(song);
        ledger().recover(song);
        ledger().settle(song, Usd.of("0.15"));

        assertThat(money(Pot.MEMBER)).isEqualTo(Usd.of("0.15"));
    }

    @Test
    void aRepeatThatWouldPassACeilingIsNotSetAside() {
        Allowance fifteenCents = instance(Limit.DAILY_USD, "0.15");
        JobId song = reserved(ALICE, claim(30, "0.10"), fifteenCents);
        ledger().lose(song);

        assertThat(ledger().renew(song, claim(30, "0.10"), fifteenCents))
                .isInstanceOfSatisfying(
                        QuotaExceeded.class,
                        exceeded -> assertThat(exceeded.pot()).isEqualTo(Pot.INSTANCE));
        assertThat(money(Pot.MEMBER)).isEqualTo(Usd.of("0.10"));
    }

    @Test
    void anotherProvidersPriceAndLengthReplaceTheFirst() {
        JobId song = reserved(ALICE, claim(30, "0.10"));

        assertThat(ledger().renew(song, claim(20, "0.25"), ANYTHING)).isInstanceOf(Reserved.class);
        assertThat(ledger().usage(ALICE, TODAY)).isEqualTo(used(1, 20, Usd.of("0.25"), 1));
        assertThat(ledger().renew(song, claim(20, "0.05"), ANYTHING)).isInstanceOf(Reserved.class);
        assertThat(ledger().usage(ALICE, TODAY)).isEqualTo(used(1, 20, Usd.of("0.05"), 1));
    }

    @Test
    void anotherProvidersPriceMayNotPassACeilingThoughItMayFallBelowOneThatWasPassed() {
        JobId song = reserved(ALICE, claim(30, "0.10"));

        assertThat(ledger().renew(song, claim(30, "0.11"), instance(Limit.MONTHLY_USD, "0.10")))
                .isInstanceOf(QuotaExceeded.class);
        assertThat(ledger().renew(song, claim(30, "0.09"), instance(Limit.MONTHLY_USD, "0.05")))
                .isInstanceOf(Reserved.class);
        assertThat(money(Pot.INSTANCE)).isEqualTo(Usd.of("0.09"));
    }

    @Test
    void neitherAMemberNorTheSongsOfADayAreInTheWayOfASongThatWasAcceptedBefore() {
        JobId song = reserved(ALICE, claim(30, "0.10"));

        assertThat(ledger().renew(song, claim(30, "0.10"), Allowance.ofMember(limits(0, 0, 0))))
                .isInstanceOf(Reserved.class);
    }

    @Test
    void aSongAtNoKnownPriceIsNotSetAsideUnderACeiling() {
        for (Allowance ceiling : List.of(
                instance(Limit.DAILY_USD, "100"),
                new Allowance(QuotaLimits.UNLIMITED, only(Limit.MONTHLY_USD, 1), QuotaLimits.UNLIMITED),
                Allowance.ofMember(only(Limit.DAILY_USD, 1)))) {
            assertThat(reserve(ALICE, claim(30), NOON, ceiling)).isEqualTo(new PriceUnknown());
        }
        JobId song = reserved(ALICE, claim(30));
        assertThat(ledger().renew(song, claim(30), instance(Limit.DAILY_USD, "100")))
                .isEqualTo(new PriceUnknown());
    }

    @Test
    void aFreeSongIsSetAsideBeyondEveryCeiling() {
        reserved(ALICE, claim(30, "5"));

        assertThat(reserve(BOB, claim(30, "0"), NOON, instance(Limit.DAILY_USD, "1")))
                .isInstanceOf(Reserved.class);
    }

    @Test
    void whatAGuildPaysForItselfIsNotTakenFromTheInstance() {
        reserved(ALICE, new Claim(30, Optional.of(Usd.of("3")), Payer.GUILD));

        assertThat(money(Pot.INSTANCE)).isEqualTo(Usd.ZERO);
        assertThat(money(Pot.GUILD)).isEqualTo(Usd.of("3"));
    }

    @Test
    void eachPotCountsItsOwn() {
        reserved(ALICE, claim(30, "1"));
        reserved(BOB, claim(20, "2"));
        reserved(ELSEWHERE, claim(10, "4"));

        assertThat(ledger().usage(Pot.MEMBER, ALICE, TODAY)).isEqualTo(used(1, 30, Usd.of("1"), 1));
        assertThat(ledger().usage(Pot.GUILD, ALICE, TODAY)).isEqualTo(used(2, 50, Usd.of("3"), 2));
        assertThat(ledger().usage(Pot.INSTANCE, ALICE, TODAY)).isEqualTo(used(3, 60, Usd.of("7"), 3));
    }

    @ParameterizedTest(name = "on {0}: {1} today, {2} this week, {3} this month")
    @CsvSource({
        "2026-11-28, 1, 1, 2",
        "2026-11-29, 1, 2, 3",
        // A Monday, the last of the month.
        "2026-11-30, 1, 1, 4",
        "2026-12-01, 1, 2, 1",
        "2026-12-06, 0, 2, 1",
        "2026-12-07, 0, 0, 1",
        "2027-01-01, 0, 0, 0",
    })
    void daysWeeksAndMonthsBeginAnewEachAtTheirTime(String date, long today, long week, long month) {
        for (String day : List.of("2026-11-22", "2026-11-28", "2026-11-29", "2026-11-30", "2026-12-01")) {
            ledger().commit(reserved(ALICE, claim(10, "0.5"), ANYTHING, Instant.parse(day + "T23:59:59Z")));
        }
        QuotaUsage usage = ledger().usage(ALICE, QuotaDay.of(Instant.parse(date + "T00:00:00Z")));

        assertThat(usage.of(Limit.DAILY_SONGS)).isEqualTo(today);
        assertThat(usage.of(Limit.WEEKLY_SONGS)).isEqualTo(week);
        assertThat(usage.of(Limit.MONTHLY_SONGS)).isEqualTo(month);
        assertThat(usage.of(Limit.DAILY_SECONDS)).isEqualTo(10 * today);
        assertThat(usage.of(Limit.WEEKLY_SECONDS)).isEqualTo(10 * week);
        assertThat(usage.of(Limit.MONTHLY_SECONDS)).isEqualTo(10 * month);
        assertThat(usage.of(Limit.DAILY_USD)).isEqualTo(500_000 * today);
        assertThat(usage.of(Limit.MONTHLY_USD)).isEqualTo(500_000 * month);
    }

    @Test
    void anotherDayStartsAnewButSongsUnderWayStayUnderWay() {
        reserved(ALICE, claim(30));

        QuotaDay nextMonth = QuotaDay.of(NOON.plus(Duration.ofDays(20)));
        assertThat(ledger().usage(ALICE, nextMonth)).isEqualTo(used(0, 0, 1));
    }

    @Test
    void whatIsForgivenCountsNoMoreButForTheMoneyAndWhatIsInTheWorks() {
        ledger().commit(reserved(ALICE, claim(30, "0.10")));
        JobId underWay = reserved(ALICE, claim(20, "0.10"));
        reserved(BOB, claim(10, "0.10"));

        ledger().forgive(ALICE);
        assertThat(ledger().usage(ALICE, TODAY)).isEqualTo(used(0, 0, Usd.of("0.20"), 1));
        assertThat(ledger().usage(BOB, TODAY)).isEqualTo(used(1, 10, Usd.of("0.10"), 1));

        ledger().commit(underWay);
        reserved(ALICE, claim(5));
        assertThat(ledger().usage(ALICE, TODAY)).isEqualTo(used(1, 5, Usd.of("0.20"), 1));
    }

    @Test
    void theRolesOfTheLatestSongAreRemembered() {
        assertThat(ledger().lastRoles(ALICE)).isEmpty();
        reserve(Spender.as(ALICE, Set.of(new RoleId(7), new RoleId(-8))), claim(1), NOON, ANYTHING);
        reserve(Spender.asLastSeen(ALICE), claim(1), NOON.plusSeconds(1), ANYTHING);
        assertThat(ledger().lastRoles(ALICE)).containsExactlyInAnyOrder(new RoleId(7), new RoleId(-8));

        reserve(Spender.as(ALICE, Set.of()), claim(1), NOON.plusSeconds(2), ANYTHING);
        assertThat(ledger().lastRoles(ALICE)).isEmpty();
    }

    @Test
    void aReservationThatIsRolledBackWasNever() {
        assertThatThrownBy(() -> transactions().inOne(() -> {
                    reserve(ALICE, claim(30), NOON, LIMITS);
                    throw new IllegalStateException("power cut");
                }))
                .hasMessage("power cut");

        assertThat(ledger().usage(ALICE, TODAY)).isEqualTo(QuotaUsage.NONE);
        assertThat(store().unfinished()).isEmpty();
    }

    /** Three are left, or as much as three songs come to and a little more. */
    static Stream<Arguments> limitsOfThree() {
        return Stream.of(Limit.values())
                .map(limit -> only(
                        limit,
                        switch (limit.measure()) {
                            case CONCURRENT_SONGS, SONGS -> 3;
                            case SECONDS -> 119;
                            case USD -> 300_000;
                        }))
                .flatMap(three -> Stream.of(
                        Arguments.argumentSet(three + " of a member", Allowance.ofMember(three)),
                        Arguments.argumentSet(
                                three + " of a guild",
                                new Allowance(QuotaLimits.UNLIMITED, three, QuotaLimits.UNLIMITED)),
                        Arguments.argumentSet(
                                three + " of the instance",
                                new Allowance(QuotaLimits.UNLIMITED, QuotaLimits.UNLIMITED, three))));
    }

    @ParameterizedTest
    @MethodSource("limitsOfThree")
    void manyAsksAtOnceAgainstThreeLeftAcceptExactlyThree(Allowance three) throws Exception {
        assertThat(accepted(24, ask -> asker(three, ask), three)).isEqualTo(3);
        assertThat(ledger().usage(Pot.INSTANCE, ALICE, TODAY)).isEqualTo(used(3, 90, Usd.of("0.30"), 3));
    }

    @Test
    void manyAsksAtOnceFromManyMembersNeverPassTheSmallestOfThreePots() throws Exception {
        Allowance tight = new Allowance(
                only(Limit.DAILY_USD, Usd.of("0.5").micros()),
                only(Limit.MONTHLY_USD, Usd.of("1.05").micros()),
                only(Limit.DAILY_USD, Usd.of("1.75").micros()));

        assertThat(accepted(60, ask -> List.of(ALICE, BOB, ELSEWHERE).get(ask % 3), tight))
                .isEqualTo(5 + 5 + 5);
        assertThat(money(Pot.GUILD)).isEqualTo(Usd.of("1"));
        assertThat(money(Pot.INSTANCE)).isEqualTo(Usd.of("1.5"));
    }

    @Test
    void manyRepeatsAtOnceAgainstTheMoneyOfThreeSetAsideExactlyThree() throws Exception {
        List<JobId> songs = IntStream.range(0, 12)
                .mapToObj(_ -> reserved(ALICE, claim(30, "0.10")))
                .toList();
        songs.forEach(ledger()::lose);
        Allowance threeMore = instance(Limit.DAILY_USD, "1.55");

        List<QuotaDecision> decisions = atOnce(songs.stream()
                .map(song -> (Callable<QuotaDecision>) () -> ledger().renew(song, claim(30, "0.10"), threeMore))
                .toList());
        assertThat(decisions).filteredOn(Reserved.class::isInstance).hasSize(3);
        assertThat(money(Pot.INSTANCE)).isEqualTo(Usd.of("1.5"));
    }

    /** A pot that is shared is asked for by two members. */
    private static Account asker(Allowance allowance, int ask) {
        boolean isShared = allowance.member().set().isEmpty();
        return isShared && ask % 2 == 0 ? BOB : ALICE;
    }

    private interface Askers {
        Account of(int ask);
    }

    private long accepted(int asks, Askers askers, Allowance allowance) throws Exception {
        return atOnce(IntStream.range(0, asks)
                        .mapToObj(ask -> (Callable<QuotaDecision>) () ->
                                transactions().inOne(() -> reserve(askers.of(ask), claim(30, "0.10"), NOON, allowance)))
                        .toList())
                .stream()
                .filter(Reserved.class::isInstance)
                .count();
    }

    private static <T> List<T> atOnce(List<Callable<T>> asks) throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(asks.size());
        List<Callable<T>> together = asks.stream()
                .map(ask -> (Callable<T>) () -> {
                    ready.countDown();
                    ready.await();
                    return ask.call();
                })
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(together).stream().map(Future::resultNow).toList();
        }
    }

    private static Allowance instance(Limit limit, String dollars) {
        return new Allowance(
                QuotaLimits.UNLIMITED,
                QuotaLimits.UNLIMITED,
                only(limit, Usd.of(dollars).micros()));
    }

    private Usd money(Pot pot) {
        return new Usd(ledger().usage(pot, ALICE, TODAY).of(Limit.DAILY_USD));
    }

    private JobId reserved(Account account, Claim claim) {
        return reserved(account, claim, ANYTHING);
    }

    private JobId reserved(Account account, Claim claim, Allowance allowance) {
        return reserved(account, claim, allowance, NOON);
    }

    private JobId reserved(Account account, Claim claim, Allowance allowance, Instant at) {
        Job job = queued(account, at);
        store().add(job);
        assertThat(ledger().reserve(new Reservation(job.id(), Spender.asLastSeen(account), claim, at), allowance))
                .isInstanceOf(Reserved.class);
        return job.id();
    }

    private QuotaDecision reserve(Account account, Claim claim, Instant at, Allowance allowance) {
        return reserve(Spender.asLastSeen(account), claim, at, allowance);
    }

    private QuotaDecision reserve(Spender spender, Claim claim, Instant at, Allowance allowance) {
        return transactions().inOne(() -> {
            Job job = queued(spender.account(), at);
            store().add(job);
            return ledger().reserve(new Reservation(job.id(), spender, claim, at), allowance);
        });
    }
}
