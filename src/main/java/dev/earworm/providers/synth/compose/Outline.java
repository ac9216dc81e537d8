package dev.earworm.providers.synth.compose;

import dev.earworm.providers.synth.prompt.Scene;
import java.time.Duration;
import java.util.List;

/**
 * A piece section by section, as it was asked for.
 *
 * @param passages not empty
 */
public record Outline(List<Passage> passages) {
    /** @param length exactly so long; from about a second on */
    public record Passage(Scene scene, Duration length) {
        double seconds() {
            return length.toMillis() / 1000.0;
        }
    }

    public Outline {
        passages = List.copyOf(passages);
        if (passages.isEmpty()) {
            throw new IllegalArgumentException("a piece needs a section");
        }
    }

    public Duration length() {
        return passages.stream().map(Passage::length).reduce(Duration.ZERO, Duration::plus);
    }
}
