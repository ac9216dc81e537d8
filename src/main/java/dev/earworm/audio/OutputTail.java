package dev.earworm.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The end of what a process writes, however much that is: the reason of a failure stands last. */
final class OutputTail {
    static final int BYTES = 64 * 1024;

    private OutputTail() {}

    /** Reads to the end, so that the process never waits for us. */
    static String of(InputStream stream) throws IOException {
        byte[] tail = new byte[2 * BYTES];
        int length = 0;
        for (int read = 0; read >= 0; read = stream.read(tail, length, BYTES)) {
            length += read;
            if (length > BYTES) {
                System.arraycopy(tail, length - BYTES, tail, 0, BYTES);
                length = BYTES;
            }
        }
        return new String(Arrays.copyOf(tail, length), StandardCharsets.UTF_8);
    }
}
