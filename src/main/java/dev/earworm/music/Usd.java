package dev.earworm.music;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * An amount of money in US dollars, exact to a millionth: vendors charge fractions of a cent.
 *
 * @param micros millionths of a dollar; never negative
 */
public record Usd(long micros) implements Comparable<Usd> {
    public static final Usd ZERO = new Usd(0);

    private static final int DIGITS = 6;

    public Usd {
        if (micros < 0) {
            throw new IllegalArgumentException("money cannot be negative: " + micros);
        }
    }

    /** A fraction of a millionth counts as a whole one: an estimate must not be too low. */
    public static Usd of(BigDecimal dollars) {
        return new Usd(
                dollars.movePointRight(DIGITS).setScale(0, RoundingMode.CEILING).longValueExact());
    }

    /**
     * Reads an amount such as {@code 0.15}.
     *
     * @throws NumberFormatException when it is no number
     */
    public static Usd of(String dollars) {
        return of(new BigDecimal(dollars));
    }

    public Usd plus(Usd other) {
        return new Usd(Math.addExact(micros, other.micros));
    }

    public Usd times(long count) {
        return new Usd(Math.multiplyExact(micros, count));
    }

    public BigDecimal dollars() {
        return BigDecimal.valueOf(micros, DIGITS);
    }

    @Override
    public int compareTo(Usd other) {
        return Long.compare(micros, other.micros);
    }

    /** As {@code $0.15}: two digits after the point at least, and as many as it takes. */
    @Override
    public String toString() {
        return new DecimalFormat("$0.00####", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(dollars());
    }
}
