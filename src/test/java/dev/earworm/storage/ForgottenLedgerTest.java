package dev.earworm.storage;

import static dev.earworm.jobs.JobFixtures.ALICE;
import static dev.earworm.jobs.JobFixtures.BOB;
import static dev.earworm.quota.QuotaFixtures.claim;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobFixtures;
import dev.earworm.music.Usd;
import dev.earworm.privacy.PersonalDataStore.Erasure;
import dev.earworm.privacy.PersonalDecision;
import dev.earworm.quota.Account;
import dev.earworm.quota.Allowance;
import dev.earworm.quota.Block;
import dev.earworm.quota.Cap;
import dev.earworm.quota.Grant;
import dev.earworm.quota.Holder;
import dev.earworm.quota.Limit;
import dev.earworm.quota.Measure;
import dev.earworm.quota.Pot;
import dev.earworm.quota.QuotaDay;
import dev.earworm.quota.QuotaLimits;
import dev.earworm.quota.QuotaRule;
import dev.earworm.quota.Reservation;
import dev.earworm.quota.RoleId;
import dev.earworm.quota.Spender;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody gets a new quota, or a guild its money back, by being forgotten. */
class ForgottenLedgerTest {
    /** A Tuesday: the week began in the month before. */
    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

    private static final QuotaDay TODAY = QuotaDay.of(NOW);

    @TempDir
    private Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(new DatabaseConfig("jdbc:sqlite:" + folder.resolve("earworm.db")));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatCountsYetStaysTheirsAndWhatWasSpentBeforeStaysCounted() {
        song("2026-11-28T12:00:00Z");
        song("2026-11-30T12:00:00Z");
        song("2026-12-01T08:00:00Z");
        long before = micros(Pot.INSTANCE, "2026-11-30T23:00:00Z", ALICE);

        assertThat(database.personalData().erase(ALICE.user(), TODAY)).isInstanceOf(Erasure.Erased.class);

        var usage = database.ledger().usage(ALICE, TODAY);
        assertThat(usage.of(Limit.DAILY_SONGS)).isEqualTo(1);
        assertThat(usage.of(Limit.WEEKLY_SONGS)).isEqualTo(2);
        assertThat(usage.of(Limit.MONTHLY_USD)).isEqualTo(Usd.of("0.10").micros());
        assertThat(database.ledger().lastRoles(ALICE)).isEmpty();
        assertThat(micros(Pot.GUILD, "2026-11-30T23:00:00Z", BOB))
                .isEqualTo(before)
                .isEqualTo(200_000);
        assertThat(micros(Pot.INSTANCE, "2026-11-30T23:00:00Z", BOB)).isEqualTo(before);
        assertThat(database.personalData().reservations(ALICE.user())).hasSize(2);
    }

    @Test
    void whatStaysTheirsIsTakenAwayOnceItCountsNoMore() {
        song("2026-11-30T12:00:00Z");
        song("2026-12-01T08:00:00Z");
        var _ = database.personalData().erase(ALICE.user(), TODAY);

        database.personalData().forgetLeftovers(QuotaDay.of(Instant.parse("2026-12-06T12:00:00Z")));
        assertThat(database.personalData().reservations(ALICE.user())).hasSize(2);
        database.personalData().forgetLeftovers(QuotaDay.of(Instant.parse("2026-12-07T12:00:00Z")));
        assertThat(database.personalData().reservations(ALICE.user())).hasSize(1);
        database.personalData().forgetLeftovers(QuotaDay.of(TODAY.countsUntil()));

        assertThat(database.personalData().reservations(ALICE.user())).isEmpty();
        assertThat(micros(Pot.GUILD, "2026-12-31T12:00:00Z", BOB)).isEqualTo(100_000);
    }

    @Test
    void theSongsOfThoseWhoWereNotForgottenStayTheirs() {
        song("2026-11-01T12:00:00Z");
        database.personalData().forgetLeftovers(TODAY);

        assertThat(database.personalData().reservations(ALICE.user())).hasSize(1);
    }

    @Test
    void whatAdminsDecidedStaysAndIsShownToThePerson() {
        database.blockedMembers().block(new Block(ALICE, BOB.user(), NOW));
        database.quotaGrants().add(new Grant(ALICE, Measure.SONGS, 3, BOB.user(), NOW));
        database.quotaRules()
                .set(
                        ALICE.guild(),
                        new QuotaRule(new Holder.Member(ALICE.user()), Limit.WEEKLY_SONGS, new Cap.AtMost(2)));
        PersonalDecision blocked = new PersonalDecision(ALICE.guild(), "BLOCKED", Optional.empty(), Optional.of(NOW));
        PersonalDecision limited =
                new PersonalDecision(ALICE.guild(), "LIMITED", Optional.of("WEEKLY_SONGS 2"), Optional.empty());
        PersonalDecision granted =
                new PersonalDecision(ALICE.guild(), "GRANTED", Optional.of("SONGS 3"), Optional.of(NOW));
        assertThat(database.personalData().decisions(ALICE.user()))
                .containsExactlyInAnyOrder(blocked, limited, granted);
        assertThat(database.personalData().decisions(BOB.user())).isEmpty();

        var _ = database.personalData().erase(ALICE.user(), TODAY);
        assertThat(database.blockedMembers().of(ALICE)).isPresent();
        assertThat(database.personalData().decisions(ALICE.user()))
                .containsExactlyInAnyOrder(blocked, limited, granted);

        database.personalData().forgetLeftovers(QuotaDay.of(TODAY.countsUntil()));
        assertThat(database.personalData().decisions(ALICE.user())).containsExactlyInAnyOrder(blocked, limited);
    }

    @Test
    void anAdminWhoIsForgottenIsNamedNoMore() {
        database.blockedMembers().block(new Block(ALICE, BOB.user(), NOW));
        database.quotaGrants().add(new Grant(ALICE, Measure.SONGS, 3, BOB.user(), NOW));

        var _ = database.personalData().erase(BOB.user(), TODAY);

        assertThat(database.blockedMembers().of(ALICE).orElseThrow().by().value())
                .isZero();
        assertThat(database.quotaGrants().of(ALICE, TODAY).getFirst().by().value())
                .isZero();
    }

    /** Of alice, for ten cents; it failed and was paid for. */
    private void song(String at) {
        Instant instant = Instant.parse(at);
        Job job = JobFixtures.queued(ALICE, instant);
        database.jobs().add(job);
        Spender alice = Spender.as(ALICE, Set.of(new RoleId(7)));
        var _ = database.ledger()
                .reserve(
                        new Reservation(job.id(), alice, claim(30, "0.10"), instant),
                        Allowance.ofMember(QuotaLimits.UNLIMITED));
        database.ledger().commit(job.id());
        assertThat(database.jobs().cancel(job.id(), instant)).isTrue();
    }

    private long micros(Pot pot, String at, Account account) {
        return database.ledger()
                .usage(pot, account, QuotaDay.of(Instant.parse(at)))
                .of(Limit.MONTHLY_USD);
    }
}
