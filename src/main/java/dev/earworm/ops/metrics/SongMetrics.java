package dev.earworm.ops.metrics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.earworm.jobs.Acceptance;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobListener;
import dev.earworm.jobs.JobState;
import dev.earworm.jobs.Refusal;
import dev.earworm.music.JobId;
import dev.earworm.music.MusicProvider;
import dev.earworm.music.Providers;
import dev.earworm.music.Usd;
import dev.earworm.ops.metrics.StageTimers.Stage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Counts each song once, however often its states are told: a step counts when the state before it is known, so a song
 * that ended before this process began counts for the one in which it did.
 */
public final class SongMetrics implements JobListener {
    /** News of a song that has ended may still come, out of order. */
    private static final Duration ENDED_FOR = Duration.ofHours(1);

    private final MeterRegistry registry;
    private final StageTimers stages;
    private final InstantSource clock;
    private final Instant begun;
    private final ConcurrentMap<JobId, Standing> living = new ConcurrentHashMap<>();
    private final Cache<JobId, JobState> ended =
            Caffeine.newBuilder().expireAfterWrite(ENDED_FOR).build();

    private record Standing(JobState state, Instant since) {
        static Standing atFirst(Job job) {
            return new Standing(JobState.QUEUED, job.acceptedAt());
        }
    }

    SongMetrics(MeterRegistry registry, StageTimers stages, Providers providers, InstantSource clock) {
        this.registry = registry;
        this.stages = stages;
        this.clock = clock;
        this.begun = clock.instant();
        // A counter that is there from the beginning shows its first step, too.
        providers.all().map(MusicProvider::name).forEach(this::expect);
        for (Class<?> answer : Acceptance.class.getPermittedSubclasses()) {
            if (isRefusal(answer)) {
                refused(answer);
            }
        }
    }

    private void expect(String provider) {
        count("earworm.songs.accepted", provider);
        count("earworm.songs.delivered", provider);
        count("earworm.songs.cancelled", provider);
        cost(provider, "estimated");
        cost(provider, "actual");
        for (Refusal.Reason reason : Refusal.Reason.values()) {
            failed(provider, reason);
        }
    }

    @Override
    public void answered(Acceptance acceptance) {
        if (acceptance instanceof Acceptance.Accepted accepted) {
            Job job = accepted.job();
            living.computeIfAbsent(job.id(), id -> ended.getIfPresent(id) == null ? Standing.atFirst(job) : null);
            count("earworm.songs.accepted", job.provider()).increment();
        } else if (isRefusal(acceptance.getClass())) {
            refused(acceptance.getClass()).increment();
        }
    }

    private static boolean isRefusal(Class<?> answer) {
        return answer != Acceptance.Accepted.class && answer != Acceptance.AlreadyAccepted.class;
    }

    @Override
    public void changed(Job job) {
        Instant now = clock.instant();
        living.compute(job.id(), (id, before) -> {
            if (ended.getIfPresent(id) != null) {
                return null;
            }
            Optional<Standing> last = Optional.ofNullable(before)
                    .or(() -> isNew(job) ? Optional.of(Standing.atFirst(job)) : Optional.empty());
            last.filter(standing -> standing.state() != job.state()).ifPresent(standing -> step(job, standing, now));
            if (job.state().isEnded()) {
                ended.put(id, job.state());
                return null;
            }
            return before != null && before.state() == job.state()
                    ? before
                    : new Standing(job.state(), since(job, now));
        });
    }

    /** A song may take its turn before its member is answered; one of an earlier start has stood anywhere. */
    private boolean isNew(Job job) {
        return job.acceptedAt().isAfter(begun);
    }

    /** Times that are stored outlive a restart. */
    private static Instant since(Job job, Instant now) {
        return switch (job.state()) {
            case QUEUED -> job.attempts().postponed() == 0 ? job.acceptedAt() : now;
            case RENDERING -> job.submittedAt().orElse(now);
            case SUBMITTING, RENDERED, DELIVERED, FAILED, CANCELLED -> now;
        };
    }

    private void step(Job job, Standing before, Instant now) {
        stage(before.state(), job.state())
                .ifPresent(stage -> stages.took(stage, job.provider(), between(before.since(), now)));
        switch (job.state()) {
            case DELIVERED -> {
                count("earworm.songs.delivered", job.provider()).increment();
                stages.wasDelivered(job.provider(), between(job.acceptedAt(), now));
                job.costs().estimated().ifPresent(estimated -> spend(job, "estimated", estimated));
            }
            case FAILED ->
                job.refusal()
                        .ifPresent(refusal ->
                                failed(job.provider(), refusal.reason()).increment());
            case CANCELLED -> count("earworm.songs.cancelled", job.provider()).increment();
            case QUEUED, SUBMITTING, RENDERING, RENDERED -> {}
        }
        if (job.state().isEnded()) {
            job.costs().actual().ifPresent(actual -> spend(job, "actual", actual));
        }
    }

    /** A provider that answers with the song itself makes it while it is submitted. */
    private static Optional<Stage> stage(JobState from, JobState to) {
        return switch (from) {
            case QUEUED -> Optional.of(Stage.QUEUED);
            case SUBMITTING -> Optional.of(to == JobState.RENDERED ? Stage.RENDERING : Stage.SUBMITTING);
            case RENDERING -> Optional.of(Stage.RENDERING);
            // What follows is timed where it is done.
            case RENDERED, DELIVERED, FAILED, CANCELLED -> Optional.empty();
        };
    }

    private static Duration between(Instant since, Instant now) {
        return now.isBefore(since) ? Duration.ZERO : Duration.between(since, now);
    }

    private void spend(Job job, String kind, Usd amount) {
        cost(job.provider(), kind).increment(amount.dollars().doubleValue());
    }

    private Counter cost(String provider, String kind) {
        return registry.counter("earworm.cost.usd", "provider", provider, "kind", kind);
    }

    private Counter count(String name, String provider) {
        return registry.counter(name, "provider", provider);
    }

    private Counter failed(String provider, Refusal.Reason reason) {
        return registry.counter("earworm.songs.failed", "provider", provider, "reason", Label.of(reason));
    }

    private Counter refused(Class<?> answer) {
        return registry.counter("earworm.songs.refused", "reason", Label.of(answer));
    }
}
