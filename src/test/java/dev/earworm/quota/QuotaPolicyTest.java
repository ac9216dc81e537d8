package dev.earworm.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earworm.quota.QuotaDecision.Limit;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaPolicyTest {
    private static final QuotaLimits LIMITS = new QuotaLimits(3, 100, 2);

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
        assertThat(QuotaPolicy.exceeded(new QuotaUsage(songs, seconds, concurrent), LIMITS, more))
                .isEqualTo(Optional.ofNullable(exceeded));
    }

    @Test
    void aLimitOfNothingAllowsNothing() {
        assertThat(QuotaPolicy.exceeded(QuotaUsage.NONE, new QuotaLimits(0, 100, 2), 1))
                .contains(Limit.DAILY_SONGS);
        assertThat(QuotaPolicy.exceeded(QuotaUsage.NONE, new QuotaLimits(3, 0, 2), 1))
                .contains(Limit.DAILY_SECONDS);
        assertThat(QuotaPolicy.exceeded(QuotaUsage.NONE, new QuotaLimits(3, 100, 0), 1))
                .contains(Limit.CONCURRENT_SONGS);
    }

    @Test
    void whatIsLeftIsNeverNegative() {
        QuotaUsage usage = new QuotaUsage(5, 120, 0);
        assertThat(usage.songsLeft(LIMITS)).isZero();
        assertThat(usage.secondsLeft(LIMITS)).isZero();
    }

    @Test
    void aNegativeLimitIsAMistake() {
        assertThatThrownBy(() -> new QuotaLimits(-1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new QuotaLimits(0, -1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new QuotaConfig(0, 0, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
