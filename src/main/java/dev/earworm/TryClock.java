package dev.earworm;

import dev.earworm.sandbox.page.Control.Action;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The machine's clock, and a day more each time it is pressed; the bot and its Discord both live by it. */
final class TryClock implements InstantSource, Action {
    private volatile int days;

    @Override
    public Instant instant() {
        return Instant.now().plus(Duration.ofDays(days));
    }

    @Override
    public synchronized void press() {
        days++;
    }

    @Override
    public String status() {
        return switch (days) {
            case 0 -> "";
            case 1 -> "1 day ahead";
            default -> days + " days ahead";
        };
    }
}
