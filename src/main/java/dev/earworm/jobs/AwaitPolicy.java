package dev.earworm.jobs;

import java.time.Duration;

/**
 * Decides when to ask a provider for a song again. During the first three fifths of the model's typical time next to
 * nothing is asked, three times at most, in case it is much faster than usual; the questions saved by that are spent on
 * the rest of the typical time, one a second. From there it is one in two seconds, and once a song takes twice as long as
 * usual, ever fewer, down to one in fifteen. So a finished song is seen within a second on average, for at most one
 * question in two seconds of waiting. A song that takes longer than half an hour and ten times the typical time is given
 * up.
 */
public final class AwaitPolicy {
    private static final Duration TIGHT = Duration.ofSeconds(1);
    private static final Duration STEADY = Duration.ofSeconds(2);
    private static final Duration LOOSE = Duration.ofSeconds(15);
    /** Of less than this, too few questions are saved to be spent. */
    private static final Duration WORTH_SAVING = Duration.ofSeconds(10);

    /** Of less than this, looking early would take more questions than are saved. */
    private static final Duration WORTH_LOOKING = Duration.ofSeconds(30);

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
        return longer(asWeLike(waited, typical), minimum);
    }

    private static Duration asWeLike(Duration waited, Duration typical) {
        Duration quiet = typical.multipliedBy(3).dividedBy(5);
        if (waited.compareTo(quiet) < 0) {
            Duration left = quiet.minus(waited);
            Duration look = typical.compareTo(WORTH_LOOKING) < 0 ? left : quiet.dividedBy(3);
            return look.compareTo(left) < 0 ? look : left;
        }
        if (waited.compareTo(typical) < 0) {
            return typical.compareTo(WORTH_SAVING) < 0 ? STEADY : TIGHT;
        }
        Duration late = waited.minus(typical.multipliedBy(2));
        Duration growing = late.isNegative() ? STEADY : STEADY.plus(late.dividedBy(10));
        return growing.compareTo(LOOSE) < 0 ? growing : LOOSE;
    }

    public static boolean isTooLong(Duration waited, Duration typical) {
        return waited.compareTo(longer(LEAST_PATIENCE, typical.multipliedBy(10))) > 0;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
