package dev.earworm.usage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Whole days in UTC, as quotas count them.
 *
 * @param first the first day
 * @param last the last day, not before the first one
 */
public record UsagePeriod(LocalDate first, LocalDate last) {
    public UsagePeriod {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(first + " to " + last);
        }
    }

    /** In order. */
    public List<LocalDate> days() {
        return first.datesUntil(last.plusDays(1)).toList();
    }

    /** Its first moment. */
    public Instant from() {
        return start(first);
    }

    /** The first moment after it. */
    public Instant to() {
        return start(last.plusDays(1));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
