package dev.earworm.jobs;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.earworm.keys.ProviderAccount;
import dev.earworm.music.ProviderFailure;
import dev.failsafe.CircuitBreaker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which accounts at providers can be asked at all: what the bot learns from failures, and tells its owner once.
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
    private static final int ACCOUNTS = 10_000;

    private final Map<ProviderAccount, Instant> unusableUntil = bounded();
    private final Map<ProviderAccount, CircuitBreaker<Void>> breakers = bounded();
    private final Set<ProviderAccount> reported = Collections.newSetFromMap(bounded());
    private final AccountListener listener;
    private final InstantSource clock;
    private final Duration brokenFor;

    /** @param listener hears of what an account lacks, once until it works again */
    public ProviderHealth(AccountListener listener, InstantSource clock) {
        this(listener, clock, BROKEN_FOR);
    }

    /** @param brokenFor in real time, whatever the clock says */
    ProviderHealth(AccountListener listener, InstantSource clock, Duration brokenFor) {
        this.listener = listener;
        this.clock = clock;
        this.brokenFor = brokenFor;
    }

    /** Its key is taken and its account has credit, as far as is known. */
    public boolean isUsable(ProviderAccount account) {
        Instant until = unusableUntil.get(account);
        return until == null || !clock.instant().isBefore(until);
    }

    /** It has not answered for a while, and nobody tries now. */
    public boolean isDown(ProviderAccount account) {
        CircuitBreaker<Void> breaker = breaker(account);
        return breaker.isOpen() && breaker.getRemainingDelay().isPositive();
    }

    /** Nothing is known that would keep a song from being made there now. */
    public boolean works(ProviderAccount account) {
        return isUsable(account) && !isDown(account);
    }

    /** Whether a song may be sent there now; if so, what came of it has to be told to this object. */
    boolean letsThrough(ProviderAccount account) {
        return breaker(account).tryAcquirePermit();
    }

    /** It took a song. */
    void succeeded(ProviderAccount account) {
        breaker(account).recordSuccess();
        unusableUntil.remove(account);
        if (reported.remove(account)) {
            LOG.info("{} makes songs again", account.provider());
        }
    }

    /** Takes from a failure what it says about the provider. */
    void failed(ProviderAccount account, ProviderFailure failure) {
        switch (failure) {
            case ProviderFailure.Unavailable _, ProviderFailure.OutcomeUnknown _ -> {
                breaker(account).recordFailure();
                if (breaker(account).isOpen()) {
                    report(account, failure);
                }
            }
            case ProviderFailure.Unauthorised _, ProviderFailure.OutOfCredit _ -> {
                breaker(account).recordSuccess();
                unusableUntil.put(account, clock.instant().plus(UNUSABLE_FOR));
                report(account, failure);
            }
            case ProviderFailure.BadRequest _,
                    ProviderFailure.ContentRefused _,
                    ProviderFailure.RateLimited _,
                    ProviderFailure.Internal _ -> breaker(account).recordSuccess();
        }
    }

    /**
     * A song that was let through broke off for a reason of ours. If it was the one that tries a broken circuit, another
     * one may later; its turn would be taken for ever.
     */
    void learnedNothing(ProviderAccount account) {
        if (breaker(account).isHalfOpen()) {
            breaker(account).recordFailure();
        }
    }

    /** Once, until it works again: not for each song. */
    private void report(ProviderAccount account, ProviderFailure failure) {
        if (reported.add(account)) {
            switch (account) {
                case ProviderAccount.Operators(String provider) ->
                    LOG.error("{} cannot make songs now: {}", provider, failure.detail());
                // Nothing that an operator could mend.
                case ProviderAccount.Guilds guilds ->
                    LOG.info(
                            "{} cannot make songs with the key of guild {} now: {}",
                            guilds.provider(),
                            guilds.guild(),
                            failure.detail());
            }
            listener.cannotMakeSongs(account, failure);
        }
    }

    /** Keys of guilds come and go. */
    private static <V> Map<ProviderAccount, V> bounded() {
        return Caffeine.newBuilder()
                .maximumSize(ACCOUNTS)
                .<ProviderAccount, V>build()
                .asMap();
    }

    private CircuitBreaker<Void> breaker(ProviderAccount account) {
        return breakers.computeIfAbsent(
                account,
                _ -> CircuitBreaker.<Void>builder()
                        .withFailureThreshold(FAILURES)
                        .withSuccessThreshold(1)
                        .withDelay(brokenFor)
                        .build());
    }
}
