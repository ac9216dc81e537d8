package dev.earworm.jobs;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.earworm.music.AsynchronousProvider;
import dev.earworm.music.JobId;
import dev.earworm.music.ProviderJobId;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * What providers say of their own accord: that there is news of a song. It ends the wait for the next question, which is
 * what finds out. As long as a provider's announcements come, it is asked seldom; one whose announcements stay away,
 * behind a wrong address or a closed door, is asked as if it made none.
 */
public final class Announcements {
    /** News of a song that was stopped, say, which nobody awaits any more. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final JobStore store;
    private final Alarms alarms;
    private final Consumer<JobId> others;
    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private final Cache<JobId, Boolean> announced =
            Caffeine.newBuilder().expireAfterWrite(FORGOTTEN_AFTER).build();

    /** @param others tells the other processes, one of which may await the song */
    public Announcements(JobStore store, Alarms alarms, Consumer<JobId> others) {
        this.store = store;
        this.alarms = alarms;
        this.others = others;
    }

    /** A provider's own word, proven to be its. Of a song that is not being made it changes nothing. */
    public void newsOf(String provider, ProviderJobId providerJobId) {
        silent.remove(provider);
        store.findRendering(provider, providerJobId).ifPresent(id -> {
            wake(id);
            others.accept(id);
        });
    }

    /** Another process has heard it. */
    public void heardElsewhere(JobId id) {
        store.find(id).filter(job -> job.state() == JobState.RENDERING).ifPresent(job -> {
            silent.remove(job.provider());
            wake(id);
        });
    }

    private void wake(JobId id) {
        announced.put(id, true);
        alarms.wake(id);
    }

    /** Whether the provider is expected to speak up. */
    boolean areExpectedOf(AsynchronousProvider provider) {
        return provider.webhooks().isPresent() && !silent.contains(provider.name());
    }

    /** The song's wait is over. */
    void awaited(JobId id, AsynchronousProvider provider) {
        boolean wasAnnounced = announced.asMap().remove(id) != null;
        if (provider.webhooks().isPresent() && !wasAnnounced) {
            silent.add(provider.name());
        }
    }
}
