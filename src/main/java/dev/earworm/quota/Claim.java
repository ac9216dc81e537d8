package dev.earworm.quota;

import dev.earworm.music.Usd;
import java.util.Optional;

/**
 * What one song takes from each limit.
 *
 * @param seconds of music; more than 0
 * @param estimate what its provider will charge for it; empty where nobody knows
 */
public record Claim(int seconds, Optional<Usd> estimate, Payer payer) {
    public Claim {
        if (seconds <= 0) {
            throw new IllegalArgumentException("a song has a length");
        }
    }

    /** Where nobody knows the price it is none. */
    public Usd money() {
        return estimate.orElse(Usd.ZERO);
    }

    /** As it is counted. */
    public long of(Measure measure) {
        return switch (measure) {
            case CONCURRENT_SONGS, SONGS -> 1;
            case SECONDS -> seconds;
            case USD -> money().micros();
        };
    }
}
