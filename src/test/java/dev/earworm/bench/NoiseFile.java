package dev.earworm.bench;

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
