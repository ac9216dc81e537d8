package dev.earworm.soak;

import dev.earworm.sandbox.Sandbox;
import dev.earworm.sandbox.http.Fault;
import java.time.Duration;
import java.util.List;

/** What goes wrong at Discord: a request or two a minute, and the gateway's connection every few minutes. */
final class Weather {
    private static final int MINUTES_BETWEEN_BREAKS = 7;

    private static final List<String> ROUTES = List.of(
            "POST /channels/*/messages",
            "POST /channels/*/messages",
            "PATCH /channels/*/messages/*",
            "PATCH /webhooks/*/*/messages/*");

    private static final List<Fault> FAULTS = List.of(
            new Fault.Status(500),
            new Fault.Status(502),
            new Fault.Status(503),
            new Fault.RateLimited(Duration.ofSeconds(2)),
            new Fault.ConnectionReset(),
            new Fault.LostReply(),
            new Fault.Slow(Duration.ofSeconds(2)));

    private final Sandbox sandbox;
    private final Dice dice;
    private int minute;
    private int faults;
    private int breaks;

    Weather(Sandbox sandbox, Dice dice) {
        this.sandbox = sandbox;
        this.dice = dice;
    }

    void minute() {
        minute++;
        if (sandbox.gateway().isCutOff()) {
            sandbox.gateway().restore();
        }
        for (int i = 0; i < 1 + dice.below(2); i++) {
            sandbox.faults().next(1, dice.oneOf(ROUTES), dice.oneOf(FAULTS));
            faults++;
        }
        if (minute % MINUTES_BETWEEN_BREAKS == 0) {
            breakConnection(breaks++);
        }
    }

    private void breakConnection(int number) {
        switch (number % 4) {
            case 0 -> sandbox.gateway().dropConnections();
            case 1 -> sandbox.gateway().invalidateSession();
            case 2 -> sandbox.gateway().reconnect();
            default -> sandbox.gateway().cutOff();
        }
    }

    void clears() {
        sandbox.faults().clear();
        if (sandbox.gateway().isCutOff()) {
            sandbox.gateway().restore();
        }
    }

    String told() {
        return "%d requests went wrong at Discord, the gateway's connection was broken %d times"
                .formatted(faults, breaks);
    }
}
