package dev.earworm.jobs;

import dev.earworm.jobs.RetryPolicy.Verdict;
import dev.earworm.music.MusicProvider;
import dev.earworm.music.ProviderFailure;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to a provider of everything that may be charged: not while it is known to be down, the intent first, and then
 * what its "no" means: later, elsewhere, never, or nobody knows.
 */
final class ProviderDoor {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderDoor.class);

    private final JobStore store;
    private final SongEnding ending;
    private final SongFiles files;
    private final ProviderSlots slots;
    private final ProviderHealth health;
    private final Reassignment reassignment;
    private final InstantSource clock;

    ProviderDoor(
            JobStore store,
            SongEnding ending,
            SongFiles files,
            ProviderSlots slots,
            ProviderHealth health,
            Reassignment reassignment,
            InstantSource clock) {
        this.store = store;
        this.ending = ending;
        this.files = files;
        this.slots = slots;
        this.health = health;
        this.reassignment = reassignment;
        this.clock = clock;
    }

    /** What is done behind the door. */
    @FunctionalInterface
    interface Call {
        /** Sends it and writes what came of it, or says why the provider did not take it; then nothing is written. */
        Optional<ProviderFailure> send() throws InterruptedException;
    }

    void knock(Job job, MusicProvider provider, Call call) throws InterruptedException {
        if (!health.letsThrough(provider.name())) {
            postpone(job, provider, new ProviderFailure.Unavailable("it did not answer the songs before"));
            return;
        }
        try {
            submit(job, provider, call);
        } catch (RuntimeException | Error | InterruptedException e) {
            health.learnedNothing(provider.name());
            throw e;
        }
    }

    private void submit(Job job, MusicProvider provider, Call call) throws InterruptedException {
        if (job.attempts().lost() > 0) {
            LOG.warn("song {} is submitted to {} again: the first outcome is unknown", job.id(), provider.name());
        }
        store.openSubmit(job.id(), clock.instant());
        Optional<ProviderFailure> failure = call.send();
        if (failure.isPresent()) {
            settle(job, provider, failure.get());
        }
    }

    private void settle(Job job, MusicProvider provider, ProviderFailure failure) throws InterruptedException {
        if (Thread.interrupted()) {
            // The program stops, and that is why it failed: the open intent tells the next start.
            throw new InterruptedException("stopped while submitting song " + job.id());
        }
        slots.learn(provider, failure);
        health.failed(provider.name(), failure);
        if (failure instanceof ProviderFailure.OutcomeUnknown unknown) {
            // The intent stays open, as after a crash: one way to find out serves both.
            LOG.warn("song {}: the outcome at {} is unknown: {}", job.id(), provider.name(), unknown.detail());
            return;
        }
        postpone(job, provider, failure);
    }

    private void postpone(Job job, MusicProvider provider, ProviderFailure failure) {
        if (reassignment.takes(job, failure)) {
            return;
        }
        Instant now = clock.instant();
        switch (RetryPolicy.decide(failure, job.attempts(), now)) {
            case Verdict.TryAgainAt again -> {
                LOG.info("song {} waits for {}: {}", job.id(), provider.name(), failure.detail());
                files.delete(job.id());
                store.postpone(job.id(), again.instant(), now);
            }
            case Verdict.GiveUp _ ->
                ending.failed(job.id(), Refusal.of(failure), failure.detail(), ChargePolicy.of(failure));
        }
    }
}
