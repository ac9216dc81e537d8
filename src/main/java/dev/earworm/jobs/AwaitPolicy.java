package dev.earworm.jobs;

import java.time.Duration;

/**
 * Decides when to ask a provider for a song again. The first question comes a little before the model's typical time;
 * from there every two seconds, so that a finished song is seen a second late on average; once a song takes twice as
 * long as usual, ever more seldom, up to fifteen seconds. A song that takes longer than half an hour (or ten times the
 * typical time) is given up.
 */
public final class AwaitPolicy {
    private static final Duration TIGHT = Duration.ofSeconds(2);
    private static final Duration LOOSE = Duration.ofSeconds(15);
    private static final double EARLY = 0.8;
    private static final Duration LEAST_PATIENCE = Duration.ofMinutes(30);

    private AwaitPolicy() {}

    /**
     * How long to wait before the next question.
     *
     * @param waited since the song was submitted
     * @param typical time of the model
     * @param minimum between two polls, as the vendor asks
     */
    public static Duration untilNextPoll(Duration waited, Duration typical, Duration minimum) {
        Duration early = Duration.ofMillis((long) (typical.toMillis() * EARLY));
        if (waited.compareTo(early) < 0) {
            return longer(early.minus(waited), minimum);
        }
        Duration late = waited.minus(typical.multipliedBy(2));
        if (late.isNegative()) {
            return longer(TIGHT, minimum);
        }
        Duration growing = TIGHT.plus(late.dividedBy(10));
        return longer(growing.compareTo(LOOSE) < 0 ? growing : LOOSE, minimum);
    }

    public static boolean isTooLong(Duration waited, Duration typical) {
        return waited.compareTo(longer(LEAST_PATIENCE, typical.multipliedBy(10))) > 0;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
