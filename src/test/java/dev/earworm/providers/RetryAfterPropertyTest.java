package dev.earworm.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Whatever a vendor sends: a wait of up to a day is kept to the second, and anything else is none. */
class RetryAfterPropertyTest {
    private static final long DAY = 24 * 60 * 60;

    @Property(tries = 300)
    void aWaitIsTheSameInSecondsAndAsADate(
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long now,
            @ForAll @LongRange(min = -2 * DAY, max = 2 * DAY) long seconds) {
        Optional<Duration> expected =
                seconds < 0 || seconds > DAY ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));

        assertThat(RetryAfter.of(Long.toString(seconds), null)).isEqualTo(expected);
        assertThat(RetryAfter.of(date(now + seconds), date(now))).isEqualTo(expected);
    }

    @Property(tries = 500)
    void whateverIsSentTheWaitIsNoneOrSensible(@ForAll("headers") String retryAfter, @ForAll("headers") String date) {
        assertThat(RetryAfter.of(retryAfter, date))
                .satisfiesAnyOf(
                        none -> assertThat(none).isEmpty(),
                        wait -> assertThat(wait.orElseThrow()).isBetween(Duration.ZERO, Duration.ofDays(1)));
    }

    @Provide
    Arbitrary<String> headers() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "1e9",
                        "٣",
                        "0x10",
                        "99999999999999999999",
                        "1.5",
                        " 7 ",
                        "",
                        "Sun, 06 Nov 1994 08:49:37 GMT",
                        "Sun, 31 Feb 1994 08:49:37 GMT",
                        "Mon, 01 Jan 999999999 00:00:00 GMT",
                        "Sunday, 06-Nov-94 08:49:37 GMT"),
                Arbitraries.longs().map(Object::toString),
                Arbitraries.strings());
    }

    private static String date(long second) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC));
    }
}
