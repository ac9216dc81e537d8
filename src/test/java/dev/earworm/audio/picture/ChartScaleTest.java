package dev.earworm.audio.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.audio.picture.ChartArt.Unit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartScaleTest {
    @ParameterizedTest
    @CsvSource({
        "SONGS, 0, 0 1",
        "SONGS, 1, 0 1",
        "SONGS, 3, 0 1 2 3",
        "SONGS, 4, 0 2 4",
        "SONGS, 7, 0 5 10",
        "SONGS, 15, 0 5 10 15",
        "SONGS, 16, 0 10 20",
        "SONGS, 2999, 0 1k 2k 3k",
        "SONGS, 1234567, 0 500k 1M 1.5M",
        "DOLLARS, 150000, 0 0.05 0.10 0.15",
        "DOLLARS, 1200000, 0 0.50 1 1.50",
        "DOLLARS, 1, 0 0.000001",
        "DOLLARS, 123456789000000, 0 50M 100M 150M"
    })
    void linesAreAtRoundNumbersAndTheHighestIsNotBelowAnyBar(Unit unit, long highest, String numbers) {
        ChartScale scale = ChartScale.of(unit, highest);

        List<String> lines =
                scale.lines().stream().map(line -> scale.number(line, '.')).toList();
        assertThat(lines).isEqualTo(Stream.of(numbers.split(" ")).toList());
        assertThat(scale.top()).isGreaterThanOrEqualTo(highest);
    }

    @ParameterizedTest
    @CsvSource({
        "SONGS, 999, 999",
        "SONGS, 1250, '1,25k'",
        "SONGS, 999999, 1000k",
        "SONGS, 12345678, '12,3M'",
        "DOLLARS, 1234567, '1,23'",
        "DOLLARS, 1500000, '1,50'",
        "DOLLARS, 12345678, '12,35'",
        "DOLLARS, 123456789, 123",
        "DOLLARS, 2000000, 2",
        "DOLLARS, 4500, '0,0045'",
        "DOLLARS, 999, '0,000999'"
    })
    void numbersHaveThreeFiguresAndFewDollarsTheirCents(Unit unit, long amount, String number) {
        assertThat(ChartScale.of(unit, amount).number(amount, ',')).isEqualTo(number);
    }
}
