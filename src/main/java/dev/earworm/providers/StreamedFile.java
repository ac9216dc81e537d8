package dev.earworm.providers;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Writes what arrives to the disk, and keeps the troubles of the one apart from those of the other. */
public final class StreamedFile {
    private static final int CHUNK = 64 << 10;

    private StreamedFile() {}

    /**
     * Writes the whole stream, or a little more than the limit; what is written survives a power cut.
     *
     * @param maxBytes when more come, the rest is not read
     * @return how many bytes were written
     * @throws IOException when the stream breaks off
     * @throws UncheckedIOException when the disk does
     */
    public static long save(InputStream stream, Path target, long maxBytes) throws IOException {
        // Not a FileChannel: an interrupt would close it, and look like a broken disk.
        try (FileOutputStream file = open(target)) {
            byte[] chunk = new byte[CHUNK];
            long total = 0;
            int read;
            while (total <= maxBytes && (read = stream.read(chunk)) >= 0) {
                total += read;
                write(file, chunk, read);
            }
            force(file);
            return total;
        }
    }

    private static FileOutputStream open(Path target) {
        try {
            return new FileOutputStream(target.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target.getFileName(), e);
        }
    }

    private static void write(FileOutputStream file, byte[] chunk, int length) {
        try {
            file.write(chunk, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a file of the song", e);
        }
    }

    private static void force(FileOutputStream file) {
        try {
            file.getFD().sync();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a file of the song", e);
        }
    }
}
