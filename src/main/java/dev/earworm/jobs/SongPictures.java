package dev.earworm.jobs;

import dev.earworm.audio.Cover;
import dev.earworm.audio.WaveformReader;
import dev.earworm.audio.picture.CoverArt;
import dev.earworm.audio.picture.WaveformArt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws what a song looks like, into its folder. The same song looks the same at each drawing; songs with the same prompt
 * and seed share their cover, any others do not.
 *
 * <p>No song is lost for its pictures: where they cannot be drawn, it comes without.
 */
final class SongPictures {
    private static final Logger LOG = LoggerFactory.getLogger(SongPictures.class);

    private final WaveformReader reader;
    private final SongFiles files;

    SongPictures(WaveformReader reader, SongFiles files) {
        this.reader = reader;
        this.files = files;
    }

    /** Before there is a file to put it into. */
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

    /**
     * The track with its pictures, if it and they stay within the limit.
     *
     * @param limit of all files together, in bytes
     */
    FinishedTrack pictured(Job job, FinishedTrack track, Cover cover, long limit) throws InterruptedException {
        Path waveform = files.folder(job.id()).resolve("waveform.png");
        CoverArt art = art(job);
        try {
            var heard = reader.read(track.file(), track.length(), WaveformArt.BARS);
            Files.write(waveform, WaveformArt.of(heard, art).png());
            return track.size() + Files.size(cover.jpeg()) + Files.size(waveform) <= limit
                    ? track.withPictures(new TrackPictures(cover.jpeg(), waveform, art.colour()))
                    : track;
        } catch (IOException | LinkageError e) {
            LOG.warn("song {} is shown without pictures", job.id(), e);
            return track;
        }
    }

    private static CoverArt art(Job job) {
        return SongCovers.of(job.id(), job.request());
    }
}
