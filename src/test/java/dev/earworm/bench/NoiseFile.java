package dev.earworm.bench;

import dev.earworm.audio.AudioKind;
import dev.earworm.audio.Encoding;
import dev.earworm.audio.Ffmpeg;
import dev.earworm.audio.Tags;
import dev.earworm.audio.Transcoder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/** Large sound files: a WAV of noise with 96 kHz, 16 bits and two channels, 384 kB a second. */
final class NoiseFile {
    private static final int RATE = 96_000;
    private static final int FRAME = 4;

    private NoiseFile() {}

    static Path wav(Path file, Duration length) throws IOException {
        int seconds = Math.toIntExact(length.toSeconds());
        Random noise = new Random(seconds);
        byte[] second = new byte[RATE * FRAME];
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(header(seconds * second.length));
            for (int i = 0; i < seconds; i++) {
                noise.nextBytes(second);
                out.write(second);
            }
        }
        return file;
    }

    /** An MP3 of 192 kbit/s and two minutes, 3 MB, as vendors send them. */
    static Path mp3(Path folder, Ffmpeg ffmpeg) throws IOException, InterruptedException {
        Path wav = wav(folder.resolve("noise.wav"), Duration.ofSeconds(125));
        Path mp3 = folder.resolve("noise.mp3");
        new Transcoder(ffmpeg).encode(wav, mp3, new Encoding.Lossy(AudioKind.MP3, 192, 2), Tags.titled("Noise"));
        Files.delete(wav);
        return mp3;
    }

    private static byte[] header(int bytes) {
        return ByteBuffer.allocate(44)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(36 + bytes)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 2)
                .putInt(RATE)
                .putInt(RATE * FRAME)
                .putShort((short) FRAME)
                .putShort((short) 16)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(bytes)
                .array();
    }
}
