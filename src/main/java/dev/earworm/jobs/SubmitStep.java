package dev.earworm.jobs;

import dev.earworm.jobs.RetryPolicy.Verdict;
import dev.earworm.music.AsynchronousProvider;
import dev.earworm.music.Commission;
import dev.earworm.music.Composer;
import dev.earworm.music.Composition;
import dev.earworm.music.JobId;
import dev.earworm.music.MusicProvider;
import dev.earworm.music.MusicProvider.RepeatedSubmit;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.Submission;
import dev.earworm.music.SynchronousProvider;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands a song to its provider: writes the intent, acts, writes the result.
 *
 * <p>An intent without a result means that the outcome is unknown, whether the process died or only the reply was lost.
 * Then the provider is asked for the song, where it can be ({@link LostSubmit}). Where it is not found and a repeat may
 * be charged twice, the repeat is made once, with a warning in the log, and never a second time.
 */
final class SubmitStep {
    private static final Logger LOG = LoggerFactory.getLogger(SubmitStep.class);
    private static final int REPEATS_THAT_MAY_BE_CHARGED = 1;
    private static final int HARMLESS_REPEATS = 5;

    private final JobStore store;
    private final SongEnding ending;
    private final SongFiles files;
    private final ProviderSlots slots;
    private final ProviderHealth health;
    private final Reassignment reassignment;
    private final CommissionStep commissions;
    private final LostSubmit lostSubmit;
    private final Pause pause;
    private final InstantSource clock;

    SubmitStep(
            JobStore store,
            SongEnding ending,
            SongFiles files,
            ProviderSlots slots,
            ProviderHealth health,
            Reassignment reassignment,
            CommissionStep commissions,
            Pause pause,
            InstantSource clock) {
        this.store = store;
        this.ending = ending;
        this.files = files;
        this.slots = slots;
        this.health = health;
        this.reassignment = reassignment;
        this.commissions = commissions;
        this.lostSubmit = new LostSubmit(store, pause);
        this.pause = pause;
        this.clock = clock;
    }

    void take(Job job, MusicProvider provider) throws InterruptedException {
        if (job.attempts().open()) {
            lostSubmit.settle(job, provider);
        } else if (job.attempts().lost() > repeatsAllowed(provider)) {
            ending.failed(
                    job.id(), Refusal.because(Refusal.Reason.OUTCOME_UNKNOWN), "lost again after a repeated submit");
        } else if (!reassignment.spares(job)) {
            Optional<Commission> commission = commissions.of(job);
            if (commission.isPresent()) {
                knock(job, provider, commission.get());
            }
        }
    }

    private void knock(Job job, MusicProvider provider, Commission commission) throws InterruptedException {
        if (!health.letsThrough(provider.name())) {
            postpone(job, provider, new ProviderFailure.Unavailable("it did not answer the songs before"));
            return;
        }
        try {
            submit(job, provider, commission);
        } catch (RuntimeException | Error | InterruptedException e) {
            health.learnedNothing(provider.name());
            throw e;
        }
    }

    private static int repeatsAllowed(MusicProvider provider) {
        return provider.repeatedSubmit() == RepeatedSubmit.HARMLESS ? HARMLESS_REPEATS : REPEATS_THAT_MAY_BE_CHARGED;
    }

    private void submit(Job job, MusicProvider provider, Commission commission) throws InterruptedException {
        if (job.attempts().lost() > 0) {
            LOG.warn("song {} is submitted to {} again: the first outcome is unknown", job.id(), provider.name());
        }
        store.openSubmit(job.id(), clock.instant());
        switch (provider) {
            case SynchronousProvider synchronous -> compose(job, provider, synchronous, commission);
            case AsynchronousProvider asynchronous -> {
                Optional<Composer> composer =
                        asynchronous.composer(job.request().model());
                if (composer.isPresent()) {
                    compose(job, provider, composer.get(), commission);
                } else {
                    handIn(job, asynchronous, commission);
                }
            }
        }
    }

    private void compose(Job job, MusicProvider provider, Composer composer, Commission commission)
            throws InterruptedException {
        JobId id = job.id();
        switch (composer.compose(commission, files.raw(id))) {
            case Composition.Composed composed -> {
                health.succeeded(provider.name());
                files.keepRaw(id);
                ResultWriting.untilWritten(pause, id, () -> store.rendered(id, composed.details(), clock.instant()));
            }
            case Composition.NotComposed not -> settle(job, provider, not.failure());
        }
    }

    private void handIn(Job job, AsynchronousProvider provider, Commission commission) throws InterruptedException {
        JobId id = job.id();
        switch (provider.submit(commission)) {
            case Submission.Submitted submitted -> {
                health.succeeded(provider.name());
                ResultWriting.untilWritten(
                        pause, id, () -> store.rendering(id, submitted.providerJobId(), submitted.cost()));
            }
            case Submission.Rejected rejected -> settle(job, provider, rejected.failure());
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
            case Verdict.GiveUp _ -> ending.failed(job.id(), Refusal.of(failure), failure.detail());
        }
    }
}
