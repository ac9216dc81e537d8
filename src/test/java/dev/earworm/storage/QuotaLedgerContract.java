package dev.earworm.storage;

import static dev.earworm.jobs.JobFixtures.ALICE;
import static dev.earworm.jobs.JobFixtures.BOB;
import static dev.earworm.jobs.JobFixtures.NOON;
import static dev.earworm.jobs.JobFixtures.queued;
import static dev.earworm.quota.QuotaFixtures.limits;
import static dev.earworm.quota.QuotaFixtures.used;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobStore;
import dev.earworm.jobs.Transactions;
import dev.earworm.quota.Account;
import dev.earworm.quota.Limit;
import dev.earworm.quota.QuotaDay;
import dev.earworm.quota.QuotaDecision;
import dev.earworm.quota.QuotaDecision.QuotaExceeded;
import dev.earworm.quota.QuotaDecision.Reserved;
import dev.earworm.quota.QuotaLedger;
import dev.earworm.quota.QuotaLimits;
import dev.earworm.quota.QuotaUsage;
import dev.earworm.quota.Reservation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every ledger must do, whatever the database. */
abstract class QuotaLedgerContract {
    private static final QuotaLimits LIMITS = limits(3, 100, 2);
    private static final QuotaDay TODAY = QuotaDay.of(NOON);

    abstract QuotaLedger ledger();

    abstract JobStore store();

    abstract Transactions transactions();

    @Test
    void aReservationCountsAtOnceAndSaysWhatIsThenUsed() {
        assertThat(reserve(ALICE, 30, NOON)).isEqualTo(new Reserved(used(1, 30, 1), LIMITS));
        assertThat(ledger().usage(ALICE, TODAY)).isEqualTo(used(1, 30, 1));
        assertThat(ledger().usage(BOB, TODAY)).isEqualTo(QuotaUsage.NONE);
    }

    @Test
    void theSecondsOfADayCannotBeExceeded() {
        reserve(ALICE, 80, NOON);

        assertThat(reserve(ALICE, 21, NOON))
                .isEqualTo(new QuotaExceeded(
                        Limit.DAILY_SECONDS, used(1, 80, 1), LIMITS, Instant.parse("2026-11-22T00:00:00Z")));
        assertThat(reserve(ALICE, 20, NOON)).isInstanceOf(Reserved.class);
    }

    @Test
    void theSongsAtOnceCannotBeExceededAndACommitMakesRoom() {
        Job first = job(ALICE, NOON);
        ledger().reserve(new Reservation(first.id(), ALICE, 1, NOON), LIMITS);
        reserve(ALICE, 1, NOON);
        assertThat(reserve(ALICE, 1, NOON)).extracting("limit").isEqualTo(Limit.CONCURRENT_SONGS);

        ledger().commit(first.id());
        assertThat(ledger().usage(ALICE, TODAY)).isEqualTo(used(2, 2, 1));
        assertThat(reserve(ALICE, 1, NOON)).isInstanceOf(Reserved.class);
        assertThat(reserve(ALICE, 1, NOON)).extracting("limit").isEqualTo(Limit.DAILY_SONGS);
    }

    @Test
    void aReleasedSongDoesNotCount() {
        Job song = job(ALICE, NOON);
        ledger().reserve(new Reservation(song.id(), ALICE, 30, NOON), LIMITS);
        ledger().release(song.id());

        assertThat(ledger().usage(ALICE, TODAY)).isEqualTo(QuotaUsage.NONE);
    }

    @Test
    void aReservationEndsOnce() {
        Job committed = job(ALICE, NOON);
        ledger().reserve(new Reservation(committed.id(), ALICE, 30, NOON), LIMITS);
        ledger().commit(committed.id());
        ledger().release(committed.id());
        ledger().commit(committed.id());

        assertThat(ledger().usage(ALICE, TODAY)).isEqualTo(used(1, 30, 0));
    }

    @Test
    void anotherDayStartsAnewButSongsUnderWayStayUnderWay() {
        Instant tomorrow = NOON.plus(Duration.ofDays(1));
        reserve(ALICE, 30, NOON);

        assertThat(ledger().usage(ALICE, QuotaDay.of(tomorrow))).isEqualTo(used(0, 0, 1));
    }

    @Test
    void aReservationThatIsRolledBackWasNever() {
        assertThatThrownBy(() -> transactions().inOne(() -> {
                    reserve(ALICE, 30, NOON);
                    throw new IllegalStateException("power cut");
                }))
                .hasMessage("power cut");

        assertThat(ledger().usage(ALICE, TODAY)).isEqualTo(QuotaUsage.NONE);
        assertThat(store().unfinished()).isEmpty();
    }

    @Test
    void manyAsksAtOnceAgainstThreeLeftAcceptExactlyThree() throws Exception {
        QuotaLimits three = limits(3, 1_000, 50);
        List<Callable<QuotaDecision>> asks = IntStream.range(0, 40)
                .mapToObj(_ ->
                        (Callable<QuotaDecision>) () -> transactions().inOne(() -> reserve(ALICE, 30, NOON, three)))
                .toList();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<QuotaDecision> decisions =
                    threads.invokeAll(asks).stream().map(Future::resultNow).toList();
            assertThat(decisions).filteredOn(Reserved.class::isInstance).hasSize(3);
        }
        assertThat(ledger().usage(ALICE, TODAY)).isEqualTo(used(3, 90, 3));
    }

    private QuotaDecision reserve(Account account, int seconds, Instant at) {
        return reserve(account, seconds, at, LIMITS);
    }

    private QuotaDecision reserve(Account account, int seconds, Instant at, QuotaLimits limits) {
        return transactions()
                .inOne(() -> ledger().reserve(new Reservation(job(account, at).id(), account, seconds, at), limits));
    }

    private Job job(Account account, Instant at) {
        Job job = queued(account, at);
        store().add(job);
        return job;
    }
}
