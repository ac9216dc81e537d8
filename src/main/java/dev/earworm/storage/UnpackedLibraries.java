package dev.earworm.storage;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SQLite's own library, which its driver unpacks into the folder for temporary files, a megabyte for each process. One that
 * is killed leaves it there, and the driver never takes away what bears a mark of being used, however old.
 *
 * <p>Only where that folder is the database's own, as in the image, are they ours to remove: there nothing else clears up,
 * and whoever holds the database is alone but for commands that take a moment.
 */
final class UnpackedLibraries {
    private static final Logger LOG = LoggerFactory.getLogger(UnpackedLibraries.class);
    private static final PathMatcher NAME = FileSystems.getDefault().getPathMatcher("glob:sqlite-*sqlitejdbc*");

    /** A library is loaded at once after it is unpacked, and then no longer needs its file. */
    private static final Duration LOADED = Duration.ofMinutes(1);

    private UnpackedLibraries() {}

    /** Where the driver unpacks, by its own settings. */
    static Path folder() {
        return Path.of(System.getProperty("org.sqlite.tmpdir", System.getProperty("java.io.tmpdir")));
    }

    /**
     * Removes those that processes of the past left behind.
     *
     * @param database that this process holds
     */
    static void sweep(Path folder, Path database, Instant now) {
        try {
            Path own = database.toAbsolutePath().getParent();
            if (!Files.isSameFile(folder, own)) {
                return;
            }
            for (Path library : leftBehind(folder, now.minus(LOADED))) {
                Files.deleteIfExists(library);
            }
        } catch (IOException e) {
            LOG.warn("SQLite's libraries of earlier processes could not be removed from {}", folder, e);
        }
    }

    private static List<Path> leftBehind(Path folder, Instant before) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> NAME.matches(file.getFileName()))
                    .filter(file -> file.toFile().lastModified() < before.toEpochMilli())
                    .toList();
        }
    }
}
