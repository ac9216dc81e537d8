package dev.earworm.music;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

/** Prices and sums are what they are on paper, and in doubt a hair too high. */
class MoneyPropertyTest {
    private static final long MOST = 1_000_000_000L;

    @Property(tries = 500)
    void anAmountIsNeverLessThanWasWrittenAndLessThanAMillionthMore(
            @ForAll @BigRange(min = "0", max = "100000") @Scale(9) BigDecimal dollars) {
        BigDecimal more = Usd.of(dollars).dollars().subtract(dollars);

        assertThat(more).isNotNegative().isLessThan(new BigDecimal("0.000001"));
    }

    @Property(tries = 300)
    void anAmountIsReadAsItIsShown(@ForAll @LongRange(min = 0, max = MOST) long micros) {
        Usd amount = new Usd(micros);

        assertThat(Usd.of(amount.toString().substring(1))).isEqualTo(amount);
        assertThat(Usd.of(amount.dollars())).isEqualTo(amount);
    }

    @Property(tries = 300)
    void aSumIsExact(@ForAll @Size(max = 50) List<@LongRange(min = 0, max = MOST) Long> amounts) {
        Usd sum = amounts.stream().map(Usd::new).reduce(Usd.ZERO, Usd::plus);

        assertThat(sum.dollars())
                .isEqualByComparingTo(amounts.stream()
                        .map(micros -> BigDecimal.valueOf(micros, 6))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @Property(tries = 500)
    void whatWasBegunIsPaidForWhole(
            @ForAll @LongRange(min = 0, max = MOST) long micros,
            @ForAll @LongRange(min = 0, max = 4_000_000) long millis) {
        Usd amount = new Usd(micros);
        Duration length = Duration.ofMillis(millis);

        assertThat(new Price.PerSecond(amount).of(length)).isEqualTo(onPaper(amount, millis, 1_000));
        assertThat(new Price.PerMinute(amount).of(length)).isEqualTo(onPaper(amount, millis, 60_000));
        assertThat(new Price.PerSong(amount).of(length)).isEqualTo(amount);
    }

    private static Usd onPaper(Usd amount, long millis, long unit) {
        BigDecimal begun = BigDecimal.valueOf(millis).divide(BigDecimal.valueOf(unit), 0, RoundingMode.CEILING);
        return Usd.of(amount.dollars().multiply(begun));
    }

    @Property(tries = 300)
    void aPriceThatAnOperatorWritesIsThatPrice(@ForAll @LongRange(min = 0, max = MOST) long micros) {
        Usd amount = new Usd(micros);
        String written = amount.dollars().toPlainString();

        assertThat(Price.parse(written + "/song")).isEqualTo(new Price.PerSong(amount));
        assertThat(Price.parse(" " + written + "/Minute ")).isEqualTo(new Price.PerMinute(amount));
        assertThat(Price.parse(written + "/second")).isEqualTo(new Price.PerSecond(amount));
    }

    @Property(tries = 200)
    void idsSortByTheTimeOfTheirSongs(@ForAll @NotEmpty List<@LongRange(min = 0, max = 1L << 49) Long> millis) {
        List<JobId> ids = millis.stream()
                .distinct()
                .sorted()
                .map(time -> JobId.next(Instant.ofEpochMilli(time)))
                .toList();

        assertThat(ids).isSortedAccordingTo(Comparator.comparing(JobId::value)).doesNotHaveDuplicates();
        assertThat(ids).allSatisfy(id -> assertThat(id.successor()).isNotEqualTo(id));
    }
}
