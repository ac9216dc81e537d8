package dev.earworm.jobs;

import dev.earworm.music.MusicProvider;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderFailure.RateLimited;
import dev.earworm.music.Providers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many songs each provider makes at once, and whether it can be used at all: what the bot learns from failures.
 *
 * <p>A key that was refused or an account that is empty stays unusable for five minutes, then the next song tries again.
 */
public final class ProviderSlots {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderSlots.class);
    private static final Duration UNUSABLE_FOR = Duration.ofMinutes(5);

    private final Map<String, Integer> slots = new ConcurrentHashMap<>();
    private final Map<String, Instant> unusableUntil = new ConcurrentHashMap<>();
    private final InstantSource clock;

    public ProviderSlots(Providers providers, InstantSource clock) {
        this.clock = clock;
        providers.all().forEach(provider -> slots.put(provider.name(), provider.concurrentSongs()));
    }

    public int of(String provider) {
        return slots.getOrDefault(provider, 1);
    }

    public boolean isUsable(String provider) {
        Instant until = unusableUntil.get(provider);
        return until == null || !clock.instant().isBefore(until);
    }

    /** Takes from a failure what it says about the account. */
    public void learn(MusicProvider provider, ProviderFailure failure) {
        switch (failure) {
            case RateLimited limited -> limited.concurrentSongs().ifPresent(number -> learnSlots(provider, number));
            case ProviderFailure.Unauthorised refused -> markUnusable(provider, refused);
            case ProviderFailure.OutOfCredit empty -> markUnusable(provider, empty);
            case ProviderFailure.BadRequest _,
                    ProviderFailure.ContentRefused _,
                    ProviderFailure.Unavailable _,
                    ProviderFailure.OutcomeUnknown _,
                    ProviderFailure.Internal _ -> {}
        }
    }

    private void learnSlots(MusicProvider provider, int number) {
        int learned = Math.max(1, number);
        Integer before = slots.put(provider.name(), learned);
        if (before == null || before != learned) {
            LOG.info("{} makes {} songs at once for this account", provider.name(), learned);
        }
    }

    private void markUnusable(MusicProvider provider, ProviderFailure failure) {
        Instant now = clock.instant();
        Instant before = unusableUntil.put(provider.name(), now.plus(UNUSABLE_FOR));
        if (before == null || !now.isBefore(before)) {
            LOG.error("{} cannot be used until its account is put right: {}", provider.name(), failure.detail());
        }
    }
}
