package dev.earworm.jobs;

import dev.earworm.jobs.Refusal.Reason;
import dev.earworm.music.JobId;
import dev.earworm.music.MusicProvider;
import dev.earworm.music.MusicProvider.RepeatedSubmit;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.StemSeparator;
import dev.earworm.music.StemSeparator.Recording;
import dev.earworm.music.StemSeparator.Separation;
import dev.earworm.music.TrackDetails;
import dev.earworm.quota.Charge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Has a finished song taken apart by its provider: gets its audio back, writes the intent, acts, writes the result.
 *
 * <p>An intent without a result means that the outcome is unknown. Unlike a song, which a member can get no other way,
 * stems are then not asked for again where that may be charged twice: the member is told, the quota is released, and may
 * press the button again.
 */
final class SeparateStep {
    private static final int HARMLESS_REPEATS = 5;

    private final JobStore store;
    private final SongEnding ending;
    private final Purse purse;
    private final SongFiles files;
    private final ProviderHealth health;
    private final ProviderDoor door;
    private final OriginalStep originals;
    private final Pause pause;
    private final InstantSource clock;

    SeparateStep(
            JobStore store,
            SongEnding ending,
            Purse purse,
            SongFiles files,
            ProviderHealth health,
            ProviderDoor door,
            OriginalStep originals,
            Pause pause,
            InstantSource clock) {
        this.store = store;
        this.ending = ending;
        this.purse = purse;
        this.files = files;
        this.health = health;
        this.door = door;
        this.originals = originals;
        this.pause = pause;
        this.clock = clock;
    }

    void take(Job job, Work.Stems work, MusicProvider provider) throws InterruptedException {
        Optional<StemSeparator> separator = provider.stems();
        if (separator.isEmpty()) {
            fail(job, Reason.UNAVAILABLE, provider.name() + " takes no songs apart any more", ChargePolicy.of(job));
        } else if (job.attempts().open()) {
            purse.lose(job.id(), () -> store.loseSubmit(job.id()));
        } else if (job.attempts().lost() > repeatsAllowed(separator.get())) {
            fail(job, Reason.OUTCOME_UNKNOWN, "the reply of " + provider.name() + " was lost", Charge.POSSIBLE);
        } else {
            Optional<Recording> song = originals.of(job, work);
            if (song.isPresent()) {
                door.knock(job, provider, () -> separate(job, work, separator.get(), song.get()));
            }
        }
    }

    private static int repeatsAllowed(StemSeparator separator) {
        return switch (separator.repeatedSeparation()) {
            case HARMLESS -> HARMLESS_REPEATS;
            case MAY_CHARGE_TWICE -> 0;
        };
    }

    private Optional<ProviderFailure> separate(Job job, Work.Stems work, StemSeparator separator, Recording song)
            throws InterruptedException {
        JobId id = job.id();
        return switch (separator.separate(song, work.set(), made(files.raw(id)))) {
            case Separation.Separated _ -> {
                health.succeeded(job.providerAccount());
                ResultWriting.untilWritten(pause, id, () -> files.keepRaw(id));
                ResultWriting.untilWritten(pause, id, () -> write(id, song, separator.repeatedSeparation()));
                yield Optional.empty();
            }
            case Separation.NotSeparated not -> Optional.of(not.failure());
        };
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(JobId id, Recording song, RepeatedSubmit repeats) {
        purse.taken(id, repeats, Optional.empty(), () -> store.rendered(id, named(song), clock.instant()));
    }

    /** As the song is; nothing else that was told of the song is true of its stems. */
    private static TrackDetails named(Recording song) {
        return TrackDetails.NONE.withTitle(song.details().title());
    }

    private void fail(Job job, Reason reason, String detail, Charge charge) {
        ending.failed(job.id(), Refusal.because(reason), detail, charge);
    }
}
