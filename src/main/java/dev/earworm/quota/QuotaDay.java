package dev.earworm.quota;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The day (UTC) that a song counts against: the one on which it was accepted, also when it is finished later. */
public record QuotaDay(LocalDate date) {
    public static QuotaDay of(Instant instant) {
        return new QuotaDay(LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }

    /** When the daily limits start anew. */
    public Instant resetsAt() {
        return date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** ISO 8601, which also sorts. */
    @Override
    public String toString() {
        return date.toString();
    }
}
