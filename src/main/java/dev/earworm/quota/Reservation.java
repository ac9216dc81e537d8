package dev.earworm.quota;

import dev.earworm.music.JobId;
import java.time.Instant;

/**
 * One song's claim on its member's quota, its guild's and the instance's.
 *
 * @param at decides the day that it counts against
 */
public record Reservation(JobId id, Spender spender, Claim claim, Instant at) {
    public Account account() {
        return spender.account();
    }

    public QuotaDay day() {
        return QuotaDay.of(at);
    }
}
