package dev.earworm.providers.synth.sound;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a WAV file of 16-bit stereo, frame by frame. The number of frames must be known before, because it stands in
 * the header.
 */
final class WavWriter implements AutoCloseable {
    private static final int BYTES_PER_FRAME = 4;
    private static final int HEADER = 44;
    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private int buffered;
    private long left;

    WavWriter(Path file, long frames) throws IOException {
        out = Files.newOutputStream(file);
        left = frames;
        out.write(header(frames * BYTES_PER_FRAME));
    }

    /** Values beyond full scale are brought back to it. */
    void write(double leftSample, double rightSample) throws IOException {
        writeSample(leftSample);
        writeSample(rightSample);
        left--;
        if (buffered == BUFFER) {
            flush();
        }
    }

    private void flush() throws IOException {
        out.write(buffer, 0, buffered);
        buffered = 0;
    }

    private void writeSample(double sample) {
        int value = Math.clamp(Math.round(sample * Short.MAX_VALUE), Short.MIN_VALUE, Short.MAX_VALUE);
        buffer[buffered++] = (byte) value;
        buffer[buffered++] = (byte) (value >> 8);
    }

    private static byte[] header(long bytes) {
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF")).putInt((int) (HEADER - 8 + bytes)).put(ascii("WAVE"));
        header.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) Audio.CHANNELS);
        header.putInt(Audio.SAMPLE_RATE).putInt(Audio.SAMPLE_RATE * BYTES_PER_FRAME);
        header.putShort((short) BYTES_PER_FRAME).putShort((short) 16);
        header.put(ascii("data")).putInt((int) bytes);
        return header.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** @throws IOException also when fewer or more frames were written than promised */
    @Override
    public void close() throws IOException {
        try (out) {
            flush();
        }
        if (left != 0) {
            throw new IOException(left + " frames are missing");
        }
    }
}
