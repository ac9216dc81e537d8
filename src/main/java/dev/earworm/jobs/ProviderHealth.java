package dev.earworm.jobs;

import dev.earworm.music.ProviderFailure;
import dev.failsafe.CircuitBreaker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which providers can be asked at all: what the bot learns from their failures, and tells the operator once.
 *
 * <p>A key that was refused or an account that is empty keeps songs away for five minutes, then the next one tries again.
 * A provider that does not answer three times in a row has its circuit broken for half a minute; then one song tries, and
 * the others follow when that one got through.
 */
public final class ProviderHealth {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderHealth.class);
    private static final Duration UNUSABLE_FOR = Duration.ofMinutes(5);
    private static final Duration BROKEN_FOR = Duration.ofSeconds(30);
    private static final int FAILURES = 3;

    private final Map<String, Instant> unusableUntil = new ConcurrentHashMap<>();
    private final Map<String, CircuitBreaker<Void>> breakers = new ConcurrentHashMap<>();
    private final Set<String> reported = ConcurrentHashMap.newKeySet();
    private final InstantSource clock;
    private final Duration brokenFor;

    public ProviderHealth(InstantSource clock) {
        this(clock, BROKEN_FOR);
    }

    /** @param brokenFor in real time, whatever the clock says */
    ProviderHealth(InstantSource clock, Duration brokenFor) {
        this.clock = clock;
        this.brokenFor = brokenFor;
    }

    /** Its key is taken and its account has credit, as far as is known. */
    public boolean isUsable(String provider) {
        Instant until = unusableUntil.get(provider);
        return until == null || !clock.instant().isBefore(until);
    }

    /** It has not answered for a while, and nobody tries now. */
    public boolean isDown(String provider) {
        CircuitBreaker<Void> breaker = breaker(provider);
        return breaker.isOpen() && breaker.getRemainingDelay().isPositive();
    }

    /** Nothing is known that would keep a song from being made there now. */
    public boolean works(String provider) {
        return isUsable(provider) && !isDown(provider);
    }

    /** Whether a song may be sent there now; if so, what came of it has to be told to this object. */
    boolean letsThrough(String provider) {
        return breaker(provider).tryAcquirePermit();
    }

    /** It took a song. */
    void succeeded(String provider) {
        breaker(provider).recordSuccess();
        unusableUntil.remove(provider);
        if (reported.remove(provider)) {
            LOG.info("{} makes songs again", provider);
        }
    }

    /** Takes from a failure what it says about the provider. */
    void failed(String provider, ProviderFailure failure) {
        switch (failure) {
            case ProviderFailure.Unavailable _, ProviderFailure.OutcomeUnknown _ -> {
                breaker(provider).recordFailure();
                if (breaker(provider).isOpen()) {
                    report(provider, failure);
                }
            }
            case ProviderFailure.Unauthorised _, ProviderFailure.OutOfCredit _ -> {
                breaker(provider).recordSuccess();
                unusableUntil.put(provider, clock.instant().plus(UNUSABLE_FOR));
                report(provider, failure);
            }
            case ProviderFailure.BadRequest _,
                    ProviderFailure.ContentRefused _,
                    ProviderFailure.RateLimited _,
                    ProviderFailure.Internal _ -> breaker(provider).recordSuccess();
        }
    }

    /**
     * A song that was let through broke off for a reason of ours. If it was the one that tries a broken circuit, another
     * one may later; its turn would be taken for ever.
     */
    void learnedNothing(String provider) {
        if (breaker(provider).isHalfOpen()) {
            breaker(provider).recordFailure();
        }
    }

    /** Once, until it works again: not for each song. */
    private void report(String provider, ProviderFailure failure) {
        if (reported.add(provider)) {
            LOG.error("{} cannot make songs now: {}", provider, failure.detail());
        }
    }

    private CircuitBreaker<Void> breaker(String provider) {
        return breakers.computeIfAbsent(
                provider,
                _ -> CircuitBreaker.<Void>builder()
                        .withFailureThreshold(FAILURES)
                        .withSuccessThreshold(1)
                        .withDelay(brokenFor)
                        .build());
    }
}
