package dev.earworm.ops.metrics;

import dev.earworm.jobs.ProviderHealth;
import dev.earworm.jobs.ProviderSlots;
import dev.earworm.jobs.SongCensus;
import dev.earworm.jobs.TrackPreparer;
import dev.earworm.jobs.TrackPublisher;
import dev.earworm.music.MusicProvider;
import dev.earworm.music.Providers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** Every figure of one running program. */
public final class Metrics implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final StageTimers stages = new StageTimers(registry);
    private final List<Runnable> refreshments = new CopyOnWriteArrayList<>();

    private Metrics() {}

    /**
     * Those of the Java process are there at once; the others come with the parts that they are of.
     *
     * @param version of the program
     */
    public static Metrics begin(String version) {
        Metrics metrics = new Metrics();
        metrics.process(version);
        return metrics;
    }

    private void process(String version) {
        Stream.of(
                        new JvmMemoryMetrics(),
                        collections,
                        new JvmThreadMetrics(),
                        new ClassLoaderMetrics(),
                        new ProcessorMetrics(),
                        new FileDescriptorMetrics(),
                        new UptimeMetrics())
                .forEach(binder -> binder.bindTo(registry));
        Gauge.builder("earworm.build.info", () -> 1)
                .tags(Tags.of("version", version, "java", Runtime.version().toString()))
                .register(registry);
    }

    /** The same provider, its calls counted and timed. */
    public MusicProvider metered(MusicProvider provider) {
        return MeteredProviders.of(provider, new ProviderCalls(registry, provider.name()));
    }

    /** Counts what happens to songs, once it is told of it. */
    public SongMetrics songs(Providers providers, InstantSource clock) {
        return new SongMetrics(registry, stages, providers, clock);
    }

    /** Counts songs that wait and are made, and says how the providers are. */
    public void line(
            Providers providers, SongCensus census, ProviderSlots slots, ProviderHealth health, InstantSource clock) {
        refreshments.add(new LineMetrics(registry, providers, census, slots, health, clock)::refresh);
    }

    /** The same preparer, timed. */
    public TrackPreparer timed(TrackPreparer preparer) {
        return new TimedPreparer(preparer, stages);
    }

    /** The same publisher, timed. */
    public TrackPublisher timed(TrackPublisher publisher) {
        return new TimedPublisher(publisher, stages);
    }

    public DiscordMetrics discord() {
        return new DiscordMetrics(registry);
    }

    /** Whether a part is well, asked at each scrape. */
    public void readiness(String part, BooleanSupplier isWell) {
        Gauge.builder("earworm.ready", () -> isWell.getAsBoolean() ? 1 : 0)
                .tag("part", part)
                .register(registry);
    }

    /** What the data folder's disk has left, and how large the database is, in bytes; asked at each scrape. */
    public void storage(LongSupplier free, LongSupplier database) {
        Gauge.builder("earworm.data.free", () -> free.getAsLong())
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("earworm.database.size", () -> database.getAsLong())
                .baseUnit("bytes")
                .register(registry);
    }

    /**
     * What the operator spends in a running period, and may; in US dollars, asked at each scrape.
     *
     * @param period as {@code day}
     * @param limit not a number where there is no ceiling
     */
    public void budget(String period, DoubleSupplier spent, double limit) {
        Gauge.builder("earworm.budget.spent.usd", () -> spent.getAsDouble())
                .tag("period", period)
                .register(registry);
        Gauge.builder("earworm.budget.limit.usd", () -> limit)
                .tag("period", period)
                .register(registry);
    }

    /** For libraries that report by themselves. */
    public Object registry() {
        return registry;
    }

    /** All of them now, in Prometheus's text format, version 0.0.4. */
    public String scrape() {
        refreshments.forEach(Runnable::run);
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
