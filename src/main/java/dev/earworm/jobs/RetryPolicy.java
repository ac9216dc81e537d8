package dev.earworm.jobs;

import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderFailure.RateLimited;
import dev.earworm.music.ProviderFailure.Unavailable;
import java.time.Duration;
import java.time.Instant;

/**
 * Decides whether a song that its provider did not take is tried again. Only what surely was not accepted is: never
 * faster than the vendor asks, growing from 2 seconds to 2 minutes, for at most half an hour when the vendor is down,
 * and for six hours when it is merely busy. Patience begins with the first try; the time in line before does not count.
 */
public final class RetryPolicy {
    private static final Duration FIRST_DELAY = Duration.ofSeconds(2);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(2);
    private static final Duration PATIENCE_WHEN_DOWN = Duration.ofMinutes(30);
    private static final Duration PATIENCE_WHEN_BUSY = Duration.ofHours(6);

    private RetryPolicy() {}

    /** Whether and when. */
    public sealed interface Verdict {
        record TryAgainAt(Instant instant) implements Verdict {}

        record GiveUp() implements Verdict {}
    }

    /**
     * What to do about a failure of a song.
     *
     * @param attempts before the one that failed
     */
    public static Verdict decide(ProviderFailure failure, Attempts attempts, Instant now) {
        Instant first = attempts.first().orElse(now);
        Duration backOff = backOff(attempts.postponed());
        return switch (failure) {
            case Unavailable _ -> within(PATIENCE_WHEN_DOWN, first, now, backOff);
            case RateLimited limited -> {
                Duration delay = limited.retryAfter().orElse(Duration.ZERO);
                yield within(PATIENCE_WHEN_BUSY, first, now, longer(delay, backOff));
            }
            case ProviderFailure.BadRequest _,
                    ProviderFailure.ContentRefused _,
                    ProviderFailure.OutOfCredit _,
                    ProviderFailure.Unauthorised _,
                    ProviderFailure.OutcomeUnknown _,
                    ProviderFailure.Internal _ -> new Verdict.GiveUp();
        };
    }

    /** 2, 4, 8 … seconds, at most two minutes. */
    public static Duration backOff(int failures) {
        Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(failures, 10));
        return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
    }

    private static Verdict within(Duration patience, Instant first, Instant now, Duration delay) {
        Instant again = now.plus(delay);
        return again.isAfter(first.plus(patience)) ? new Verdict.GiveUp() : new Verdict.TryAgainAt(again);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
