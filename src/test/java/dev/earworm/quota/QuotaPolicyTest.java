package dev.earworm.quota;

import static dev.earworm.quota.QuotaFixtures.claim;
import static dev.earworm.quota.QuotaFixtures.limits;
import static dev.earworm.quota.QuotaFixtures.only;
import static dev.earworm.quota.QuotaFixtures.used;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earworm.music.Usd;
import dev.earworm.quota.QuotaPolicy.Obstacle;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class QuotaPolicyTest {
    private static final QuotaDay TODAY = QuotaDay.of(Instant.parse("2026-11-21T12:00:00Z"));
    private static final QuotaLimits LIMITS = limits(3, 100, 2);

    @ParameterizedTest(name = "{0} songs, {1} s, {2} at once, {3} s more: {4}")
    @CsvSource({
        "0, 0,   0, 1,   ",
        "2, 0,   0, 1,   ",
        "3, 0,   0, 1,   DAILY_SONGS",
        "4, 0,   0, 1,   DAILY_SONGS",
        "0, 0,   0, 100, ",
        "0, 0,   0, 101, DAILY_SECONDS",
        "0, 70,  0, 30,  ",
        "0, 70,  0, 31,  DAILY_SECONDS",
        "0, 120, 0, 1,   DAILY_SECONDS",
        "0, 0,   1, 1,   ",
        "0, 0,   2, 1,   CONCURRENT_SONGS",
        "0, 0,   3, 1,   CONCURRENT_SONGS",
        // The limit that waiting a minute would not lift is named first.
        "3, 100, 2, 1,   DAILY_SONGS",
        "0, 100, 2, 1,   DAILY_SECONDS",
        // Nothing overflows.
        "0, 99,  0, 2147483647, DAILY_SECONDS",
    })
    void oneMoreSongIsAllowedUpToEachLimitAndNotBeyond(
            int songs, int seconds, int concurrent, int more, Limit exceeded) {
        assertThat(exceeded(used(songs, seconds, concurrent), LIMITS, claim(more)))
                .isEqualTo(Optional.ofNullable(exceeded));
    }

    @ParameterizedTest
    @EnumSource
    void aLimitOfNothingAllowsNothing(Limit limit) {
        assertThat(exceeded(QuotaUsage.NONE, only(limit, 0), claim(1, "0.01"))).contains(limit);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotLimitedIsAllowed(Limit limit) {
        QuotaUsage much = new QuotaUsage(Map.of(limit, 1_000_000_000_000L));
        assertThat(exceeded(much, QuotaLimits.UNLIMITED, claim(1, "0.01"))).isEmpty();
    }

    @Test
    void moneyCountsToTheMillionthAndWhatIsFreeIsAllowedBeyondEveryCeiling() {
        QuotaLimits ceiling = only(Limit.DAILY_USD, Usd.of("1").micros());

        assertThat(exceeded(spent("0.999999"), ceiling, claim(1, "0.000001"))).isEmpty();
        assertThat(exceeded(spent("0.999999"), ceiling, claim(1, "0.000002"))).contains(Limit.DAILY_USD);
        assertThat(exceeded(spent("2"), ceiling, claim(1, "0.000001"))).contains(Limit.DAILY_USD);
        assertThat(exceeded(spent("2"), ceiling, claim(1, "0"))).isEmpty();
    }

    @Test
    void theLimitThatStartsAnewLastIsNamedAndOfTwoAlikeTheMembers() {
        QuotaStatus full = new QuotaStatus(
                used(5, 5, 5), limits(5, 5, 5).with(Limit.WEEKLY_SONGS, 5).with(Limit.MONTHLY_SECONDS, 5), TODAY);
        QuotaStatus weekly = new QuotaStatus(used(5, 5, 5), only(Limit.WEEKLY_SONGS, 5), TODAY);
        QuotaStatus daily = new QuotaStatus(used(5, 5, 5), only(Limit.DAILY_SONGS, 5), TODAY);

        assertThat(obstacle(Map.of(Pot.MEMBER, full))).contains(new Obstacle(Pot.MEMBER, Limit.MONTHLY_SECONDS));
        assertThat(obstacle(Map.of(Pot.MEMBER, daily, Pot.INSTANCE, weekly)))
                .contains(new Obstacle(Pot.INSTANCE, Limit.WEEKLY_SONGS));
        assertThat(obstacle(Map.of(Pot.MEMBER, weekly, Pot.GUILD, weekly)))
                .contains(new Obstacle(Pot.MEMBER, Limit.WEEKLY_SONGS));
    }

    @Test
    void whatIsLeftIsNeverNegativeAndOfWhatIsUnlimitedNothingIsSaid() {
        QuotaStatus status = new QuotaStatus(used(5, 120, 0), limits(3, 100, 2), TODAY);
        assertThat(status.left(Limit.DAILY_SONGS)).hasValue(0);
        assertThat(status.left(Limit.DAILY_SECONDS)).hasValue(0);
        assertThat(status.left(Limit.CONCURRENT_SONGS)).hasValue(2);
        assertThat(status.left(Limit.MONTHLY_USD)).isEmpty();
    }

    @Test
    void aNegativeLimitIsAMistake() {
        assertThatThrownBy(() -> only(Limit.DAILY_USD, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Cap.AtMost(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new QuotaConfig(0, 0, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static QuotaUsage spent(String dollars) {
        return used(1, 1, Usd.of(dollars), 0);
    }

    private static Optional<Limit> exceeded(QuotaUsage usage, QuotaLimits limits, Claim claim) {
        return QuotaPolicy.exceeded(new QuotaStatus(usage, limits, TODAY), claim::of);
    }

    private static Optional<Obstacle> obstacle(Map<Pot, QuotaStatus> pots) {
        return QuotaPolicy.obstacle(pots, claim(1)::of);
    }
}
