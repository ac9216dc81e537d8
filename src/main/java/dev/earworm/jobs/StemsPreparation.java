package dev.earworm.jobs;

import dev.earworm.audio.AudioInfo;
import dev.earworm.audio.AudioPreparer;
import dev.earworm.audio.AudioRequest;
import dev.earworm.audio.CannotFit;
import dev.earworm.audio.NotAudio;
import dev.earworm.audio.Preparation;
import dev.earworm.audio.Slug;
import dev.earworm.jobs.Finished.NamedFile;
import dev.earworm.jobs.FinishedStems.Stem;
import dev.earworm.jobs.TrackPreparer.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes stems into files that can be posted together. Each is as loud as it is in the song, so that they fit each other
 * where somebody lays them side by side.
 */
final class StemsPreparation {
    /**
     * A message may weigh 25 MiB in all, beside the limit of each file
     * (<a href="https://docs.discord.com/developers/resources/message#create-message">Discord on creating messages</a>);
     * the rest is for words.
     */
    private static final long WHOLE_MESSAGE = 24L * 1024 * 1024;

    private final AudioPreparer preparer;
    private final SongFiles files;

    StemsPreparation(AudioPreparer preparer, SongFiles files) {
        this.preparer = preparer;
        this.files = files;
    }

    /** By name, so that they are in the same order after a crash. */
    Outcome prepare(Job job, Path folder, long sizeLimit) throws InterruptedException {
        List<Path> voices = listed(folder);
        if (voices.isEmpty()) {
            return new Outcome.NotAudio("there is not a single stem");
        }
        String title = SongTitle.of(job);
        long share = Math.min(sizeLimit, WHOLE_MESSAGE / voices.size());
        List<Stem> stems = new ArrayList<>();
        Duration length = Duration.ZERO;
        for (Path voice : voices) {
            String name = name(voice);
            switch (prepared(voice, request(job, title, name, share))) {
                case Preparation.Prepared(Path file, AudioInfo info, long bytes) -> {
                    stems.add(new Stem(name, new NamedFile(file.getFileName().toString(), file), bytes));
                    length = info.duration().compareTo(length) > 0 ? info.duration() : length;
                }
                case NotAudio not -> {
                    return new Outcome.NotAudio(name + ": " + not.reason());
                }
                case CannotFit _ -> {
                    return new Outcome.CannotFit(name + " does not fit into " + share + " bytes");
                }
            }
        }
        return new Outcome.Prepared(new FinishedStems(title, length, stems));
    }

    private static List<Path> listed(Path folder) {
        try (Stream<Path> voices = Files.list(folder)) {
            return voices.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path voice) {
        String file = voice.getFileName().toString();
        int dot = file.lastIndexOf('.');
        return dot < 0 ? file : file.substring(0, dot);
    }

    private AudioRequest request(Job job, String title, String name, long share) {
        return new AudioRequest(
                AudioTrackPreparer.kind(job.request().format()),
                share,
                AudioTrackPreparer.tags(job, title + " (" + name + ")").onAlbum(title),
                Optional.empty(),
                files.folder(job.id()),
                Slug.of(title, name));
    }

    private Preparation prepared(Path voice, AudioRequest request) throws InterruptedException {
        try {
            return preparer.prepare(voice, request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
