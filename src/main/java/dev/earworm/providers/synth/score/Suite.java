package dev.earworm.providers.synth.score;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * Scores that follow each other without a pause: each begins when the last chord of the one before falls, and that chord
 * rings on below it.
 *
 * @param scores not empty; mostly one
 */
public record Suite(List<Score> scores) {
    public Suite {
        scores = List.copyOf(scores);
        if (scores.isEmpty()) {
            throw new IllegalArgumentException("a suite needs a score");
        }
    }

    public static Suite of(Score score) {
        return new Suite(List.of(score));
    }

    /** From the beginning of the first score to the end of the last. */
    public Duration length() {
        Duration before = scores.subList(0, scores.size() - 1).stream()
                .map(Suite::untilNext)
                .reduce(Duration.ZERO, Duration::plus);
        return before.plus(scores.getLast().length());
    }

    /** When the next score begins: so that its first beat, which silence precedes, meets this one's last chord. */
    public static Duration untilNext(Score score) {
        double chord = score.timeline().secondsAt(score.end());
        return Duration.ofMillis((long) ((chord - score.timeline().offset()) * 1000));
    }

    /** The same, played by some of its players alone. */
    public Suite only(Predicate<Part> parts) {
        return new Suite(scores.stream()
                .map(score ->
                        score.withParts(score.parts().stream().filter(parts).toList()))
                .toList());
    }

    /** Whether anybody plays a single note. */
    public boolean isHeard() {
        return scores.stream()
                .flatMap(score -> score.parts().stream())
                .anyMatch(part -> !part.notes().isEmpty());
    }
}
