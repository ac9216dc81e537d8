package dev.earworm.providers.synth.score;

import dev.earworm.providers.synth.theory.Key;
import dev.earworm.providers.synth.theory.Meter;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A whole composition, ready to be played.
 *
 * @param title in words a member can read, for example "Lo-fi in D dorian"
 * @param end the beat on which the last chord falls; it rings until the length is over
 * @param length exactly how long the audio shall be
 */
public record Score(
        String title, Key key, Meter meter, Timeline timeline, double end, Duration length, List<Part> parts) {
    public Score {
        parts = List.copyOf(parts);
    }

    public Score withParts(List<Part> others) {
        return new Score(title, key, meter, timeline, end, length, others);
    }

    public Stream<Part> parts(Role role) {
        return parts.stream().filter(part -> part.role() == role);
    }
}
