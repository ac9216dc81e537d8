package dev.earworm.quota;

import java.time.Instant;

/**
 * Something that an admin gave a member on top of their limits.
 *
 * @param measure anything but songs at once
 * @param amount in the measure's unit; 1 or more
 * @param by the admin
 * @param at decides the day, the week and the month in which it counts
 */
public record Grant(Account account, Measure measure, long amount, UserId by, Instant at) {
    public Grant {
        if (measure == Measure.CONCURRENT_SONGS || amount <= 0) {
            throw new IllegalArgumentException("nothing that can be granted: " + amount + " " + measure);
        }
    }

    public QuotaDay day() {
        return QuotaDay.of(at);
    }
}
