package dev.earworm.ops.metrics;

import dev.earworm.jobs.JobState;
import dev.earworm.jobs.ProviderHealth;
import dev.earworm.jobs.ProviderSlots;
import dev.earworm.jobs.SongCensus;
import dev.earworm.jobs.SongCensus.Count;
import dev.earworm.music.MusicProvider;
import dev.earworm.music.Providers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long each provider's line is and how many songs it makes, counted in the database at each scrape. */
final class LineMetrics {
    private static final Logger LOG = LoggerFactory.getLogger(LineMetrics.class);
    private static final Set<JobState> UNDER_WAY =
            EnumSet.of(JobState.SUBMITTING, JobState.RENDERING, JobState.RENDERED);

    /** What a gauge shows when nobody could count. */
    private static final double UNKNOWN = Double.NaN;

    private final SongCensus census;
    private final InstantSource clock;
    private final List<String> providers;
    private final Map<String, Map<JobState, Count>> counted = new ConcurrentHashMap<>();

    LineMetrics(
            MeterRegistry registry,
            Providers providers,
            SongCensus census,
            ProviderSlots slots,
            ProviderHealth health,
            InstantSource clock) {
        this.census = census;
        this.clock = clock;
        this.providers = providers.all().map(MusicProvider::name).toList();
        for (String provider : this.providers) {
            gauge(registry, "earworm.songs.queued", provider, () -> songs(provider, JobState.QUEUED));
            gauge(registry, "earworm.queue.oldest.seconds", provider, () -> oldestWait(provider));
            gauge(registry, "earworm.provider.slots", provider, () -> slots.of(provider));
            gauge(registry, "earworm.provider.slots.used", provider, () -> slotsUsed(provider));
            gauge(registry, "earworm.provider.usable", provider, () -> health.isUsable(provider) ? 1 : 0);
            gauge(registry, "earworm.provider.up", provider, () -> health.isDown(provider) ? 0 : 1);
            UNDER_WAY.forEach(state -> Gauge.builder("earworm.songs.under.way", () -> songs(provider, state))
                    .tags("provider", provider, "state", Label.of(state))
                    .register(registry));
        }
    }

    private static void gauge(MeterRegistry registry, String name, String provider, Supplier<Number> value) {
        Gauge.builder(name, value).tag("provider", provider).register(registry);
    }

    /** Counts anew. */
    void refresh() {
        for (String provider : providers) {
            try {
                Map<JobState, Count> counts = new EnumMap<>(JobState.class);
                census.of(provider).forEach(count -> counts.put(count.state(), count));
                counted.put(provider, counts);
            } catch (RuntimeException e) {
                LOG.debug("the songs of {} cannot be counted", provider, e);
                counted.remove(provider);
            }
        }
    }

    private double songs(String provider, JobState state) {
        Map<JobState, Count> counts = counted.get(provider);
        if (counts == null) {
            return UNKNOWN;
        }
        Count count = counts.get(state);
        return count == null ? 0 : count.songs();
    }

    private double slotsUsed(String provider) {
        return songs(provider, JobState.SUBMITTING) + songs(provider, JobState.RENDERING);
    }

    private double oldestWait(String provider) {
        Map<JobState, Count> counts = counted.get(provider);
        if (counts == null) {
            return UNKNOWN;
        }
        Count waiting = counts.get(JobState.QUEUED);
        return waiting == null ? 0 : secondsSince(waiting.oldest());
    }

    private double secondsSince(Instant then) {
        return Math.max(0, Duration.between(then, clock.instant()).toMillis() / 1000.0);
    }
}
