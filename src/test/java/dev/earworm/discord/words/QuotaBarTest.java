package dev.earworm.discord.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaBarTest {
    @ParameterizedTest
    @CsvSource({
        "0, 10, ▱▱▱▱▱▱▱▱▱▱",
        "1, 10, ▰▱▱▱▱▱▱▱▱▱",
        "5, 10, ▰▰▰▰▰▱▱▱▱▱",
        "10, 10, ▰▰▰▰▰▰▰▰▰▰",
        "1, 1800, ▰▱▱▱▱▱▱▱▱▱",
        "1799, 1800, ▰▰▰▰▰▰▰▰▰▱",
        "12, 10, ▰▰▰▰▰▰▰▰▰▰",
        "0, 0, ▰▰▰▰▰▰▰▰▰▰"
    })
    void itIsEmptyOnlyWhereNothingIsUsedAndFullOnlyWhereNothingIsLeft(long used, long limit, String bar) {
        assertThat(QuotaBar.of(used, limit)).isEqualTo(bar);
    }
}
