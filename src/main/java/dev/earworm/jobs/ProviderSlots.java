package dev.earworm.jobs;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.earworm.keys.GuildProviders;
import dev.earworm.keys.ProviderAccount;
import dev.earworm.music.MusicProvider;
import dev.earworm.music.ProviderFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many songs each account at a provider makes at once, until one of its refusals names the account's own number. That
 * is known to every process, and to the next start, for a day; then the provider may say it anew, as accounts grow.
 */
public final class ProviderSlots {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderSlots.class);
    private static final int ACCOUNTS = 10_000;
    private static final Duration TRUE_FOR = Duration.ofDays(1);
    private static final Duration WRITTEN_AGAIN_AFTER = Duration.ofHours(1);
    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(10);

    private final GuildProviders providers;
    private final LearnedSlots learned;
    private final InstantSource clock;
    private final Cache<ProviderAccount, Integer> slots = Caffeine.newBuilder()
            .maximumSize(ACCOUNTS)
            .expireAfterWrite(REMEMBERED_FOR)
            .build();

    public ProviderSlots(GuildProviders providers, LearnedSlots learned, InstantSource clock) {
        this.providers = providers;
        this.learned = learned;
        this.clock = clock;
    }

    public int of(ProviderAccount account) {
        Integer known = slots.getIfPresent(account);
        if (known != null) {
            return known;
        }
        // Not within the cache, which would hold up others for as long as the database takes.
        int found = learned.of(account, clock.instant().minus(TRUE_FOR)).orElseGet(() -> published(account));
        slots.put(account, found);
        return found;
    }

    private int published(ProviderAccount account) {
        return providers.provider(account).map(MusicProvider::concurrentSongs).orElse(1);
    }

    /** Takes from a failure what it says about the account. */
    void learn(ProviderAccount account, ProviderFailure failure) {
        if (failure instanceof ProviderFailure.RateLimited limited) {
            limited.concurrentSongs().ifPresent(number -> learn(account, Math.max(1, number)));
        }
    }

    private void learn(ProviderAccount account, int number) {
        Integer before = slots.asMap().put(account, number);
        if (before == null || before != number) {
            LOG.info("{} makes {} songs at once for this account", account.provider(), number);
        }
        try {
            write(account, number);
        } catch (RuntimeException e) {
            // A song is in the middle of something that was answered: the number is not worth its failing.
            LOG.warn("how many songs {} makes at once cannot be written down", account.provider(), e);
        }
    }

    private void write(ProviderAccount account, int number) {
        Instant now = clock.instant();
        boolean isWritten =
                learned.of(account, now.minus(WRITTEN_AGAIN_AFTER)).stream().anyMatch(written -> written == number);
        if (!isWritten) {
            learned.learn(account, number, now);
        }
    }

    /** Another process has learned something. */
    public void forgetMemory() {
        slots.invalidateAll();
    }

    /** Drops what is true no longer. */
    public void forgetOld(Instant now) {
        learned.forget(now.minus(TRUE_FOR));
    }
}
