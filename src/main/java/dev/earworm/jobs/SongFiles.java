package dev.earworm.jobs;

import dev.earworm.music.JobId;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder that each song has while it is made; gone once the song has ended. What a provider sent is in the vault, too,
 * where there is one.
 */
public final class SongFiles {
    private static final Logger LOG = LoggerFactory.getLogger(SongFiles.class);

    /** Of folders that are just being filled. */
    private static final String RECALLED = "recalled-";

    private final Path root;
    private final SongVault vault;

    /** Folders below this one, on this machine alone. */
    public SongFiles(Path root) {
        this(root, SongVault.NONE);
    }

    /** Folders below this one. */
    public SongFiles(Path root, SongVault vault) {
        this.root = root;
        this.vault = vault;
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

    /** What the provider sent, wherever it was sent to. */
    Path recalledRaw(JobId id) {
        Path raw = raw(id);
        if (Files.notExists(raw) && recall(id)) {
            LOG.info("song {} was fetched by another machine and is delivered by this one", id);
        }
        return raw;
    }

    /** Puts all that the vault holds of this song in place of its folder; says whether there was anything. */
    boolean recall(JobId id) {
        if (!vault.holds(id)) {
            return false;
        }
        try {
            Path whole = Files.createTempDirectory(Files.createDirectories(root), RECALLED);
            vault.fetch(id, whole);
            deleteTree(root.resolve(id.value()));
            Files.move(whole, root.resolve(id.value()), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes this machine's copy of what is safe in the vault: it may be half a file, or an older one. */
    void dropCopy(JobId id) {
        if (has(id) && vault.holds(id)) {
            deleteTree(root.resolve(id.value()));
        }
    }

    /**
     * Returns once what the provider sent is on disk, and in the vault where there is one, so that no power cut can take it
     * from a song that has it.
     */
    void keepRaw(JobId id) {
        Path raw = raw(id);
        if (Files.notExists(raw)) {
            throw new IllegalStateException("song " + id + " is said to be there, but is not");
        }
        try (Stream<Path> files = Files.walk(raw)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            all.forEach(SongFiles::sync);
            vault.put(id, all.stream().collect(Collectors.toMap(file -> name(id, file), Function.identity())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String name(JobId id, Path file) {
        return folder(id).relativize(file).toString().replace('\\', '/');
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
        vault.remove(id);
    }

    /** Removes what the vault has of songs that have ended. */
    public void sweepVault() {
        vault.sweep();
    }

    /** Removes what songs left behind that have ended since. */
    public void deleteAllBut(Set<JobId> living) {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> folders = Files.list(root)) {
            folders.filter(folder -> isLeft(folder) || isSong(folder) && !living.contains(owner(folder)))
                    .forEach(SongFiles::deleteTree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSong(Path folder) {
        return JobId.isValid(folder.getFileName().toString());
    }

    private static boolean isLeft(Path folder) {
        return folder.getFileName().toString().startsWith(RECALLED);
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
