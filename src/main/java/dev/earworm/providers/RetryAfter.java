package dev.earworm.providers;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Reads how long a vendor asks us to wait: seconds, or a date, which is measured against the answer's own date so that
 * no clock has to agree with the vendor's (RFC 9110, section 10.2.3).
 */
final class RetryAfter {
    /** A longer wait is a mistake or a trap. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private RetryAfter() {}

    static Optional<Duration> of(Response response) {
        return of(response.header("Retry-After"), response.header("Date"));
    }

    static Optional<Duration> of(@Nullable String retryAfter, @Nullable String date) {
        if (retryAfter == null) {
            return Optional.empty();
        }
        Optional<Duration> wait = retryAfter.strip().matches("\\d{1,9}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter.strip())))
                : instant(retryAfter).flatMap(then -> instant(date).map(now -> Duration.between(now, then)));
        return wait.filter(RetryAfter::isSensible);
    }

    private static boolean isSensible(Duration wait) {
        return !wait.isNegative() && wait.compareTo(LONGEST) <= 0;
    }

    private static Optional<Instant> instant(@Nullable String date) {
        if (date == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date.strip(), Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
