package dev.earworm.discord.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressBarTest {
    @ParameterizedTest
    @CsvSource({
        "0, ▱▱▱▱▱▱▱▱▱▱ 0 %",
        "9, ▱▱▱▱▱▱▱▱▱▱ 0 %",
        "10, ▰▱▱▱▱▱▱▱▱▱ 10 %",
        "37, ▰▰▰▱▱▱▱▱▱▱ 30 %",
        "94, ▰▰▰▰▰▰▰▰▰▱ 90 %",
        "95, ▰▰▰▰▰▰▰▰▰▱ 95 %"
    })
    void theNumberSaysWhatTheBlocksSay(int percent, String bar) {
        assertThat(ProgressBar.of(percent)).isEqualTo(bar);
    }

    @Test
    void aSongMovesItsBarElevenTimesAtMost() {
        assertThat(IntStream.rangeClosed(0, 95).mapToObj(ProgressBar::of).distinct())
                .hasSize(11);
    }
}
