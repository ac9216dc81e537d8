package dev.earworm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * How much room there is for ffmpeg, and for some songs on their way as they were sent and as they are posted.
 *
 * @param freeBytes that this process may use
 */
record DiskSpace(long freeBytes) {
    private static final long LEAST_FREE_BYTES = 500_000_000;

    private static final long MEGABYTE = 1_000_000;

    /** Of a folder, which need not exist yet. */
    static DiskSpace of(Path folder) throws IOException {
        return new DiskSpace(Files.getFileStore(existing(folder)).getUsableSpace());
    }

    /** The folder, or the one in which it would be made. */
    static Path existing(Path folder) {
        return Stream.iterate(folder.toAbsolutePath(), Path::getParent)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }

    boolean isEnough() {
        return freeBytes >= LEAST_FREE_BYTES;
    }

    long megabytes() {
        return freeBytes / MEGABYTE;
    }

    static long leastMegabytes() {
        return LEAST_FREE_BYTES / MEGABYTE;
    }
}
