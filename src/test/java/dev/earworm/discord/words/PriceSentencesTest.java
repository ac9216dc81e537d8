package dev.earworm.discord.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.Price;
import dev.earworm.music.Usd;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceSentencesTest {
    private static final Price PER_MINUTE = new Price.PerMinute(Usd.of("0.15"));
    private static final Price TIERED = new Price.Tiered(List.of(
            new Price.Tier(Duration.ofMinutes(1), Usd.of("0.1")),
            new Price.Tier(Duration.ofMinutes(2), Usd.of("1.25"))));

    @Test
    void pricesAreWrittenAsTheyAreInEnglish() {
        assertThat(PriceSentences.of(Price.free())).isEqualTo("free");
        assertThat(PriceSentences.of(new Price.PerSong(Usd.of("2")))).isEqualTo("$2.00 a song");
        assertThat(PriceSentences.of(PER_MINUTE)).isEqualTo("$0.15 a minute");
        assertThat(PriceSentences.of(new Price.PerSecond(Usd.of("0.002")))).isEqualTo("$0.002 a second");
        assertThat(PriceSentences.of(TIERED)).isEqualTo("$0.10 to $1.25");
    }

    @Test
    void otherLanguagesPutThePointAndTheDollarElsewhere() {
        assertThat(Language.GERMAN.render(() -> PriceSentences.of(PER_MINUTE))).isEqualTo("0,15\u00a0$ pro Minute");
        assertThat(Language.JAPANESE.render(() -> PriceSentences.of(TIERED))).isEqualTo("0.10ドル～1.25ドル");
        assertThat(Language.BRAZILIAN_PORTUGUESE.render(() -> PriceSentences.of(Usd.of("0.1234"))))
                .isEqualTo("US$\u00a00,1234");
    }

    @Test
    void anAmountIsExactToTheMillionth() {
        assertThat(PriceSentences.of(new Usd(1))).isEqualTo("$0.000001");
        assertThat(PriceSentences.of(new Usd(1_234_500_000))).isEqualTo("$1234.50");
    }
}
