package dev.earworm.storage;

import static dev.earworm.jobs.JobFixtures.ALICE;
import static dev.earworm.jobs.JobFixtures.BOB;
import static dev.earworm.jobs.JobFixtures.ELSEWHERE;
import static dev.earworm.jobs.JobFixtures.MODEL;
import static dev.earworm.jobs.JobFixtures.NOON;
import static dev.earworm.usage.UsedSongs.UNKNOWN;
import static dev.earworm.usage.UsedSongs.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobState;
import dev.earworm.jobs.Refusal;
import dev.earworm.jobs.Transactions;
import dev.earworm.library.FinishedSongs;
import dev.earworm.music.ModelId;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Usd;
import dev.earworm.quota.QuotaDay;
import dev.earworm.usage.Spending;
import dev.earworm.usage.UsageFigures;
import dev.earworm.usage.UsageGrouping;
import dev.earworm.usage.UsageKey;
import dev.earworm.usage.UsageLine;
import dev.earworm.usage.UsagePeriod;
import dev.earworm.usage.UsageReport;
import dev.earworm.usage.UsageSpan;
import dev.earworm.usage.UsageStore;
import dev.earworm.usage.UsedSong;
import dev.earworm.usage.UsedSongs;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UsageStoreTest extends StoreTest {
    private static final UsagePeriod WEEK = UsageSpan.LAST_7_DAYS.at(NOON);
    private static final ModelId OTHER = new ModelId("aimlapi", "a/model");

    private UsageStore usage;
    private UsedSongs songs;

    @BeforeEach
    void openUsage() {
        usage = database.usage();
        songs = new UsedSongs(database.jobs(), database.ledger());
    }

    @Test
    void aSongBelongsToTheDayOnWhichItWasAskedForInUtc() {
        Instant midnight = WEEK.from();
        songs.delivered(ALICE, MODEL, midnight.minusMillis(1), UNKNOWN, UNKNOWN);
        songs.delivered(ALICE, MODEL, midnight, UNKNOWN, UNKNOWN);
        songs.delivered(ALICE, MODEL, midnight.plus(Duration.ofDays(1)).minusMillis(1), UNKNOWN, UNKNOWN);
        songs.delivered(ALICE, MODEL, midnight.plus(Duration.ofDays(1)), UNKNOWN, UNKNOWN);
        songs.delivered(ALICE, MODEL, WEEK.to(), UNKNOWN, UNKNOWN);
        songs.delivered(ELSEWHERE, MODEL, midnight, UNKNOWN, UNKNOWN);

        List<UsageLine> lines = report(UsageGrouping.DAY).lines();

        assertThat(lines)
                .extracting(UsageLine::key)
                .containsExactly(
                        new UsageKey.Day(LocalDate.parse("2026-11-15")),
                        new UsageKey.Day(LocalDate.parse("2026-11-16")));
        assertThat(lines).extracting(line -> line.figures().delivered()).containsExactly(2L, 1L);
    }

    @Test
    void whatWasChargedCountsElseTheEstimateElseItIsUnknown() {
        songs.delivered(ALICE, MODEL, NOON, usd("0.40"), usd("0.50"));
        songs.delivered(ALICE, MODEL, NOON, usd("0.25"), UNKNOWN);
        songs.delivered(ALICE, MODEL, NOON, UNKNOWN, usd("0.10"));
        songs.delivered(ALICE, MODEL, NOON, UNKNOWN, UNKNOWN);
        songs.failed(ALICE, MODEL, NOON);
        songs.calledBack(ALICE, MODEL, NOON);
        songs.queued(ALICE, MODEL, NOON, usd("7"));

        assertThat(report(UsageGrouping.MEMBER).lines())
                .containsExactly(new UsageLine(
                        new UsageKey.Member(ALICE.user()),
                        new UsageFigures(
                                4,
                                1,
                                1,
                                1,
                                UsedSongs.LENGTH.multipliedBy(4),
                                new Spending(Usd.of("0.60"), Usd.of("0.25"), 1))));
    }

    @Test
    void aSongThatWasCalledBackWhileItWasMadeCostWhatItWasEstimatedAt() {
        songs.stopped(ALICE, MODEL, NOON);
        songs.calledBack(ALICE, MODEL, NOON);

        assertThat(report(UsageGrouping.DAY).total().spending()).isEqualTo(new Spending(Usd.ZERO, Usd.of("9.99"), 0));
    }

    @Test
    void anAttemptWhoseOutcomeNobodyKnowsIsPaidForBesideTheOneThatCameToSomething() {
        Job job = songs.queued(ALICE, MODEL, NOON, usd("0.40"));
        database.ledger().lose(job.id());
        database.ledger().settle(job.id(), Usd.of("0.30"));
        database.jobs().promote(job.id(), 1, NOON);
        database.jobs().rendering(job.id(), new ProviderJobId("one"), usd("0.30"));
        database.jobs().failed(job.id(), new Refusal(Refusal.Reason.TOO_SLOW, Optional.empty()), NOON);

        assertThat(report(UsageGrouping.DAY).total().spending())
                .isEqualTo(new Spending(Usd.of("0.30"), Usd.of("0.40"), 0));
    }

    @Test
    void stemsAreSongsWithoutLength() {
        FinishedSongs finished = new FinishedSongs(database.jobs());
        finished.postedStems(finished.posted(ALICE, "a calm river", NOON));

        UsageFigures total = report(UsageGrouping.MODEL).total();

        assertThat(total.delivered()).isEqualTo(2);
        assertThat(total.music()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void modelsWithTheMostSongsComeFirst() {
        songs.delivered(ALICE, MODEL, NOON, UNKNOWN, UNKNOWN);
        songs.delivered(ALICE, OTHER, NOON, UNKNOWN, UNKNOWN);
        songs.delivered(BOB, OTHER, NOON, UNKNOWN, UNKNOWN);

        assertThat(report(UsageGrouping.MODEL).lines())
                .extracting(UsageLine::key)
                .containsExactly(new UsageKey.Model(OTHER), new UsageKey.Model(MODEL));
    }

    @Test
    void thoseWhoWereForgottenAreOneLineAndNoMember() {
        for (var member : List.of(ALICE, BOB)) {
            songs.delivered(member, MODEL, NOON, UNKNOWN, UNKNOWN);
        }
        database.personalData().erase(ALICE.user(), QuotaDay.of(NOON));

        assertThat(report(UsageGrouping.MEMBER).lines())
                .extracting(UsageLine::key)
                .containsExactlyInAnyOrder(new UsageKey.ForgottenMembers(), new UsageKey.Member(BOB.user()));
        assertThat(usage.members(ALICE.guild(), WEEK)).containsExactly(BOB.user());
        assertThat(rows())
                .extracting(UsedSong::member)
                .containsExactlyInAnyOrder(Optional.empty(), Optional.of(BOB.user()));
    }

    @Test
    void everySongIsHandedOverOnceHoweverManyAreOfTheSameMoment() {
        Transactions transactions = database.transactions();
        transactions.inOne(() -> {
            for (int i = 0; i < 4500; i++) {
                songs.queued(ALICE, MODEL, NOON.plusSeconds(i / 3000), UNKNOWN);
            }
            return true;
        });

        List<UsedSong> rows = rows();

        assertThat(rows)
                .hasSize(4500)
                .isSortedAccordingTo((one, other) -> one.askedAt().compareTo(other.askedAt()));
        assertThat(rows).extracting(UsedSong::state).containsOnly(JobState.QUEUED);
    }

    private UsageReport report(UsageGrouping grouping) {
        return usage.report(ALICE.guild(), WEEK, grouping);
    }

    private List<UsedSong> rows() {
        List<UsedSong> rows = new ArrayList<>();
        usage.songs(ALICE.guild(), WEEK, rows::add);
        return rows;
    }
}
