package dev.earworm.jobs;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.earworm.jobs.Turn.Waiting;
import dev.earworm.keys.ProviderAccount;
import dev.earworm.music.JobId;
import dev.earworm.music.Providers;
import dev.earworm.quota.GuildId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Who waits for what, and for how long about. */
public final class SongQueue {
    private static final Duration GLANCE = Duration.ofSeconds(1);
    private static final Duration TURNS_COUNT_FOR = Duration.ofHours(1);

    /** Of a model that is no longer in the catalogue. */
    private static final Duration UNHEARD_OF = Duration.ofMinutes(1);

    private final JobStore store;
    private final Providers providers;
    private final ProviderSlots slots;
    private final LearnedWaits waits;
    private final SongProgress progress;
    private final InstantSource clock;
    private final Cache<ProviderAccount, List<Waiting>> recentLines =
            Caffeine.newBuilder().expireAfterWrite(GLANCE).build();

    public SongQueue(
            JobStore store,
            Providers providers,
            ProviderSlots slots,
            LearnedWaits waits,
            SongProgress progress,
            InstantSource clock) {
        this.store = store;
        this.providers = providers;
        this.slots = slots;
        this.waits = waits;
        this.progress = progress;
        this.clock = clock;
    }

    /** Those that may have a slot now, in the order of their turns. */
    public List<Waiting> line(ProviderAccount account) {
        Instant now = clock.instant();
        List<Waiting> waiting = store.waiting(account, now);
        return waiting.size() < 2
                ? waiting
                : FairOrder.order(waiting, store.turnsTaken(account, now.minus(TURNS_COUNT_FOR)));
    }

    /** A guild's songs that have not ended, oldest first. */
    public List<QueuedSong> ofGuild(GuildId guild) {
        Map<ProviderAccount, List<Waiting>> lines = new HashMap<>();
        return store.unfinished(guild).stream()
                .map(job -> new QueuedSong(job, forecast(job, account -> lines.computeIfAbsent(account, this::line))))
                .toList();
    }

    public Forecast forecast(Job job) {
        return forecast(job, this::line);
    }

    /** The same for those who ask again and again for many songs: places in line are up to a second old. */
    public Forecast glance(Job job) {
        return forecast(job, account -> recentLines.get(account, this::line));
    }

    private Forecast forecast(Job job, Function<ProviderAccount, List<Waiting>> lines) {
        return switch (job.state()) {
            case QUEUED -> inLine(job, lines.apply(job.providerAccount()));
            case SUBMITTING, RENDERING -> making(job);
            case RENDERED, DELIVERED, FAILED, CANCELLED -> certain(job);
        };
    }

    private Forecast inLine(Job job, List<Waiting> line) {
        progress.forget(job.id());
        Instant now = clock.instant();
        Instant turn = job.dueAt().isAfter(now) ? job.dueAt() : now;
        return ForecastPolicy.waiting(position(job, line), slots.of(job.providerAccount()), typical(job), turn);
    }

    private Forecast making(Job job) {
        JobId id = job.id();
        Instant now = clock.instant();
        Forecast forecast = ForecastPolicy.making(
                begunAt(job).orElse(now), typical(job), progress.said(id), progress.told(id), now);
        switch (forecast) {
            case Forecast.Making told -> progress.tells(id, told.percent());
            case Forecast.Late told -> told.percent().ifPresent(percent -> progress.tells(id, percent));
            case Forecast.InLine _, Forecast.Certain _ -> {}
        }
        return forecast;
    }

    /** Before an attempt is open, the time is that of the one before. */
    private static Optional<Instant> begunAt(Job job) {
        boolean isHandedIn = job.state() == JobState.RENDERING || job.attempts().open();
        return job.submittedAt().filter(_ -> isHandedIn);
    }

    /** A member has read that the song is this far, in percent; from here on no less is forecast. */
    public void wasTold(JobId id, int percent) {
        progress.tells(id, percent);
    }

    private Forecast certain(Job job) {
        progress.forget(job.id());
        return new Forecast.Certain();
    }

    private Duration typical(Job job) {
        return providers.model(job.request().model()).map(waits::typical).orElse(UNHEARD_OF);
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
