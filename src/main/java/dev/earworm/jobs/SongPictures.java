package dev.earworm.jobs;

import dev.earworm.audio.Cover;
import dev.earworm.audio.picture.CoverArt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws what a song looks like. The same song looks the same at each drawing; songs with the same prompt and seed share
 * their cover, any others do not.
 *
 * <p>No song is lost for its pictures: where they cannot be drawn, it comes without.
 */
final class SongPictures {
    private static final Logger LOG = LoggerFactory.getLogger(SongPictures.class);

    private final SongFiles files;

    SongPictures(SongFiles files) {
        this.files = files;
    }

    /** Drawn anew, into the song's folder. */
    Optional<Cover> cover(Job job) {
        Path file = files.folder(job.id()).resolve("cover.jpg");
        try {
            Files.write(file, art(job).jpeg());
            return Optional.of(new Cover(file, CoverArt.SIDE));
        } catch (IOException | LinkageError e) {
            // A Java that was cut down to less than java.desktop lacks what writes pictures.
            LOG.warn("song {} gets no cover", job.id(), e);
            return Optional.empty();
        }
    }

    private static CoverArt art(Job job) {
        String variant = job.request().seed().isPresent()
                ? Long.toString(job.request().seed().getAsLong())
                : job.id().value();
        return CoverArt.of(job.request().prompt(), variant);
    }
}
