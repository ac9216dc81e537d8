package dev.earworm;

import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Rendering.Running;
import dev.earworm.sandbox.page.Control.Toggle;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** Lets songs that are handed in while it is on take half a minute longer, or until it is turned off. */
final class TrySlowness implements Toggle {
    private static final Duration LONGER = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final Map<ProviderJobId, Instant> begun = new ConcurrentHashMap<>();
    private volatile boolean isOn;

    TrySlowness(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public boolean isOn() {
        return isOn;
    }

    @Override
    public void turnOn() {
        isOn = true;
    }

    @Override
    public void turnOff() {
        isOn = false;
        begun.clear();
    }

    /** This song is handed in now. */
    void begin(ProviderJobId song) {
        if (isOn) {
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
