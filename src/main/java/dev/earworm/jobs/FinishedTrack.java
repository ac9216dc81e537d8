package dev.earworm.jobs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A song that is ready to be posted.
 *
 * @param file fits the destination's limit
 * @param fileName safe to show and to store, with its extension
 * @param title one line of the member's or the provider's words, not escaped
 * @param length as measured
 * @param size of the song alone, in bytes
 * @param pictures where they fit into the destination's limit together with the song
 */
public record FinishedTrack(
        Path file, String fileName, String title, Duration length, long size, Optional<TrackPictures> pictures)
        implements Finished {
    /** A song without pictures. */
    public FinishedTrack(Path file, String fileName, String title, Duration length, long size) {
        this(file, fileName, title, length, size, Optional.empty());
    }

    @Override
    public long total() {
        return size;
    }

    @Override
    public List<NamedFile> files() {
        return List.of(new NamedFile(fileName, file));
    }

    public FinishedTrack withPictures(TrackPictures drawn) {
        return new FinishedTrack(file, fileName, title, length, size, Optional.of(drawn));
    }
}
