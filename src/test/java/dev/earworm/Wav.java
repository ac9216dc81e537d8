package dev.earworm;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Sound files for tests. */
public final class Wav {
    private static final int RATE = 22_050;

    private Wav() {}

    /** A tone of 440 Hz. */
    public static Path tone(Path file, Duration length) throws IOException {
        int samples = Math.toIntExact(length.toMillis() * RATE / 1000);
        byte[] bytes = new byte[samples * 2];
        for (int i = 0; i < samples; i++) {
            int value = (int) (12_000 * Math.sin(2 * Math.PI * 440 * i / RATE));
            bytes[2 * i] = (byte) value;
            bytes[2 * i + 1] = (byte) (value >> 8);
        }
        AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
        try (AudioInputStream stream = new AudioInputStream(new ByteArrayInputStream(bytes), format, samples)) {
            AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file.toFile());
        }
        return file;
    }
}
