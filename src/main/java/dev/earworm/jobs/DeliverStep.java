package dev.earworm.jobs;

import dev.earworm.jobs.Refusal.Reason;
import dev.earworm.jobs.TrackPreparer.Outcome.CannotFit;
import dev.earworm.jobs.TrackPreparer.Outcome.NotAudio;
import dev.earworm.jobs.TrackPreparer.Outcome.Prepared;
import dev.earworm.quota.Charge;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the audio fit, posts it, and writes where. A crash between posting and writing posts again with the same nonce,
 * which Discord answers with the first message.
 *
 * <p>What nobody can be given is kept: first its file, then the word that it is. A crash between the two leaves a file
 * that nobody asks for, and the song is delivered anew.
 */
final class DeliverStep {
    private static final Logger LOG = LoggerFactory.getLogger(DeliverStep.class);
    private static final int FITTINGS = 6;

    private final SongEnding ending;
    private final SongFiles files;
    private final KeptFiles kept;
    private final TrackPreparer preparer;
    private final TrackPublisher publisher;
    private final Pause pause;
    private final InstantSource clock;

    DeliverStep(
            SongEnding ending,
            SongFiles files,
            KeptFiles kept,
            TrackPreparer preparer,
            TrackPublisher publisher,
            Pause pause,
            InstantSource clock) {
        this.ending = ending;
        this.files = files;
        this.kept = kept;
        this.preparer = preparer;
        this.publisher = publisher;
        this.pause = pause;
        this.clock = clock;
    }

    void take(Job job) throws InterruptedException {
        take(job, job.destination().uploadLimit(), FITTINGS);
    }

    private void take(Job job, long limit, int fittings) throws InterruptedException {
        switch (preparer.prepare(job, files.recalledRaw(job.id()), limit)) {
            case NotAudio not -> fail(job, Reason.NOT_AUDIO, not.detail());
            case CannotFit cannot -> fail(job, Reason.TOO_LARGE, cannot.detail());
            case Prepared prepared -> publish(job, prepared.finished(), fittings);
        }
    }

    private void publish(Job job, Finished finished, int fittings) throws InterruptedException {
        switch (Posting.untilSettled(pause, job.id(), () -> publisher.publish(job, finished))) {
            case Publication.Published published ->
                ResultWriting.untilWritten(pause, job.id(), () -> ending.delivered(job.id(), published.at()));
            case Publication.Answered answered -> answered(job, finished, answered.at());
            case Publication.TryLater later -> keep(job, finished, later.detail());
            case Publication.Undeliverable undeliverable -> keep(job, finished, undeliverable.detail());
            case Publication.TooLarge _
            when fittings == 1 -> fail(job, Reason.TOO_LARGE, "refused as too large " + FITTINGS + " times");
            // What was just refused is proof: the next fitting must be smaller, whatever the limit is said to be.
            case Publication.TooLarge tooLarge ->
                take(job, Math.min(tooLarge.limit(), finished.size() * 3 / 4), fittings - 1);
        }
    }

    private void keep(Job job, Finished finished, String detail) throws InterruptedException {
        Instant until = keep(job, finished);
        ResultWriting.untilWritten(pause, job.id(), () -> ending.kept(job.id(), until, detail));
    }

    /** An answer takes no nonce: given up here, the song would come a second time. */
    private void answered(Job job, Finished finished, PostedAt at) throws InterruptedException {
        Runnable end = kept(job, finished)
                .<Runnable>map(until -> () -> ending.answered(job.id(), at, until))
                .orElse(() -> ending.delivered(job.id(), at));
        ResultWriting.untilWritten(pause, job.id(), end);
    }

    private Optional<Instant> kept(Job job, Finished finished) throws InterruptedException {
        try {
            return Optional.of(keep(job, finished));
        } catch (UncheckedIOException e) {
            LOG.error("song {} came as an answer and cannot be kept", job.id(), e);
            return Optional.empty();
        }
    }

    private Instant keep(Job job, Finished finished) throws InterruptedException {
        ResultWriting.untilWritten(pause, job.id(), () -> kept.keep(job.id(), finished));
        return clock.instant().plus(KeptFiles.LIFE);
    }

    private void fail(Job job, Reason reason, String detail) {
        ending.failed(job.id(), Refusal.because(reason), detail, Charge.POSSIBLE);
    }
}
