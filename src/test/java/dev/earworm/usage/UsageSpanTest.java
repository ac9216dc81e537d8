package dev.earworm.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageSpanTest {
    @ParameterizedTest
    @CsvSource({
        "LAST_7_DAYS, 2026-03-01T00:00:00Z, 2026-02-23, 2026-03-01",
        "LAST_30_DAYS, 2026-03-01T23:59:59Z, 2026-01-31, 2026-03-01",
        "THIS_MONTH, 2026-03-01T00:00:00Z, 2026-03-01, 2026-03-01",
        "THIS_MONTH, 2026-03-31T12:00:00Z, 2026-03-01, 2026-03-31",
        "LAST_MONTH, 2026-03-31T12:00:00Z, 2026-02-01, 2026-02-28",
        "LAST_MONTH, 2026-01-01T00:00:00Z, 2025-12-01, 2025-12-31"
    })
    void daysAreCountedInUtcAndTodayIsTheLastOne(UsageSpan span, Instant now, LocalDate first, LocalDate last) {
        assertThat(span.at(now)).isEqualTo(new UsagePeriod(first, last));
    }

    @Test
    void aPeriodIsFromTheFirstMomentOfADayToBeforeTheFirstOneAfterIt() {
        UsagePeriod period = new UsagePeriod(LocalDate.parse("2026-02-27"), LocalDate.parse("2026-03-01"));

        assertThat(period.from()).isEqualTo("2026-02-27T00:00:00Z");
        assertThat(period.to()).isEqualTo("2026-03-02T00:00:00Z");
        assertThat(period.days()).hasSize(3);
        assertThatThrownBy(() -> new UsagePeriod(period.last(), period.first()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
