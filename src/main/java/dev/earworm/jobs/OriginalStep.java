package dev.earworm.jobs;

import dev.earworm.jobs.Refusal.Reason;
import dev.earworm.jobs.SongArchive.Retrieval;
import dev.earworm.music.StemSeparator.Recording;
import dev.earworm.quota.Charge;
import java.nio.file.Path;
import java.util.Optional;

/** Gets back the finished song of which something is to be made, from where it was posted. */
final class OriginalStep {
    private static final int ATTEMPTS = 4;

    private final JobStore store;
    private final SongEnding ending;
    private final SongFiles files;
    private final SongArchive archive;
    private final Pause pause;

    OriginalStep(JobStore store, SongEnding ending, SongFiles files, SongArchive archive, Pause pause) {
        this.store = store;
        this.ending = ending;
        this.files = files;
        this.archive = archive;
        this.pause = pause;
    }

    /** Empty when the song is not to be had, and the order has ended for that. */
    Optional<Recording> of(Job job, Work.Stems work) throws InterruptedException {
        Optional<Job> song = store.find(work.of());
        return song.isPresent() ? fetched(job, song.get()) : refused(job, "there is no song " + work.of());
    }

    private Optional<Recording> fetched(Job job, Job song) throws InterruptedException {
        // What an attempt before left here may be half a file.
        files.delete(job.id());
        Path audio = files.original(job.id());
        String trouble = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (attempt > 0) {
                pause.pause(job.id(), RetryPolicy.backOff(attempt));
            }
            switch (archive.retrieve(song, audio)) {
                case Retrieval.Retrieved _ -> {
                    return Optional.of(new Recording(song.request(), song.details(), audio));
                }
                case Retrieval.Gone(String detail) -> {
                    return refused(job, "the song is gone: " + detail);
                }
                case Retrieval.Unreachable(String detail) -> trouble = detail;
            }
        }
        return refused(job, "the song cannot be fetched: " + trouble);
    }

    private Optional<Recording> refused(Job job, String detail) {
        ending.failed(job.id(), Refusal.because(Reason.SONG_GONE), detail, Charge.NONE);
        return Optional.empty();
    }
}
