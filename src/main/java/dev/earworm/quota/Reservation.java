package dev.earworm.quota;

import dev.earworm.music.JobId;
import java.time.Instant;

/**
 * One song's claim on its member's quota.
 *
 * @param seconds of music; more than 0
 * @param at decides the day that it counts against
 */
public record Reservation(JobId id, Account account, int seconds, Instant at) {
    public Reservation {
        if (seconds <= 0) {
            throw new IllegalArgumentException("a song has a length");
        }
    }

    public QuotaDay day() {
        return QuotaDay.of(at);
    }
}
