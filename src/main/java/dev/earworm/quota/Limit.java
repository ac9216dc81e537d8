package dev.earworm.quota;

import java.util.Optional;

/** Everything that can be limited, in the order in which it is shown. Its names are stored. */
public enum Limit {
    DAILY_SONGS(Measure.SONGS, Period.DAY),
    WEEKLY_SONGS(Measure.SONGS, Period.WEEK),
    MONTHLY_SONGS(Measure.SONGS, Period.MONTH),
    DAILY_SECONDS(Measure.SECONDS, Period.DAY),
    WEEKLY_SECONDS(Measure.SECONDS, Period.WEEK),
    MONTHLY_SECONDS(Measure.SECONDS, Period.MONTH),
    DAILY_USD(Measure.USD, Period.DAY),
    MONTHLY_USD(Measure.USD, Period.MONTH),
    CONCURRENT_SONGS(Measure.CONCURRENT_SONGS);

    private final Measure measure;
    private final Optional<Period> period;

    Limit(Measure measure) {
        this.measure = measure;
        this.period = Optional.empty();
    }

    Limit(Measure measure, Period period) {
        this.measure = measure;
        this.period = Optional.of(period);
    }

    public Measure measure() {
        return measure;
    }

    /** After which it starts anew; empty where only the end of a song makes room. */
    public Optional<Period> period() {
        return period;
    }

    public boolean isMoney() {
        return measure == Measure.USD;
    }
}
