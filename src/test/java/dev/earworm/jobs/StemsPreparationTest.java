package dev.earworm.jobs;

import static dev.earworm.jobs.JobFixtures.ALICE;
import static dev.earworm.jobs.JobFixtures.NOON;
import static dev.earworm.jobs.JobFixtures.order;
import static dev.earworm.jobs.JobFixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.Wav;
import dev.earworm.audio.AudioPreparer;
import dev.earworm.audio.Ffmpeg;
import dev.earworm.jobs.FinishedStems.Stem;
import dev.earworm.jobs.TrackPreparer.Outcome;
import dev.earworm.music.JobId;
import dev.earworm.music.StemSeparator.StemSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StemsPreparationTest {
    private static final Duration LENGTH = Duration.ofSeconds(4);
    private static final Job JOB = stemsOf("a calm river");

    @TempDir
    private Path folder;

    private Path raw;
    private StemsPreparation preparation;

    @BeforeEach
    void separate() throws IOException, InterruptedException {
        raw = Files.createDirectories(folder.resolve("raw"));
        preparation = new StemsPreparation(
                new AudioPreparer(Ffmpeg.unpackedUnder(Path.of("target", "ffmpeg"))),
                new SongFiles(folder.resolve("songs")));
        Wav.tone(raw.resolve("vocals.wav"), LENGTH);
        Wav.tone(raw.resolve("drums.wav"), LENGTH);
    }

    @Test
    void eachStemIsAFileWithANameThatSaysOfWhichSongAndWhichVoiceItIs() throws Exception {
        FinishedStems stems = prepared(10_000_000);

        assertThat(stems.title()).isEqualTo("a calm river");
        assertThat(stems.length()).isBetween(LENGTH, LENGTH.plusMillis(200));
        assertThat(stems.stems()).extracting(Stem::name).containsExactly("drums", "vocals");
        assertThat(stems.stems())
                .extracting(stem -> stem.file().name())
                .containsExactly("a-calm-river-drums.mp3", "a-calm-river-vocals.mp3");
        assertThat(stems.stems())
                .allSatisfy(stem -> assertThat(stem.file().path()).hasSize(stem.size()));
        assertThat(stems.stems()).extracting(Stem::size).contains(stems.size()).allMatch(size -> size <= stems.size());
    }

    @Test
    void eachFitsTheLimitOfAFile() throws Exception {
        assertThat(prepared(60_000).stems())
                .allSatisfy(stem -> assertThat(stem.size()).isLessThanOrEqualTo(60_000));
    }

    @Test
    void stemsThatFitNoLimitAreNotPosted() throws Exception {
        assertThat(preparation.prepare(JOB, raw, 9_000))
                .isEqualTo(new Outcome.CannotFit("drums does not fit into 9000 bytes"));
    }

    @Test
    void oneThatIsNoSoundSpoilsThemAll() throws Exception {
        Files.writeString(raw.resolve("bass.wav"), "boom");

        assertThat(preparation.prepare(JOB, raw, 10_000_000))
                .isInstanceOfSatisfying(
                        Outcome.NotAudio.class, not -> assertThat(not.detail()).startsWith("bass: "));
    }

    @Test
    void noStemsAtAllAreNoStems() throws Exception {
        assertThat(preparation.prepare(JOB, Files.createDirectories(folder.resolve("empty")), 10_000_000))
                .isInstanceOf(Outcome.NotAudio.class);
    }

    private FinishedStems prepared(long limit) throws InterruptedException {
        Outcome outcome = preparation.prepare(JOB, raw, limit);
        assertThat(outcome).isInstanceOf(Outcome.Prepared.class);
        return (FinishedStems) ((Outcome.Prepared) outcome).finished();
    }

    private static Job stemsOf(String prompt) {
        Job song = Job.queued(JobId.next(NOON), order(ALICE, request(prompt, LENGTH)), Optional.empty(), NOON);
        return Job.queued(
                JobId.next(NOON),
                SongOrder.ofStems(song, new Work.Stems(song.id(), StemSet.TWO), song.destination()),
                Optional.empty(),
                NOON);
    }
}
