package dev.earworm.audio.picture;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The steps of a chart's height: round numbers, few enough to be read.
 *
 * @param step from line to line
 * @param top the highest line, not below any bar
 */
record ChartScale(ChartArt.Unit unit, long step, long top) {
    private static final int MOST_STEPS = 3;
    private static final int FIGURES = 3;
    private static final int CENTS = 2;
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    /** @param highest of all bars, 0 or more */
    static ChartScale of(ChartArt.Unit unit, long highest) {
        long step = step(Math.max(1, highest));
        long steps = Math.max(1, Math.ceilDiv(highest, step));
        return new ChartScale(unit, step, step * steps);
    }

    /** 1, 2 or 5, and zeros. */
    private static long step(long highest) {
        long power = 1;
        while (true) {
            for (long digit : List.of(1L, 2L, 5L)) {
                if (Math.ceilDiv(highest, digit * power) <= MOST_STEPS) {
                    return digit * power;
                }
            }
            power *= 10;
        }
    }

    /** Of each line, the lowest at 0. */
    List<Long> lines() {
        return LongStream.rangeClosed(0, top / step)
                .map(line -> line * step)
                .boxed()
                .toList();
    }

    /** As {@code 7}, {@code 1.25k} or {@code 12M}; dollars as {@code 0.50}. */
    String number(long amount, char point) {
        BigDecimal number = BigDecimal.valueOf(amount, unit.digits());
        String thousands = "";
        for (String more : List.of("k", "M")) {
            if (number.compareTo(THOUSAND) >= 0) {
                number = number.divide(THOUSAND);
                thousands = more;
            }
        }
        boolean hasCents = unit == ChartArt.Unit.DOLLARS && thousands.isEmpty();
        boolean isSmall = number.compareTo(CENT) >= 0 && number.compareTo(HUNDRED) < 0;
        BigDecimal shown = hasCents && isSmall ? dollars(number) : rounded(number);
        return shown.toPlainString().replace('.', point) + thousands;
    }

    /** To three figures; of dollars up to a hundred the cents, of less than a cent as much as there is. */
    private BigDecimal rounded(BigDecimal number) {
        int whole = number.precision() - number.scale();
        int places = Math.clamp((long) FIGURES - whole, 0, whole > 0 ? CENTS : unit.digits());
        BigDecimal rounded = number.setScale(places, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.setScale(Math.max(0, rounded.scale()));
    }

    private BigDecimal dollars(BigDecimal number) {
        BigDecimal cents = number.setScale(CENTS, RoundingMode.HALF_UP);
        boolean isWhole = cents.stripTrailingZeros().scale() <= 0;
        return isWhole ? cents.setScale(0) : cents;
    }
}
