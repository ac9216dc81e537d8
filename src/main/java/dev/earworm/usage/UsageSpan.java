package dev.earworm.usage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The periods that can be asked for. Their order is part of what panels in old messages hold, so new ones come last.
 */
public enum UsageSpan {
    LAST_7_DAYS,
    LAST_30_DAYS,
    /** As far as it is over. */
    THIS_MONTH,
    LAST_MONTH;

    /** Which days that are, seen from this moment. */
    public UsagePeriod at(Instant now) {
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        LocalDate month = today.withDayOfMonth(1);
        return switch (this) {
            case LAST_7_DAYS -> new UsagePeriod(today.minusDays(6), today);
            case LAST_30_DAYS -> new UsagePeriod(today.minusDays(29), today);
            case THIS_MONTH -> new UsagePeriod(month, today);
            case LAST_MONTH -> new UsagePeriod(month.minusMonths(1), month.minusDays(1));
        };
    }
}
