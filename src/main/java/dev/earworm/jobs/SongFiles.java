package dev.earworm.jobs;

import dev.earworm.music.JobId;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder that each song has while it is made; gone once the song has ended. */
public final class SongFiles {
    private static final Logger LOG = LoggerFactory.getLogger(SongFiles.class);

    private final Path root;

    /** Folders below this one. */
    public SongFiles(Path root) {
        this.root = root;
    }

    /** What the provider sent, as it is: a song, or a folder of stems. */
    public Path raw(JobId id) {
        return folder(id).resolve("raw");
    }

    /** The finished song of which something is made. */
    Path original(JobId id) {
        return folder(id).resolve("original");
    }

    /** The sound that it starts from. */
    public Path reference(JobId id) {
        return folder(id).resolve("reference");
    }

    /** The song's own folder, made if it is not there. */
    public Path folder(JobId id) {
        try {
            return Files.createDirectories(root.resolve(id.value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(JobId id) {
        return Files.isDirectory(root.resolve(id.value()));
    }

    /** Returns once what the provider sent is on disk, so that a power cut cannot take it from a song that has it. */
    void keepRaw(JobId id) {
        Path raw = raw(id);
        if (Files.notExists(raw)) {
            throw new IllegalStateException("song " + id + " is said to be there, but is not");
        }
        try (Stream<Path> files = Files.walk(raw)) {
            files.filter(Files::isRegularFile).forEach(SongFiles::sync);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns once the file is on disk. */
    static void sync(Path path) {
        // Not a FileChannel: an interrupt would close it, and look like a broken disk.
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.getFD().sync();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns once the song's folder and the names in it are on disk, where the system lets folders be written. */
    void syncFolder(JobId id) {
        for (Path folder : List.of(folder(id), root)) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            } catch (ClosedByInterruptException e) {
                throw new UncheckedIOException(e);
            } catch (IOException e) {
                LOG.debug("{} cannot be written by itself on this system", folder, e);
            }
        }
    }

    /** Removes the song's folder, if there is one. What cannot be removed is left to {@link #deleteAllBut}. */
    public void delete(JobId id) {
        deleteTree(root.resolve(id.value()));
    }

    /** Removes what songs left behind that have ended since. */
    public void deleteAllBut(Set<JobId> living) {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> folders = Files.list(root)) {
            folders.filter(folder -> isSong(folder) && !living.contains(owner(folder)))
                    .forEach(SongFiles::deleteTree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSong(Path folder) {
        return JobId.isValid(folder.getFileName().toString());
    }

    private static JobId owner(Path folder) {
        return new JobId(folder.getFileName().toString());
    }

    private static void deleteTree(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("{} could not be removed", folder, e);
        }
    }
}
