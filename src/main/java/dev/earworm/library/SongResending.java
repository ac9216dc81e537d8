package dev.earworm.library;

import dev.earworm.jobs.FinishedStems;
import dev.earworm.jobs.FinishedTrack;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.PostedAt;
import dev.earworm.jobs.Publication;
import dev.earworm.jobs.Resend;
import dev.earworm.jobs.SongArchive;
import dev.earworm.jobs.SongArchive.Retrieval;
import dev.earworm.jobs.SongCopies;
import dev.earworm.jobs.SongFiles;
import dev.earworm.jobs.TrackPreparer;
import dev.earworm.jobs.TrackPreparer.Outcome.CannotFit;
import dev.earworm.jobs.TrackPreparer.Outcome.NotAudio;
import dev.earworm.jobs.TrackPreparer.Outcome.Prepared;
import dev.earworm.jobs.TrackPublisher;
import dev.earworm.jobs.Visibility;
import dev.earworm.music.JobId;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Posts a finished song once more: fetches its audio from wherever it is, makes it fit the new place, and posts it. Costs
 * nothing and changes nothing of the song, but that one that was kept is where it was posted from then on.
 *
 * <p>A crash between posting and writing leaves a message that is not known of; a kept song stays kept then.
 */
public final class SongResending {
    private static final int FITTINGS = 6;

    private final Set<JobId> underWay = ConcurrentHashMap.newKeySet();
    private final SongArchive archive;
    private final SongFiles workshop;
    private final TrackPreparer preparer;
    private final TrackPublisher publisher;
    private final KeptSongs kept;
    private final SongCopies copies;
    private final InstantSource clock;

    /** @param workshop where the preparer works, and nobody else */
    public SongResending(
            SongArchive archive,
            SongFiles workshop,
            TrackPreparer preparer,
            TrackPublisher publisher,
            KeptSongs kept,
            SongCopies copies,
            InstantSource clock) {
        this.archive = archive;
        this.workshop = workshop;
        this.preparer = preparer;
        this.publisher = publisher;
        this.kept = kept;
        this.copies = copies;
        this.clock = clock;
    }

    /** @throws InterruptedException when the program stops; the song may have been posted or not */
    public Resent resend(Job job, Resend wish) throws InterruptedException {
        if (!underWay.add(job.id())) {
            return new Resent.AlreadyUnderWay();
        }
        try {
            return fetched(job, wish);
        } finally {
            workshop.delete(job.id());
            underWay.remove(job.id());
        }
    }

    private Resent fetched(Job job, Resend wish) throws InterruptedException {
        Path sound = workshop.raw(job.id());
        return switch (archive.retrieve(job, sound)) {
            case Retrieval.Retrieved _ ->
                fitted(job, wish, sound, wish.destination().uploadLimit(), FITTINGS);
            case Retrieval.Gone gone -> new Resent.Gone(gone.detail());
            case Retrieval.Unreachable unreachable -> new Resent.Unreachable(unreachable.detail());
        };
    }

    private Resent fitted(Job job, Resend wish, Path sound, long limit, int fittings) throws InterruptedException {
        return switch (preparer.prepare(job, sound, limit)) {
            case NotAudio not -> new Resent.Gone(not.detail());
            case CannotFit _ -> new Resent.TooLarge();
            case Prepared prepared ->
                switch (prepared.finished()) {
                    case FinishedTrack track -> posted(job, wish, sound, track, fittings);
                    case FinishedStems _ -> new Resent.Gone("stems are made of a song and not sent again");
                };
        };
    }

    private Resent posted(Job job, Resend wish, Path sound, FinishedTrack track, int fittings)
            throws InterruptedException {
        return switch (publisher.resend(job, track, wish)) {
            case Publication.Published published -> {
                write(job, wish, published.at());
                yield new Resent.Posted(published.at());
            }
            case Publication.Answered answered -> new Resent.Posted(answered.at());
            case Publication.TooLarge _ when fittings == 1 -> new Resent.TooLarge();
            case Publication.TooLarge tooLarge ->
                fitted(job, wish, sound, Math.min(tooLarge.limit(), track.size() * 3 / 4), fittings - 1);
            case Publication.TryLater later -> new Resent.Unreachable(later.detail());
            case Publication.Undeliverable undeliverable -> new Resent.Closed(undeliverable.detail());
        };
    }

    /** First the copy: a song that is not kept any more has to be somewhere. */
    private void write(Job job, Resend wish, PostedAt at) {
        if (wish.destination().visibility() == Visibility.PUBLIC
                || job.keptUntil().isEmpty()) {
            copies.add(job.id(), at, clock.instant());
        }
        if (job.keptUntil().isPresent()) {
            kept.handedOver(job, at);
        }
    }
}
