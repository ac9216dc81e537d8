package dev.earworm.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaveformReaderTest {
    private static Sounds sounds;

    @TempDir
    private Path directory;

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        sounds = new Sounds();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp3", "ogg", "flac", "wav"})
    void aSongThatGrowsLouderIsSeenToDoSo(String kind) throws Exception {
        Path song = sounds.generate(
                directory.resolve("song." + kind), "aevalsrc='sin(440*2*PI*t)*if(lt(t,2),0,if(lt(t,4),0.25,0.5))':d=6");

        Waveform waveform = new WaveformReader(sounds.ffmpeg()).read(song, Duration.ofSeconds(6), 3);

        assertThat(waveform.steps()).hasSize(3);
        assertThat(waveform.steps().get(0).average()).isCloseTo(0, within(0.02));
        assertThat(waveform.steps().get(1).peak()).isCloseTo(0.25, within(0.05));
        assertThat(waveform.steps().get(2).peak()).isCloseTo(0.5, within(0.05));
        assertThat(waveform.steps().get(2).average()).isCloseTo(0.5 / Math.sqrt(2), within(0.03));
        assertThat(waveform.peak()).isCloseTo(0.5, within(0.05));
    }

    @Test
    void soundBeyondTheMeasuredLengthIsNotLost() throws IOException {
        byte[] samples = new byte[20_000];
        samples[19_999] = (byte) 0x80;

        Waveform waveform = WaveformReader.measured(new ByteArrayInputStream(samples), Duration.ofSeconds(1), 4);

        assertThat(waveform.peak()).isEqualTo(1);
        assertThat(waveform.steps().getLast().peak()).isEqualTo(1);
    }

    @Test
    void noSoundIsSilence() throws IOException {
        Waveform waveform = WaveformReader.measured(new ByteArrayInputStream(new byte[1]), Duration.ofSeconds(1), 2);

        assertThat(waveform.steps()).containsOnly(Waveform.Step.SILENCE);
    }

    @Test
    void whatIsNotSoundIsAnError() throws IOException {
        Path page = Files.writeString(directory.resolve("page.mp3"), "<html>");

        assertThatThrownBy(() -> new WaveformReader(sounds.ffmpeg()).read(page, Duration.ofSeconds(1), 2))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Invalid data");
    }
}
