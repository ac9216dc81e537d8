package dev.earworm.discord.delivery;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.words.Lengths;
import dev.earworm.discord.words.MemberWords;
import dev.earworm.jobs.FinishedTrack;
import dev.earworm.jobs.TrackPictures;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.utils.FileUpload;

/** What is uploaded with a finished song; pictures carry words for those who do not see them. */
final class TrackFiles {
    /** How an embed names a picture of its own message. */
    static final String COVER_URL = "attachment://cover.jpg";

    static final String WAVEFORM_URL = "attachment://waveform.png";

    private static final int TITLE_SHOWN = 100;

    private TrackFiles() {}

    static List<FileUpload> song(FinishedTrack track) {
        return List.of(upload(track.fileName(), track.file()));
    }

    /** The song first; pictures that no embed names would be shown below it. */
    static List<FileUpload> withPictures(FinishedTrack track) {
        List<FileUpload> files = new ArrayList<>(song(track));
        track.pictures().ifPresent(pictures -> files.addAll(described(track, pictures)));
        return files;
    }

    private static List<FileUpload> described(FinishedTrack track, TrackPictures pictures) {
        // Alt text is shown as it is, so Markdown is not escaped.
        String title = MemberWords.shortened(track.title(), TITLE_SHOWN);
        return List.of(
                upload("cover.jpg", pictures.cover()).setDescription(say("track.cover-in-words", title)),
                upload("waveform.png", pictures.waveform())
                        .setDescription(say("track.waveform-in-words", title, Lengths.clock(track.length()))));
    }

    /** Opened anew for each attempt and streamed; {@code FileUpload.fromData} would read the whole file into memory. */
    static FileUpload upload(String name, Path file) {
        return FileUpload.fromStreamSupplier(name, () -> open(file));
    }

    private static InputStream open(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
