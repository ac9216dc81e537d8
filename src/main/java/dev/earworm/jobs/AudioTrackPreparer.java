package dev.earworm.jobs;

import dev.earworm.audio.AudioKind;
import dev.earworm.audio.AudioPreparer;
import dev.earworm.audio.AudioRequest;
import dev.earworm.audio.CannotFit;
import dev.earworm.audio.Cover;
import dev.earworm.audio.NotAudio;
import dev.earworm.audio.Preparation;
import dev.earworm.audio.Slug;
import dev.earworm.audio.Tags;
import dev.earworm.audio.WaveformReader;
import dev.earworm.music.AudioFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Turns a song's wishes into those of the {@code audio} package. */
public final class AudioTrackPreparer implements TrackPreparer {
    private final AudioPreparer preparer;
    private final SongFiles files;
    private final SongPictures pictures;
    private final StemsPreparation stems;

    public AudioTrackPreparer(AudioPreparer preparer, WaveformReader waveforms, SongFiles files) {
        this.preparer = preparer;
        this.files = files;
        this.pictures = new SongPictures(waveforms, files);
        this.stems = new StemsPreparation(preparer, files);
    }

    @Override
    public Outcome prepare(Job job, Path raw, long sizeLimit) throws InterruptedException {
        return switch (job.work()) {
            case Work.Song _ -> track(job, raw, sizeLimit);
            case Work.Stems _ -> stems.prepare(job, raw, sizeLimit);
        };
    }

    private Outcome track(Job job, Path raw, long sizeLimit) throws InterruptedException {
        String title = SongTitle.of(job);
        Optional<Cover> cover = pictures.cover(job);
        AudioRequest request = new AudioRequest(
                kind(job.request().format()),
                sizeLimit,
                tags(job, title),
                cover,
                files.folder(job.id()),
                Slug.of(title));
        return switch (preparation(raw, request)) {
            case Preparation.Prepared prepared -> {
                FinishedTrack track = track(prepared, title);
                yield new Outcome.Prepared(
                        cover.isPresent() ? pictures.pictured(job, track, cover.get(), sizeLimit) : track);
            }
            case NotAudio not -> new Outcome.NotAudio(not.reason());
            case CannotFit cannot ->
                new Outcome.CannotFit("%d seconds do not fit into %d bytes"
                        .formatted(cannot.duration().toSeconds(), cannot.limitBytes()));
        };
    }

    private Preparation preparation(Path raw, AudioRequest request) throws InterruptedException {
        try {
            return preparer.prepare(raw, request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FinishedTrack track(Preparation.Prepared prepared, String title) {
        return new FinishedTrack(
                prepared.file(),
                prepared.file().getFileName().toString(),
                title,
                prepared.info().duration(),
                prepared.bytes());
    }

    static Tags tags(Job job, String title) {
        return Tags.titled(title)
                .by("Earworm, " + job.request().model())
                .commented(job.request().prompt())
                .inGenre(String.join(", ", job.details().genres()))
                .madeOn(LocalDate.ofInstant(job.acceptedAt(), ZoneOffset.UTC));
    }

    static AudioKind kind(AudioFormat format) {
        return switch (format) {
            case MP3 -> AudioKind.MP3;
            case OGG -> AudioKind.OPUS;
            case FLAC -> AudioKind.FLAC;
            case WAV -> AudioKind.WAV;
        };
    }
}
