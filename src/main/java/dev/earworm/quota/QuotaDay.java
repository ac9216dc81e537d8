package dev.earworm.quota;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;

/** The day (UTC) that a song counts against: the one on which it was accepted, also when it is finished later. */
public record QuotaDay(LocalDate date) {
    public static QuotaDay of(Instant instant) {
        return new QuotaDay(LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }

    /** The first day of the period that this one is in. */
    public QuotaDay start(Period period) {
        return new QuotaDay(period.start(date));
    }

    public Instant begin() {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** When the limits of this period start anew. */
    public Instant resetsAt(Period period) {
        return new QuotaDay(period.next(date)).begin();
    }

    /** The earliest day of which songs still count against some limit today. */
    public QuotaDay firstThatCounts() {
        return Arrays.stream(Period.values())
                .map(this::start)
                .min(Comparator.comparing(QuotaDay::date))
                .orElseThrow();
    }

    /** When what was spent on this day, and before, counts against no limit any more. */
    public Instant countsUntil() {
        return Arrays.stream(Period.values())
                .map(this::resetsAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** ISO 8601, which also sorts. */
    @Override
    public String toString() {
        return date.toString();
    }
}
