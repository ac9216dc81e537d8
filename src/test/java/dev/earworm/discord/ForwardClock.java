package dev.earworm.discord;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The real time, which Discord's ids are made of, and as much more as a test says. */
final class ForwardClock implements InstantSource {
    private volatile Duration ahead = Duration.ZERO;

    void isAhead(Duration by) {
        ahead = by;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }
}
