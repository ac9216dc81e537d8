package dev.earworm.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VoicePreparerTest {
    private static Sounds sounds;

    @TempDir
    private Path directory;

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        sounds = new Sounds();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp3", "ogg", "flac", "wav"})
    void theVoiceOfAStereoSongIsOggOpusInMonoAt48KilohertzAnd32Kilobits(String kind) throws Exception {
        Path song = sounds.music(directory.resolve("song." + kind), 12, "-ar", "24000", "-ac", "2");

        Voice voice = prepare(song);

        assertThat(new AudioProbe(sounds.ffmpeg()).probe(voice.file()))
                .isInstanceOfSatisfying(ProbeResult.Probed.class, probed -> {
                    assertThat(probed.info().kind()).contains(AudioKind.OPUS);
                    assertThat(probed.info().channels()).isEqualTo(1);
                    assertThat(probed.info().sampleRate()).isEqualTo(48_000);
                    assertThat(probed.info().bitRate()).isBetween(20_000, 40_000);
                });
        assertThat(recordedRate(voice.file())).isEqualTo(48_000);
        assertThat(voice.length()).isCloseTo(Duration.ofSeconds(12), Duration.ofMillis(60));
        assertThat(voice.waveform().steps()).hasSize(120);
    }

    @Test
    void theWaveformFollowsTheSound() throws Exception {
        Path song = sounds.generate(
                directory.resolve("song.wav"), "aevalsrc='sin(440*2*PI*t)*if(lt(t,1),0,if(lt(t,2),0.25,0.5))':d=3");

        byte[] points = prepare(song).waveform().points();

        assertThat(points).hasSizeBetween(30, 31);
        assertThat(Byte.toUnsignedInt(points[5])).isLessThan(10);
        assertThat(Byte.toUnsignedInt(points[15])).isBetween(115, 140);
        assertThat(Byte.toUnsignedInt(points[25])).isGreaterThan(240);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "99, 1", "100, 1", "12000, 120", "25600, 256", "600000, 256"})
    void tenPointsASecondAndNeverMoreThanDiscordTakes(long milliseconds, int points) {
        assertThat(VoicePreparer.points(Duration.ofMillis(milliseconds))).isEqualTo(points);
    }

    @Test
    void whatIsNotSoundHasNoVoice() throws IOException {
        Path page = Files.writeString(directory.resolve("page.mp3"), "<html>");

        assertThatThrownBy(() -> prepare(page)).isInstanceOf(IOException.class);
    }

    private Voice prepare(Path song) throws IOException, InterruptedException {
        return new VoicePreparer(sounds.ffmpeg()).prepare(song, directory.resolve("voice.ogg"));
    }

    /** Of what was encoded, as it stands in the file's first page: players are told 48 kHz whatever that was (RFC 7845). */
    private static int recordedRate(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int head = new String(bytes, 0, 200, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("OpusHead");
        return java.nio.ByteBuffer.wrap(bytes)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .getInt(head + 12);
    }
}
