package dev.earworm.jobs;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.earworm.keys.GuildProviders;
import dev.earworm.keys.ProviderAccount;
import dev.earworm.music.MusicProvider;
import dev.earworm.music.ProviderFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many songs each account at a provider makes at once, until one of its refusals names the account's own number. */
public final class ProviderSlots {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderSlots.class);
    private static final int ACCOUNTS = 10_000;

    private final LoadingCache<ProviderAccount, Integer> slots;

    public ProviderSlots(GuildProviders providers) {
        this.slots = Caffeine.newBuilder()
                .maximumSize(ACCOUNTS)
                .build(account -> providers
                        .provider(account)
                        .map(MusicProvider::concurrentSongs)
                        .orElse(1));
    }

    public int of(ProviderAccount account) {
        return slots.get(account);
    }

    /** Takes from a failure what it says about the account. */
    void learn(ProviderAccount account, ProviderFailure failure) {
        if (failure instanceof ProviderFailure.RateLimited limited) {
            limited.concurrentSongs().ifPresent(number -> learn(account, number));
        }
    }

    private void learn(ProviderAccount account, int number) {
        int learned = Math.max(1, number);
        Integer before = slots.asMap().put(account, learned);
        if (before == null || before != learned) {
            LOG.info("{} makes {} songs at once for this account", account.provider(), learned);
        }
    }
}
