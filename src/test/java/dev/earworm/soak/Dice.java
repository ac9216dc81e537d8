package dev.earworm.soak;

import java.util.List;
import java.util.Random;

/** Chance that many threads share, from one seed. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    /** Whether something happens that happens so often in a thousand times. */
    synchronized boolean fallsFor(int perMille) {
        return random.nextInt(1000) < perMille;
    }

    synchronized int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }
}
