package dev.earworm.providers.synth.sound;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Unmastered audio on disk, since five minutes of it would take a hundred megabytes of memory. Deleted when closed. */
final class Spool implements AutoCloseable {
    private static final int BLOCK = 8192;

    private final Path file;
    private final OutputStream out;
    private byte[] bytes = new byte[0];

    private Spool(Path file, OutputStream out) {
        this.file = file;
        this.out = out;
    }

    /** Beside the file that will be written in the end, where there is room for it. */
    static Spool beside(Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Path file = Files.createTempFile(folder, ".synth-", ".spool");
        return new Spool(file, new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    }

    void write(float[] samples, int count) throws IOException {
        if (bytes.length < count * Float.BYTES) {
            bytes = new byte[count * Float.BYTES];
        }
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(samples, 0, count);
        out.write(bytes, 0, count * Float.BYTES);
    }

    /** Plays back all that was written; may be repeated. */
    void replay(MidiRenderer.Sink sink) throws IOException {
        out.flush();
        float[] samples = new float[BLOCK];
        byte[] block = new byte[BLOCK * Float.BYTES];
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            int read = in.readNBytes(block, 0, block.length);
            while (read > 0) {
                Interrupts.check();
                ByteBuffer.wrap(block)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asFloatBuffer()
                        .get(samples, 0, read / Float.BYTES);
                sink.accept(samples, read / Float.BYTES);
                read = in.readNBytes(block, 0, block.length);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
