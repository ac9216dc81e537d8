package dev.earworm.jobs;

import dev.earworm.jobs.Finished.NamedFile;
import dev.earworm.music.JobId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finished songs that no message has from which they could be fetched again: each in a folder of its own, until it has one
 * or its time is over. The database says which are kept; a folder that it does not know of is left over from a crash.
 */
public final class KeptFiles {
    /** How long a song waits for its member. */
    public static final Duration LIFE = Duration.ofDays(30);

    private static final String UNFINISHED = ".part";

    private final SongFiles folders;
    private final SongVault vault;

    /** Folders below this one, on this machine alone. */
    public KeptFiles(Path root) {
        this(root, SongVault.NONE);
    }

    /** In the vault if there is one; then folders below this one have copies of what was asked for. */
    public KeptFiles(Path root, SongVault vault) {
        this.folders = new SongFiles(root, vault);
        this.vault = vault;
    }

    /**
     * Returns once the song is safe, so that a power cut cannot take it from then on. May be repeated; the original
     * stays, for whoever goes on after a crash.
     */
    void keep(JobId id, Finished finished) {
        if (vault.isThere()) {
            vault.put(id, finished.files().stream().collect(Collectors.toMap(NamedFile::name, NamedFile::path)));
            return;
        }
        finished.files().forEach(file -> keep(folders.folder(id).resolve(file.name()), file.path()));
        folders.syncFolder(id);
    }

    private static void keep(Path kept, Path file) {
        Path copy = kept.resolveSibling(kept.getFileName() + UNFINISHED);
        try {
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            SongFiles.sync(copy);
            Files.move(copy, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The song's files, by name; none when it is not kept. */
    public List<Path> of(JobId id) {
        if (!folders.has(id) && !folders.recall(id)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folders.folder(id))) {
            return files.filter(file -> !file.toString().endsWith(UNFINISHED))
                    .sorted(Comparator.comparing(Path::getFileName))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void delete(JobId id) {
        folders.delete(id);
    }

    /** Removes what crashes left behind. Only while no song is delivered. */
    public void deleteAllBut(Set<JobId> kept) {
        folders.deleteAllBut(kept);
    }

    /**
     * Removes what is on this disk beside the vault, where there is one: copies, also of songs that were forgotten on
     * another machine.
     *
     * @param kept according to the database
     */
    public void dropCopies(Set<JobId> kept) {
        if (vault.isThere()) {
            folders.deleteAllBut(kept);
            kept.forEach(folders::dropCopy);
        }
    }

    /** Removes what the vault has of songs that are kept no more. */
    public void sweepVault() {
        vault.sweep();
    }
}
