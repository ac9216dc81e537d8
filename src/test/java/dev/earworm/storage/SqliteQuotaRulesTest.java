package dev.earworm.storage;

import static dev.earworm.jobs.JobFixtures.ALICE;
import static dev.earworm.jobs.JobFixtures.BOB;
import static dev.earworm.jobs.JobFixtures.ELSEWHERE;
import static dev.earworm.jobs.JobFixtures.NOON;
import static dev.earworm.quota.QuotaFixtures.limits;
import static dev.earworm.quota.QuotaFixtures.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobFixtures;
import dev.earworm.quota.Allowance;
import dev.earworm.quota.Allowances;
import dev.earworm.quota.Block;
import dev.earworm.quota.Cap;
import dev.earworm.quota.Grant;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.Holder;
import dev.earworm.quota.Limit;
import dev.earworm.quota.Measure;
import dev.earworm.quota.NearCeiling;
import dev.earworm.quota.Payer;
import dev.earworm.quota.Pot;
import dev.earworm.quota.QuotaDay;
import dev.earworm.quota.QuotaFixtures;
import dev.earworm.quota.QuotaLimits;
import dev.earworm.quota.QuotaRule;
import dev.earworm.quota.Reservation;
import dev.earworm.quota.RoleId;
import dev.earworm.quota.Spender;
import dev.earworm.quota.UserId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What admins decide, and what comes of it for a song. */
class SqliteQuotaRulesTest {
    private static final GuildId GUILD = ALICE.guild();
    private static final QuotaDay TODAY = QuotaDay.of(NOON);
    private static final UserId ADMIN = new UserId(-9);
    private static final RoleId PATRONS = new RoleId(5);
    private static final QuotaLimits CONFIGURED = limits(10, 1800, 3);

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
    void aRuleIsKeptReplacedAndTakenBack() {
        QuotaRule patrons = new QuotaRule(new Holder.Role(PATRONS), Limit.WEEKLY_SONGS, new Cap.AtMost(50));
        QuotaRule alice = new QuotaRule(new Holder.Member(ALICE.user()), Limit.WEEKLY_SONGS, new Cap.Unlimited());
        QuotaRule everyone = new QuotaRule(new Holder.Everyone(), Limit.WEEKLY_SONGS, new Cap.AtMost(0));
        QuotaRule guild = new QuotaRule(new Holder.WholeGuild(), Limit.MONTHLY_USD, new Cap.AtMost(25_000_000));
        for (QuotaRule rule : Set.of(patrons, alice, everyone, guild)) {
            database.quotaRules().set(GUILD, rule);
        }
        assertThat(database.quotaRules().of(GUILD)).containsExactlyInAnyOrder(patrons, alice, everyone, guild);
        assertThat(database.quotaRules().of(ELSEWHERE.guild())).isEmpty();

        QuotaRule fewer = new QuotaRule(new Holder.Role(PATRONS), Limit.WEEKLY_SONGS, new Cap.AtMost(5));
        database.quotaRules().set(GUILD, fewer);
        assertThat(database.quotaRules().clear(GUILD, new Holder.Everyone(), Limit.WEEKLY_SONGS))
                .isTrue();
        assertThat(database.quotaRules().clear(GUILD, new Holder.Everyone(), Limit.WEEKLY_SONGS))
                .isFalse();
        assertThat(database.quotaRules().of(GUILD)).containsExactlyInAnyOrder(fewer, alice, guild);
    }

    @Test
    void aMemberIsAllowedWhatTheirRolesAndGrantsAndTheGuildAllow() {
        rule(new Holder.Everyone(), Limit.DAILY_SONGS, 2);
        rule(new Holder.Role(PATRONS), Limit.DAILY_SONGS, 20);
        rule(new Holder.WholeGuild(), Limit.DAILY_USD, 5_000_000);
        database.quotaGrants().add(new Grant(ALICE, Measure.SONGS, 7, ADMIN, NOON));

        assertThat(allowed(Spender.as(ALICE, Set.of(PATRONS))))
                .isEqualTo(new Allowance(
                        limits(27, 1800, 3), only(Limit.DAILY_USD, 5_000_000), only(Limit.MONTHLY_USD, 9)));
        assertThat(allowed(Spender.as(BOB, Set.of())).member()).isEqualTo(limits(2, 1800, 3));
        assertThat(allowed(Spender.asLastSeen(ELSEWHERE)).member()).isEqualTo(CONFIGURED);
    }

    @Test
    void whereDiscordDoesNotTellTheRolesThoseOfTheLatestSongHold() {
        rule(new Holder.Role(PATRONS), Limit.DAILY_SONGS, 20);
        assertThat(allowed(Spender.asLastSeen(ALICE)).member()).isEqualTo(CONFIGURED);

        Job job = JobFixtures.queued(ALICE, NOON);
        database.jobs().add(job);
        Spender patron = Spender.as(ALICE, Set.of(PATRONS));
        database.ledger()
                .reserve(new Reservation(job.id(), patron, QuotaFixtures.claim(1, "0"), NOON), allowed(patron));

        assertThat(allowed(Spender.asLastSeen(ALICE)).member()).isEqualTo(limits(20, 1800, 3));
    }

