package dev.earworm.jobs;

import dev.earworm.jobs.Turn.Waiting;
import dev.earworm.music.Providers;
import dev.earworm.quota.GuildId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Who waits for what, and for how long about. */
public final class SongQueue {
    private static final Duration TURNS_COUNT_FOR = Duration.ofHours(1);

    private final JobStore store;
    private final Providers providers;
    private final ProviderSlots slots;
    private final LearnedWaits waits;
    private final InstantSource clock;

    public SongQueue(
            JobStore store, Providers providers, ProviderSlots slots, LearnedWaits waits, InstantSource clock) {
        this.store = store;
        this.providers = providers;
        this.slots = slots;
        this.waits = waits;
        this.clock = clock;
    }

    /** Those that may have a slot now, in the order of their turns. */
    public List<Waiting> line(String provider) {
        Instant now = clock.instant();
        List<Waiting> waiting = store.waiting(provider, now);
        return waiting.size() < 2
                ? waiting
                : FairOrder.order(waiting, store.turnsTaken(provider, now.minus(TURNS_COUNT_FOR)));
    }

    /** A guild's songs that have not ended, oldest first. */
    public List<QueuedSong> ofGuild(GuildId guild) {
        Map<String, List<Waiting>> lines = new HashMap<>();
        return store.unfinished(guild).stream()
                .map(job -> new QueuedSong(job, forecast(job, provider -> lines.computeIfAbsent(provider, this::line))))
                .toList();
    }

    public Forecast forecast(Job job) {
        return forecast(job, this::line);
    }

    private Forecast forecast(Job job, Function<String, List<Waiting>> lines) {
        Instant now = clock.instant();
        Duration typical = typical(job);
        if (job.state() == JobState.QUEUED) {
            Instant turn = job.dueAt().isAfter(now) ? job.dueAt() : now;
            return ForecastPolicy.waiting(
                    position(job, lines.apply(job.provider())), slots.of(job.provider()), typical, turn);
        }
        return ForecastPolicy.rendering(job.submittedAt().orElse(now), typical, now);
    }

    private Duration typical(Job job) {
        return providers.model(job.request().model()).map(waits::typical).orElse(Duration.ZERO);
    }

    /** A song that was postponed is not in line until it is due; it will be last of those that are. */
    private static int position(Job job, List<Waiting> line) {
        for (int i = 0; i < line.size(); i++) {
            if (line.get(i).id().equals(job.id())) {
                return i + 1;
            }
        }
        return line.size() + 1;
    }
}
