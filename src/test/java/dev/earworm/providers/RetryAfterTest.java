package dev.earworm.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final String NOW = "Sat, 21 Nov 2026 10:00:00 GMT";

    @Test
    void secondsAreTakenAsTheyAre() {
        assertThat(RetryAfter.of("17", null)).contains(Duration.ofSeconds(17));
        assertThat(RetryAfter.of(" 0 ", null)).contains(Duration.ZERO);
    }

    @Test
    void aDateIsMeasuredAgainstTheAnswersOwnDate() {
        assertThat(RetryAfter.of("Sat, 21 Nov 2026 10:01:30 GMT", NOW)).contains(Duration.ofSeconds(90));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "-5",
                "1.5",
                "99999999999999999999",
                "86401",
                "Sat, 21 Nov 2026 09:00:00 GMT",
                "Sat, 21 Nov 2036 10:00:00 GMT"
            })
    void nonsenseThePastAndTheFarFutureAreIgnored(String header) {
        assertThat(RetryAfter.of(header, NOW)).isEmpty();
    }

    @Test
    void aDateWithoutOneToMeasureAgainstIsIgnored() {
        assertThat(RetryAfter.of("Sat, 21 Nov 2026 10:01:30 GMT", null)).isEmpty();
        assertThat(RetryAfter.of(null, NOW)).isEmpty();
    }
}
