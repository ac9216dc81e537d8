package dev.earworm.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTest {
    private static final MusicModel MODEL = MusicModel.named(new ModelId("vendor", "a/b"), "Model")
            .price(Price.free())
            .build();

    @ParameterizedTest(name = "{1} seconds at {0} cost {2}")
    @CsvSource({
        "0.15/minute, 1, 0.15",
        "0.15/minute, 60, 0.15",
        "0.15/minute, 61, 0.30",
        "0.15/minute, 600, 1.50",
        "0.20/song, 1, 0.20",
        "0.20/song, 300, 0.20",
        "0.002/second, 30, 0.06",
        "0/song, 30, 0.00",
        " 1/Song , 30, 1.00"
    })
    void aPriceThatAnOperatorWritesIsReckonedWith(String text, int seconds, String dollars) {
        assertThat(Price.parse(text).of(Duration.ofSeconds(seconds))).isEqualTo(Usd.of(dollars));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.15", "0.15/hour", "-1/song", "1e9/song", "free", "0.15/minute/x", "0.1234567/song"})
    void anythingElseIsRefusedInWords(String text) {
        assertThatThrownBy(() -> Price.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("price");
    }

    @Test
    void everyMinuteThatWasBegunCounts() {
        assertThat(new Price.PerMinute(Usd.of("0.15")).of(Duration.ofMillis(60_001)))
                .isEqualTo(Usd.of("0.30"));
    }

    @Test
    void stepsIncludeTheirEndAndTheLastOneHasNone() {
        Price price = new Price.Tiered(List.of(
                new Price.Tier(Duration.ofMinutes(2), Usd.of("0.20")),
                new Price.Tier(Duration.ofSeconds(30), Usd.of("0.10"))));

        assertThat(price.of(Duration.ofSeconds(30))).isEqualTo(Usd.of("0.10"));
        assertThat(price.of(Duration.ofSeconds(31))).isEqualTo(Usd.of("0.20"));
        assertThat(price.of(Duration.ofMinutes(9))).isEqualTo(Usd.of("0.20"));
        assertThat(price).hasToString("$0.10 to $0.20");
    }

    @Test
    void theOperatorsFigureGoesBeforeTheVendors() {
        PriceConfig prices = PriceConfig.parse("other/x=1/song, vendor/a/b=0.50/song");

        assertThat(prices.of(MODEL)).contains(new Price.PerSong(Usd.of("0.50")));
        assertThat(PriceConfig.published().of(MODEL)).contains(Price.free());
        assertThat(prices.own())
                .isEqualTo(Map.of(
                        new ModelId("other", "x"), new Price.PerSong(Usd.of("1")),
                        new ModelId("vendor", "a/b"), new Price.PerSong(Usd.of("0.50"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.15/minute", "vendor=0.15/minute", "vendor/model", "vendor/model=", "a/b=1/song,"})
    void aTableThatCannotBeReadIsRefused(String text) {
        assertThatThrownBy(() -> PriceConfig.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0.15, $0.15", "0, $0.00", "0.0625, $0.0625", "0.0000001, $0.000001", "1234, $1234.00"})
    void moneyIsExactToAMillionthAndNeverRoundedDown(String dollars, String shown) {
        assertThat(Usd.of(dollars)).hasToString(shown);
    }
}
