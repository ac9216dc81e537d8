package dev.earworm.jobs;

import dev.earworm.music.AsynchronousProvider;
import dev.earworm.music.Commission;
import dev.earworm.music.MusicProvider;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.SynchronousProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settles a submit that was sent and whose reply never came: asks for the song, and counts it as lost if nobody has it. */
final class LostSubmit {
    private static final Logger LOG = LoggerFactory.getLogger(LostSubmit.class);

    /** A vendor's records run behind its work. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

    private static final int LOOKS = 2;

    private final JobStore store;
    private final Purse purse;
    private final Pause pause;

    LostSubmit(JobStore store, Purse purse, Pause pause) {
        this.store = store;
        this.purse = purse;
        this.pause = pause;
    }

    void settle(Job job, MusicProvider provider) throws InterruptedException {
        Optional<ProviderJobId> found = switch (provider) {
            case AsynchronousProvider asynchronous -> lookUp(job, asynchronous);
            case SynchronousProvider _ -> Optional.empty();
        };
        if (found.isEmpty()) {
            purse.lose(job.id(), () -> store.loseSubmit(job.id()));
            return;
        }
        LOG.info("song {} was found at {} as {}", job.id(), provider.name(), found.get());
        Runnable write = () -> store.rendering(job.id(), found.get(), Optional.empty());
        ResultWriting.untilWritten(
                pause, job.id(), () -> purse.taken(job.id(), provider.repeatedSubmit(), Optional.empty(), write));
    }

    /** Its reference may be gone by now; the song may be there all the same. */
    private Optional<ProviderJobId> lookUp(Job job, AsynchronousProvider provider) throws InterruptedException {
        Commission commission = Commission.of(job.id(), job.request().withoutReference());
        Instant since = job.submittedAt().orElse(job.acceptedAt());
        Optional<ProviderJobId> found = provider.lookUp(commission, since);
        for (int look = 1; found.isEmpty() && look < looks(provider); look++) {
            pause.pause(job.id(), LOOK_AGAIN);
            found = provider.lookUp(commission, since);
        }
        return found;
    }

    /** Where a repeat is harmless nothing is won by waiting. */
    private static int looks(AsynchronousProvider provider) {
        return switch (provider.repeatedSubmit()) {
            case HARMLESS -> 1;
            case MAY_CHARGE_TWICE -> LOOKS;
        };
    }
}
