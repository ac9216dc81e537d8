package dev.earworm.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudioProbeTest {
    private static Sounds sounds;

    @TempDir
    private Path directory;

    private AudioProbe probe;

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        sounds = new Sounds();
    }

    @BeforeEach
    void makeProbe() {
        probe = new AudioProbe(sounds.ffmpeg());
    }

    @ParameterizedTest
    @CsvSource({
        "a.mp3,  MP3,  mp3,       44100, 128",
        "a.opus, OPUS, opus,      48000, 128",
        "a.wav,  WAV,  pcm_s16le, 44100, 1411",
        "a.flac, FLAC, flac,      44100, 700",
        "a.m4a,  ,     aac,       44100, 128",
    })
    void aSoundFileIsKnownByItsContent(String made, AudioKind kind, String codec, int sampleRate, int kilobits)
            throws Exception {
        Path file = sounds.music(directory.resolve(made), 3, "-b:a", "128k");
        Path unnamed = Files.move(file, directory.resolve("download"));

        AudioInfo info = info(unnamed);

        assertThat(info.kind()).isEqualTo(Optional.ofNullable(kind));
        assertThat(info.codec()).isEqualTo(codec);
        assertThat(info.sampleRate()).isEqualTo(sampleRate);
        assertThat(info.channels()).isEqualTo(2);
        assertThat(info.duration()).isBetween(Duration.ofMillis(2990), Duration.ofMillis(3100));
        assertThat(info.bitRate() / 1000).isCloseTo(kilobits, within(kilobits / 3));
    }

    @Test
    void aCoverPictureIsNoReasonToRefuse() throws Exception {
        Path song = sounds.music(directory.resolve("song.mp3"), 2);
        Path cover = sounds.generate(directory.resolve("cover.png"), "color=red:size=64x64", "-frames:v", "1");
        Path covered = directory.resolve("covered.mp3");
        sounds.ffmpeg()
                .ffmpeg(
                        Duration.ofSeconds(30),
                        "",
                        List.of(
                                "-i",
                                song.toString(),
                                "-i",
                                cover.toString(),
                                "-map",
                                "1",
                                "-map",
                                "0",
                                "-c",
                                "copy",
                                covered.toString()));

        assertThat(info(covered).kind()).contains(AudioKind.MP3);
    }

    @ParameterizedTest
    @CsvSource({"mp3", "flac", "m4a"})
    void aDownloadThatBrokeOffIsNotAudio(String ending) throws Exception {
        Path whole = sounds.music(directory.resolve("whole." + ending), 20, "-movflags", "+faststart");

        assertThat(reason(cut(whole, 0.5))).matches("breaks off after \\d+ of 20 seconds");
    }

    @ParameterizedTest
    @CsvSource({"mp3", "flac", "wav", "opus"})
    void aFewBytesOfASongAreNotAudio(String ending) throws Exception {
        Path whole = sounds.music(directory.resolve("whole." + ending), 2);

        assertThat(probe.probe(cut(whole, 30.0 / Files.size(whole)))).isInstanceOf(NotAudio.class);
    }

    @Test
    void bareFramesOfChangingSizePromiseNoLengthAndAreWhole() throws Exception {
        Path bare =
                sounds.music(directory.resolve("bare.mp3"), 5, "-q:a", "4", "-write_xing", "0", "-id3v2_version", "0");

        assertThat(info(bare).duration()).isCloseTo(Duration.ofSeconds(5), Duration.ofMillis(100));
    }

    @Test
    void anEmptyFileIsNotAudio() throws Exception {
        assertThat(reason(Files.createFile(directory.resolve("empty.mp3")))).isEqualTo("is empty");
    }

    @Test
    void aWebPageIsNotAudio() throws Exception {
        Path page = directory.resolve("song.mp3");
        Files.writeString(page, "<!doctype html><html><body>Access denied</body></html>\n".repeat(500));

        assertThat(reason(page)).isEqualTo("is not a sound file of a kind that can be read");
    }

    @Test
    void noiseBytesAreNotAudio() throws Exception {
        byte[] bytes = new byte[300_000];
        new Random(1).nextBytes(bytes);

        assertThat(probe.probe(Files.write(directory.resolve("noise.mp3"), bytes)))
                .isInstanceOf(NotAudio.class);
    }

    @Test
    void aPictureIsNotAudio() throws Exception {
        Path picture = sounds.generate(directory.resolve("cover.png"), "color=red:size=64x64", "-frames:v", "1");

        assertThat(probe.probe(picture)).isInstanceOf(NotAudio.class);
    }

    @Test
    void aFilmWithoutSoundIsNotAudio() throws Exception {
        Path film = sounds.generate(directory.resolve("film.mp4"), "color=red:size=64x64:duration=1", "-c:v", "mjpeg");

        assertThat(reason(film)).isEqualTo("holds no sound that can be read");
    }

    @Test
    void aPlaylistCannotReachAnotherFile() throws Exception {
        Path secret = sounds.music(directory.resolve("secret.mp3"), 2);
        Path concat = Files.writeString(
                directory.resolve("concat.mp3"), "ffconcat version 1.0\nfile " + secret.getFileName() + "\n");
        Path stream = Files.writeString(
                directory.resolve("stream.m3u8"),
                "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nsecret.mp3\n#EXT-X-ENDLIST\n");

        assertThat(openedWithoutCare(concat)).as("ffmpeg alone would follow it").isTrue();
        assertThat(openedWithoutCare(stream)).as("ffmpeg alone would follow it").isTrue();
        assertThat(probe.probe(concat)).isInstanceOf(NotAudio.class);
        assertThat(probe.probe(stream)).isInstanceOf(NotAudio.class);
    }

    @Test
    void aMissingFileIsTheMachinesFault() {
        assertThatThrownBy(() -> probe.probe(directory.resolve("nowhere.mp3"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void loudnessIsMeasured() throws Exception {
        // By definition of EBU R 128 a 997 Hz sine in both channels reads its peak level; here −20 dBFS.
        Path sine = sounds.generate(
                directory.resolve("sine.wav"), "aevalsrc=0.1*sin(2*PI*997*t)|0.1*sin(2*PI*997*t):d=5:s=48000");

        Loudness loudness = probe.loudness(sine);

        assertThat(loudness.truePeakDbtp()).isCloseTo(-20.0, within(0.3));
        assertThat(loudness.integratedLufs()).isCloseTo(-20.0, within(0.3));
    }

    @Test
    void silenceHasNoPeak() throws Exception {
        Loudness loudness = probe.loudness(sounds.generate(directory.resolve("silence.wav"), "anullsrc=d=2"));

        assertThat(loudness).isEqualTo(new Loudness(-70.0, Double.NEGATIVE_INFINITY));
    }

    private boolean openedWithoutCare(Path file) throws IOException, InterruptedException {
        return sounds.ffmpeg()
                .ffprobe(Duration.ofSeconds(30), List.of("-show_entries", "stream=codec_name", file.toString()))
                .text()
                .contains("codec_name=mp3");
    }

    private AudioInfo info(Path file) throws IOException, InterruptedException {
        return assertThat(probe.probe(file))
                .asInstanceOf(InstanceOfAssertFactories.type(ProbeResult.Probed.class))
                .actual()
                .info();
    }

    private String reason(Path file) throws IOException, InterruptedException {
        return assertThat(probe.probe(file))
                .asInstanceOf(InstanceOfAssertFactories.type(NotAudio.class))
                .actual()
                .reason();
    }

    private static Path cut(Path file, double share) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return Files.write(file, Arrays.copyOf(bytes, (int) (bytes.length * share)));
    }
}