    @Test
    void whatAGuildPaysForItselfTheInstanceDoesNotLimit() {
        assertThat(allowances()
                        .of(Spender.asLastSeen(ALICE), Payer.GUILD, TODAY)
                        .instance())
                .isEqualTo(QuotaLimits.UNLIMITED);
    }

    @Test
    void aGrantCountsInTheDayTheWeekAndTheMonthInWhichItWasMade() {
        for (Limit limit : Set.of(Limit.DAILY_SONGS, Limit.WEEKLY_SONGS, Limit.MONTHLY_SONGS)) {
            rule(new Holder.Everyone(), limit, 10);
        }
        database.quotaGrants().add(new Grant(ALICE, Measure.SONGS, 1, ADMIN, at("2026-11-30T08:00:00Z")));
        database.quotaGrants().add(new Grant(ALICE, Measure.SONGS, 2, ADMIN, at("2026-12-01T08:00:00Z")));
        database.quotaGrants().add(new Grant(ALICE, Measure.USD, 5, ADMIN, at("2026-12-01T08:00:00Z")));

        assertThat(songs("2026-11-30T23:59:59Z")).containsExactly(11, 13, 11);
        assertThat(songs("2026-12-01T12:00:00Z")).containsExactly(12, 13, 12);
        assertThat(songs("2026-12-06T12:00:00Z")).containsExactly(10, 13, 12);
        assertThat(songs("2026-12-07T12:00:00Z")).containsExactly(10, 10, 12);
        assertThat(songs("2027-01-01T00:00:00Z")).containsExactly(10, 10, 10);
    }

    private long[] songs(String instant) {
        QuotaLimits member = allowances()
                .of(Spender.asLastSeen(ALICE), Payer.INSTANCE, QuotaDay.of(at(instant)))
                .member();
        return new long[] {
            member.of(Limit.DAILY_SONGS).orElseThrow(),
            member.of(Limit.WEEKLY_SONGS).orElseThrow(),
            member.of(Limit.MONTHLY_SONGS).orElseThrow()
        };
    }

    @Test
    void aMemberIsBlockedOnceAndUntilThatIsLifted() {
        Block block = new Block(ALICE, ADMIN, NOON);
        assertThat(database.blockedMembers().block(block)).isTrue();
        assertThat(database.blockedMembers().block(new Block(ALICE, BOB.user(), NOON.plus(Duration.ofDays(1)))))
                .isFalse();
        assertThat(database.blockedMembers().of(ALICE)).contains(block);
        assertThat(database.blockedMembers().of(BOB)).isEmpty();
        assertThat(database.blockedMembers().in(GUILD)).containsExactly(block);
        assertThat(database.blockedMembers().in(ELSEWHERE.guild())).isEmpty();

        assertThat(database.blockedMembers().unblock(ALICE)).isTrue();
        assertThat(database.blockedMembers().unblock(ALICE)).isFalse();
        assertThat(database.blockedMembers().of(ALICE)).isEmpty();
    }

    @Test
    void aCeilingIsNotedOnceForEachPeriodAndStaysUntoldUntilItIsTold() {
        NearCeiling today = new NearCeiling(Pot.GUILD, GUILD, Limit.DAILY_USD, 5, TODAY);
        NearCeiling raised = new NearCeiling(Pot.GUILD, GUILD, Limit.DAILY_USD, 6, TODAY);
        NearCeiling tomorrow =
                new NearCeiling(Pot.GUILD, GUILD, Limit.DAILY_USD, 5, QuotaDay.of(at("2026-11-22T00:00:00Z")));
        NearCeiling everywhere = new NearCeiling(Pot.INSTANCE, GuildId.OUTSIDE, Limit.DAILY_USD, 5, TODAY);
        assertThat(database.budgetWarnings().note(today)).isTrue();
        assertThat(database.budgetWarnings().note(today)).isFalse();
        assertThat(database.budgetWarnings().note(tomorrow)).isTrue();
        assertThat(database.budgetWarnings().note(everywhere)).isTrue();
        assertThat(database.budgetWarnings().note(raised)).isTrue();
        assertThat(database.budgetWarnings().untold()).containsExactlyInAnyOrder(today, tomorrow, everywhere, raised);

        database.budgetWarnings().told(today);
        assertThat(database.budgetWarnings().untold()).containsExactlyInAnyOrder(tomorrow, everywhere, raised);
        assertThat(database.budgetWarnings().note(today)).isFalse();
    }

    private void rule(Holder holder, Limit limit, long amount) {
        database.quotaRules().set(GUILD, new QuotaRule(holder, limit, new Cap.AtMost(amount)));
    }

    private Allowance allowed(Spender spender) {
        return allowances().of(spender, Payer.INSTANCE, TODAY);
    }

    private Allowances allowances() {
        return new Allowances(
                database.ledger(),
                database.quotaRules(),
                database.quotaGrants(),
                CONFIGURED,
                only(Limit.MONTHLY_USD, 9));
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }
}
