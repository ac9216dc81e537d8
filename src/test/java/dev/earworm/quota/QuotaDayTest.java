package dev.earworm.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaDayTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-21T00:00:00Z,         2026-11-21, 2026-11-22T00:00:00Z",
        "2026-11-21T23:59:59.999Z,     2026-11-21, 2026-11-22T00:00:00Z",
        "2026-12-31T12:00:00Z,         2026-12-31, 2027-01-01T00:00:00Z",
        "2028-02-28T12:00:00Z,         2028-02-28, 2028-02-29T00:00:00Z",
    })
    void aDayIsThatOfGreenwichAndEndsAtItsMidnight(Instant instant, String day, Instant resetsAt) {
        assertThat(QuotaDay.of(instant)).hasToString(day);
        assertThat(QuotaDay.of(instant).resetsAt()).isEqualTo(resetsAt);
    }
}
