package dev.earworm.jobs;

import dev.earworm.keys.Access;
import dev.earworm.keys.GuildProviders;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;

/** Carries on every song of this process's shards that was under way when their last process ended, however it ended. */
public final class Resumption {
    /** Whoever shows how songs go has shown a song's end by then, unless the process died. */
    private static final Duration SHOWN_WITHIN = Duration.ofMinutes(1);

    private final JobStore store;
    private final Transactions transactions;
    private final GuildProviders providers;
    private final SongFiles files;
    private final ShardRange shards;
    private final JobListener listener;
    private final InstantSource clock;

    public Resumption(
            JobStore store,
            Transactions transactions,
            GuildProviders providers,
            SongFiles files,
            ShardRange shards,
            JobListener listener,
            InstantSource clock) {
        this.store = store;
        this.transactions = transactions;
        this.providers = providers;
        this.files = files;
        this.shards = shards;
        this.listener = listener;
        this.clock = clock;
    }

    /** To be called once, before the runner begins to work. */
    public void carryOn(SongRunner runner) {
        List<Job> unfinished = store.unfinished();
        files.deleteAllBut(unfinished.stream().map(Job::id).collect(Collectors.toSet()));
        for (Job job : unfinished.stream().filter(this::isOurs).toList()) {
            files.dropCopy(job.id());
            carryOn(job, runner);
            listener.changed(job);
        }
        store.lastEnded(SHOWN_WITHIN).stream().filter(this::isOurs).forEach(listener::changed);
    }

    private boolean isOurs(Job job) {
        return shards.has(job.account().guild());
    }

    private void carryOn(Job job, SongRunner runner) {
        if (job.state() != JobState.QUEUED) {
            runner.start(job.id());
        } else if (providers.access(job.providerAccount()) instanceof Access.Gone) {
            takeOutOfLine(job, runner);
        }
    }

    /** Nobody gives turns for a provider that is no longer configured. The song's work finds that out, and refuses it. */
    private void takeOutOfLine(Job job, SongRunner runner) {
        transactions.inOne(() -> {
            if (store.promote(job.id(), Integer.MAX_VALUE, clock.instant())) {
                runner.start(job.id());
            }
        });
    }
}
