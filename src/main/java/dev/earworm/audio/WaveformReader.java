package dev.earworm.audio;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Listens to a whole song and notes how loud it is. Memory use does not grow with the song. */
public final class WaveformReader {
    private static final Duration READS_WITHIN = Duration.ofMinutes(5);
    /** In hertz. What is lost above half of it is hardly ever what makes a song loud. */
    private static final int SAMPLE_RATE = 8000;

    private final Ffmpeg ffmpeg;

    public WaveformReader(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * The outline of a sound file.
     *
     * @param length of the song, as measured
     * @param steps how many parts it is divided into; 1 or more
     * @throws IOException if the file cannot be read as sound, or the disk or ffmpeg fails
     */
    public Waveform read(Path file, Duration length, int steps) throws IOException, InterruptedException {
        return ffmpeg.decode(READS_WITHIN, arguments(file), sound -> measured(sound, length, steps));
    }

    private static List<String> arguments(Path file) {
        return Stream.concat(
                        UntrustedInput.arguments(file).stream(),
                        Stream.of("-map", "0:a:0", "-ac", "1", "-ar", "" + SAMPLE_RATE, "-f", "s16le", "pipe:1"))
                .toList();
    }

    static Waveform measured(InputStream sound, Duration length, int steps) throws IOException {
        long expected = Math.max(steps, length.toMillis() * SAMPLE_RATE / 1000);
        Meter[] meters = Stream.generate(Meter::new).limit(steps).toArray(Meter[]::new);
        InputStream buffered = new BufferedInputStream(sound, 1 << 16);
        long at = 0;
        for (int low = buffered.read(); low >= 0; low = buffered.read()) {
            int high = buffered.read();
            if (high < 0) {
                break;
            }
            // A song that is a little longer than measured swells its last step.
            meters[(int) Math.min(steps - 1, at * steps / expected)].hear((short) (high << 8 | low));
            at++;
        }
        return new Waveform(Stream.of(meters).map(Meter::step).toList());
    }

    /** Listens to one step. */
    private static final class Meter {
        private int loudest;
        private double squares;
        private long samples;

        void hear(short sample) {
            loudest = Math.max(loudest, Math.abs((int) sample));
            squares += (double) sample * sample;
            samples++;
        }

        Waveform.Step step() {
            if (samples == 0) {
                return Waveform.Step.SILENCE;
            }
            double full = -Short.MIN_VALUE;
            return new Waveform.Step(loudest / full, Math.sqrt(squares / samples) / full);
        }
    }
}
