package dev.earworm.jobs;

import static dev.earworm.jobs.JobFixtures.ALICE;
import static dev.earworm.jobs.JobFixtures.NOON;
import static dev.earworm.jobs.JobFixtures.order;
import static dev.earworm.jobs.JobFixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.Wav;
import dev.earworm.audio.AudioPreparer;
import dev.earworm.audio.Ffmpeg;
import dev.earworm.audio.WaveformReader;
import dev.earworm.jobs.TrackPreparer.Outcome.Prepared;
import dev.earworm.music.JobId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AudioTrackPreparerTest {
    private static final Duration LENGTH = Duration.ofSeconds(5);
    private static final long PLENTY = 10_000_000;
    private static final JobId ONE = JobId.next(NOON);

    @TempDir
    private Path folder;

    private Path raw;
    private SongFiles files;
    private AudioTrackPreparer preparer;

    @BeforeEach
    void prepareFor() throws IOException, InterruptedException {
        raw = Wav.tone(folder.resolve("song.wav"), LENGTH);
        files = new SongFiles(folder.resolve("songs"));
        Ffmpeg ffmpeg = Ffmpeg.unpackedUnder(Path.of("target", "ffmpeg"));
        preparer = new AudioTrackPreparer(new AudioPreparer(ffmpeg), new WaveformReader(ffmpeg), files);
    }

    @Test
    void afterACrashSongAndPicturesAreTheSameAgain() throws Exception {
        TrackPictures first = pictures(prepared(ONE, OptionalLong.empty(), PLENTY));
        byte[] song =
                Files.readAllBytes(prepared(ONE, OptionalLong.empty(), PLENTY).file());
        byte[] cover = Files.readAllBytes(first.cover());
        byte[] waveform = Files.readAllBytes(first.waveform());
        Files.writeString(first.cover(), "half of it");
        Files.writeString(first.waveform(), "half of it");

        FinishedTrack again = prepared(ONE, OptionalLong.empty(), PLENTY);

        assertThat(again.file()).hasBinaryContent(song);
        assertThat(pictures(again)).isEqualTo(first);
        assertThat(first.cover()).hasBinaryContent(cover);
        assertThat(first.waveform()).hasBinaryContent(waveform);
    }

    @Test
    void twoSongsOfOnePromptLookDifferentUnlessTheySharedASeed() throws Exception {
        JobId two = ONE.successor();

        assertThat(cover(ONE, OptionalLong.empty())).isNotEqualTo(cover(two, OptionalLong.empty()));
        assertThat(cover(ONE, OptionalLong.of(7))).isEqualTo(cover(two, OptionalLong.of(7)));
        assertThat(cover(ONE, OptionalLong.of(7))).isNotEqualTo(cover(ONE, OptionalLong.of(8)));
    }

    @Test
    void songAndPicturesTogetherStayWithinTheLimitAndPicturesYield() throws Exception {
        FinishedTrack roomy = prepared(ONE, OptionalLong.empty(), PLENTY);
        TrackPictures pictures = pictures(roomy);
        long together = roomy.size() + Files.size(pictures.cover()) + Files.size(pictures.waveform());

        FinishedTrack exact = prepared(ONE, OptionalLong.empty(), together);
        FinishedTrack tight = prepared(ONE, OptionalLong.empty(), together - 1);

        assertThat(exact.pictures()).isPresent();
        assertThat(tight.pictures()).isEmpty();
        assertThat(tight.size()).isEqualTo(roomy.size());
    }

    @Test
    void aSongWhosePicturesCannotBeWrittenComesWithoutThem() throws Exception {
        Files.createDirectories(files.folder(ONE).resolve("cover.jpg"));

        FinishedTrack track = prepared(ONE, OptionalLong.empty(), PLENTY);

        assertThat(track.pictures()).isEmpty();
        assertThat(track.file()).isNotEmptyFile();
    }

    private byte[] cover(JobId id, OptionalLong seed) throws IOException, InterruptedException {
        return Files.readAllBytes(pictures(prepared(id, seed, PLENTY)).cover());
    }

    private static TrackPictures pictures(FinishedTrack track) {
        return track.pictures().orElseThrow();
    }

    private FinishedTrack prepared(JobId id, OptionalLong seed, long limit) throws InterruptedException {
        SongOrder order = order(ALICE, request("a calm river", LENGTH).withSeed(seed));
        return (FinishedTrack) assertThat(preparer.prepare(Job.queued(id, order, Optional.empty(), NOON), raw, limit))
                .asInstanceOf(InstanceOfAssertFactories.type(Prepared.class))
                .actual()
                .finished();
    }
}
