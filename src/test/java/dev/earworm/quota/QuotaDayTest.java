package dev.earworm.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaDayTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-21T00:00:00Z,     2026-11-21, 2026-11-22T00:00:00Z",
        "2026-11-21T23:59:59.999Z, 2026-11-21, 2026-11-22T00:00:00Z",
        "2026-12-31T12:00:00Z,     2026-12-31, 2027-01-01T00:00:00Z",
        "2028-02-28T12:00:00Z,     2028-02-28, 2028-02-29T00:00:00Z",
    })
    void aDayIsThatOfGreenwichAndEndsAtItsMidnight(Instant instant, String day, Instant resetsAt) {
        assertThat(QuotaDay.of(instant)).hasToString(day);
        assertThat(QuotaDay.of(instant).resetsAt(Period.DAY)).isEqualTo(resetsAt);
    }

    @ParameterizedTest(name = "{0}: week {1} to {2}, month {3} to {4}")
    @CsvSource({
        // A Saturday, a Sunday and a Monday.
        "2026-11-21, 2026-11-16, 2026-11-23, 2026-11-01, 2026-12-01",
        "2026-11-22, 2026-11-16, 2026-11-23, 2026-11-01, 2026-12-01",
        "2026-11-23, 2026-11-23, 2026-11-30, 2026-11-01, 2026-12-01",
        // A week in two months, and in two years.
        "2026-11-30, 2026-11-30, 2026-12-07, 2026-11-01, 2026-12-01",
        "2026-12-01, 2026-11-30, 2026-12-07, 2026-12-01, 2027-01-01",
        "2026-12-31, 2026-12-28, 2027-01-04, 2026-12-01, 2027-01-01",
        "2028-02-29, 2028-02-28, 2028-03-06, 2028-02-01, 2028-03-01",
    })
    void weeksBeginOnMondayAndMonthsOnTheFirst(
            String day, String week, String nextWeek, String month, String nextMonth) {
        QuotaDay today = day(day);
        assertThat(today.start(Period.WEEK)).hasToString(week);
        assertThat(today.resetsAt(Period.WEEK)).isEqualTo(nextWeek + "T00:00:00Z");
        assertThat(today.start(Period.MONTH)).hasToString(month);
        assertThat(today.resetsAt(Period.MONTH)).isEqualTo(nextMonth + "T00:00:00Z");
    }

    @ParameterizedTest(name = "{0}: since {1}, until {2}")
    @CsvSource({
        "2026-11-21, 2026-11-01, 2026-12-01",
        "2026-11-30, 2026-11-01, 2026-12-07",
        "2026-12-01, 2026-11-30, 2027-01-01",
    })
    void whatCountsAgainstTheWeekOrTheMonthIsKeptAsLongAsEither(String day, String since, String until) {
        assertThat(day(day).firstThatCounts()).hasToString(since);
        assertThat(day(day).countsUntil()).isEqualTo(until + "T00:00:00Z");
    }

    private static QuotaDay day(String date) {
        return QuotaDay.of(Instant.parse(date + "T12:00:00Z"));
    }
}
