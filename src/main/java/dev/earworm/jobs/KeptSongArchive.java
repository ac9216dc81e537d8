package dev.earworm.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Takes songs that are kept from the disk, and the others from where they were posted. */
public final class KeptSongArchive implements SongArchive {
    private final KeptFiles kept;
    private final SongArchive posted;

    public KeptSongArchive(KeptFiles kept, SongArchive posted) {
        this.kept = kept;
        this.posted = posted;
    }

    @Override
    public Retrieval retrieve(Job job, Path target) throws InterruptedException {
        List<Path> files = job.keptUntil().isPresent() ? kept.of(job.id()) : List.of();
        if (files.isEmpty()) {
            return posted.retrieve(job, target);
        }
        try {
            Files.copy(files.getFirst(), target);
            return new Retrieval.Retrieved(files.getFirst().getFileName().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
