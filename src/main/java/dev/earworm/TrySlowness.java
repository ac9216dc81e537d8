package dev.earworm;

import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Rendering.Running;
import dev.earworm.sandbox.page.Control.Toggle;
import dev.earworm.sandbox.page.OnOff;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** Lets songs that are handed in while it is on take half a minute longer, or until it is turned off. */
final class TrySlowness {
    private static final Duration LONGER = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final Map<ProviderJobId, Instant> begun = new ConcurrentHashMap<>();
    private final OnOff toggle = new OnOff(() -> {}, begun::clear);

    TrySlowness(InstantSource clock) {
        this.clock = clock;
    }

    Toggle toggle() {
        return toggle;
    }

    boolean isOn() {
        return toggle.isOn();
    }

    /** This song is handed in now. */
    void begin(ProviderJobId song) {
        if (isOn()) {
            begun.put(song, clock.instant());
        }
    }

    /** How far a song is that has to wait; empty for one that has not, or no more. */
    Optional<Running> waiting(ProviderJobId song) {
        return Optional.ofNullable(begun.get(song))
                .map(since -> Duration.between(since, clock.instant()))
                .filter(waited -> waited.compareTo(LONGER) < 0)
                .map(waited -> new Running(
                        OptionalInt.of(Math.toIntExact(waited.toMillis() * 100 / LONGER.toMillis())),
                        Optional.empty()));
    }

    /** Nobody waits for this song any more. */
    void forget(ProviderJobId song) {
        begun.remove(song);
    }
}
