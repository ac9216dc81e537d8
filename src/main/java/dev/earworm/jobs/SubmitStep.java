package dev.earworm.jobs;

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
import dev.earworm.music.TrackDetails;
import dev.earworm.quota.Charge;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Hands a song to its provider: writes the intent, acts, writes the result.
 *
 * <p>An intent without a result means that the outcome is unknown, whether the process died or only the reply was lost.
 * Then the provider is asked for the song, where it can be ({@link LostSubmit}). Where it is not found and a repeat may
 * be charged twice, the repeat is made once, with a warning in the log, and never a second time.
 */
final class SubmitStep {
    private static final int REPEATS_THAT_MAY_BE_CHARGED = 1;
    private static final int HARMLESS_REPEATS = 5;

    private final JobStore store;
    private final SongEnding ending;
    private final Purse purse;
    private final SongFiles files;
    private final ProviderHealth health;
    private final ProviderDoor door;
    private final Reassignment reassignment;
    private final CommissionStep commissions;
    private final LostSubmit lostSubmit;
    private final Pause pause;
    private final InstantSource clock;

    SubmitStep(
            JobStore store,
            SongEnding ending,
            Purse purse,
            SongFiles files,
            ProviderHealth health,
            ProviderDoor door,
            Reassignment reassignment,
            CommissionStep commissions,
            Pause pause,
            InstantSource clock) {
        this.store = store;
        this.ending = ending;
        this.purse = purse;
        this.files = files;
        this.health = health;
        this.door = door;
        this.reassignment = reassignment;
        this.commissions = commissions;
        this.lostSubmit = new LostSubmit(store, purse, pause);
        this.pause = pause;
        this.clock = clock;
    }

    void take(Job job, MusicProvider provider) throws InterruptedException {
        if (job.attempts().open()) {
            lostSubmit.settle(job, provider);
        } else if (job.attempts().lost() > repeatsAllowed(provider)) {
            lost(job, "lost again after a repeated submit");
        } else if (!reassignment.spares(job)) {
            Optional<Commission> commission = commissions.of(job);
            if (commission.isPresent()) {
                knock(job, provider, commission.get());
            }
        }
    }

    private void knock(Job job, MusicProvider provider, Commission commission) throws InterruptedException {
        if (isPaidForAgain(job, provider) && !purse.renews(job, job.request(), job.providerAccount(), () -> {})) {
            lost(job, "a repeat may be charged again, and would pass a ceiling");
            return;
        }
        door.knock(job, provider, () -> submit(job, provider, commission));
    }

    private static boolean isPaidForAgain(Job job, MusicProvider provider) {
        return job.attempts().lost() > 0 && provider.repeatedSubmit() == RepeatedSubmit.MAY_CHARGE_TWICE;
    }

    /** What was lost is counted already. */
    private void lost(Job job, String detail) {
        ending.failed(job.id(), Refusal.because(Refusal.Reason.OUTCOME_UNKNOWN), detail, Charge.NONE);
    }

    private static int repeatsAllowed(MusicProvider provider) {
        return provider.repeatedSubmit() == RepeatedSubmit.HARMLESS ? HARMLESS_REPEATS : REPEATS_THAT_MAY_BE_CHARGED;
    }

    private Optional<ProviderFailure> submit(Job job, MusicProvider provider, Commission commission)
            throws InterruptedException {
        return switch (provider) {
            case SynchronousProvider synchronous -> compose(job, provider, synchronous, commission);
            case AsynchronousProvider asynchronous -> {
                Optional<Composer> composer =
                        asynchronous.composer(job.request().model());
                yield composer.isPresent()
                        ? compose(job, provider, composer.get(), commission)
                        : handIn(job, asynchronous, commission);
            }
        };
    }

    private Optional<ProviderFailure> compose(Job job, MusicProvider provider, Composer composer, Commission commission)
            throws InterruptedException {
        JobId id = job.id();
        return switch (composer.compose(commission, files.raw(id))) {
            case Composition.Composed composed -> {
                health.succeeded(job.providerAccount());
                ResultWriting.untilWritten(pause, id, () -> files.keepRaw(id));
                ResultWriting.untilWritten(pause, id, () -> rendered(id, provider, composed.details()));
                yield Optional.empty();
            }
            case Composition.NotComposed not -> Optional.of(not.failure());
        };
    }

    private Optional<ProviderFailure> handIn(Job job, AsynchronousProvider provider, Commission commission)
            throws InterruptedException {
        JobId id = job.id();
        return switch (provider.submit(commission)) {
            case Submission.Submitted submitted -> {
                health.succeeded(job.providerAccount());
                ResultWriting.untilWritten(pause, id, () -> rendering(id, provider, submitted));
                yield Optional.empty();
            }
            case Submission.Rejected rejected -> Optional.of(rejected.failure());
        };
    }

    private void rendering(JobId id, MusicProvider provider, Submission.Submitted submitted) {
        purse.taken(
                id,
                provider.repeatedSubmit(),
                submitted.cost(),
                () -> store.rendering(id, submitted.providerJobId(), submitted.cost()));
    }

    private void rendered(JobId id, MusicProvider provider, TrackDetails details) {
        purse.taken(id, provider.repeatedSubmit(), details.cost(), () -> store.rendered(id, details, clock.instant()));
    }
}
