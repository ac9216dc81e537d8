package dev.earworm.jobs;

import dev.earworm.music.MusicProvider;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.Providers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many songs each provider makes at once, until one of its refusals names the account's own number. */
public final class ProviderSlots {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderSlots.class);

    private final Map<String, Integer> slots = new ConcurrentHashMap<>();

    public ProviderSlots(Providers providers) {
        providers.all().forEach(provider -> slots.put(provider.name(), provider.concurrentSongs()));
    }

    public int of(String provider) {
        return slots.getOrDefault(provider, 1);
    }

    /** Takes from a failure what it says about the account. */
    void learn(MusicProvider provider, ProviderFailure failure) {
        if (failure instanceof ProviderFailure.RateLimited limited) {
            limited.concurrentSongs().ifPresent(number -> learn(provider, number));
        }
    }

    private void learn(MusicProvider provider, int number) {
        int learned = Math.max(1, number);
        Integer before = slots.put(provider.name(), learned);
        if (before == null || before != learned) {
            LOG.info("{} makes {} songs at once for this account", provider.name(), learned);
        }
    }
}
