package dev.earworm.usage;

import dev.earworm.music.Usd;

/**
 * What songs cost, as far as it is known.
 *
 * @param actual what vendors said that they charged
 * @param estimated for the songs of which they did not say it, by their models' prices
 * @param unknown how many songs there are of which neither is known
 */
public record Spending(Usd actual, Usd estimated, long unknown) {
    public static final Spending NOTHING = new Spending(Usd.ZERO, Usd.ZERO, 0);

    /** All that is known, by charge or by estimate. */
    public Usd known() {
        return actual.plus(estimated);
    }

    public boolean isPartlyEstimated() {
        return !estimated.equals(Usd.ZERO);
    }

    Spending plus(Spending other) {
        return new Spending(actual.plus(other.actual), estimated.plus(other.estimated), unknown + other.unknown);
    }
}
