package dev.earworm.jobs;

import dev.earworm.audio.Slug;
import dev.earworm.jobs.Finished.NamedFile;
import dev.earworm.jobs.FinishedStems.Stem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Stems that wait for their member, as they were made: they are not fitted anew, as their songs are. */
public final class KeptStems {
    private final KeptFiles kept;

    public KeptStems(KeptFiles kept) {
        this.kept = kept;
    }

    /** Empty when they are not kept. */
    public Optional<FinishedStems> of(Job job) {
        String title = SongTitle.of(job);
        List<Stem> stems =
                kept.of(job.id()).stream().map(file -> stem(file, title)).toList();
        return stems.isEmpty()
                ? Optional.empty()
                : Optional.of(new FinishedStems(title, job.request().length(), stems));
    }

    private static Stem stem(Path path, String title) {
        NamedFile file = new NamedFile(path.getFileName().toString(), path);
        try {
            return new Stem(name(file.name(), title), file, Files.size(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the song's title, unless the song was called something else then. */
    private static String name(String file, String title) {
        String base = file.substring(0, file.lastIndexOf('.'));
        String song = Slug.of(title).text() + "-";
        return base.startsWith(song) ? base.substring(song.length()) : base;
    }
}
