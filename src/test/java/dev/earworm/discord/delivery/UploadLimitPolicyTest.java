package dev.earworm.discord.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadLimitPolicyTest {
    private static final long MEBIBYTE = 1024 * 1024;

    @ParameterizedTest
    @CsvSource({"200, 100", "100, 50", "49, 25", "11, 10", "10, 8"})
    void theNextLowerLimitThatDiscordIsKnownToHaveIsTried(long refused, long limit) {
        assertThat(UploadLimitPolicy.below(refused * MEBIBYTE)).isEqualTo(limit * MEBIBYTE);
    }

    @ParameterizedTest
    @ValueSource(longs = {8 * MEBIBYTE, 1_000_000, 1000, 4})
    void belowAllOfThemItGoesDownByAQuarter(long refused) {
        assertThat(UploadLimitPolicy.below(refused)).isEqualTo(refused * 3 / 4).isLessThan(refused);
    }
}
