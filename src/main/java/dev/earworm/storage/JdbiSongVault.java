package dev.earworm.storage;

import dev.earworm.jobs.SongVault;
import dev.earworm.music.JobId;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Files as rows, each of a part that is small enough to be held in memory by many at once. */
final class JdbiSongVault implements SongVault {
    private static final int PART = 512 * 1024;

    private static final String INSERT = """
            INSERT INTO song_file (shelf, song_id, name, part, bytes) VALUES (:shelf, :song, :name, :part, :bytes)
            """;

    private static final String SWEEP = """
            DELETE FROM song_file
            WHERE shelf = :shelf AND song_id NOT IN (
                SELECT id FROM job WHERE state IN ('QUEUED', 'SUBMITTING', 'RENDERING', 'RENDERED')
                UNION SELECT id FROM job WHERE kept_until IS NOT NULL AND :shelf = 'KEPT')
            """;

    private final Jdbi jdbi;
    private final Shelf shelf;

    /** What the files are for. */
    enum Shelf {
        /** What a provider sent for a song that is not delivered yet. */
        MAKING,
        /** Songs that wait for their members. */
        KEPT
    }

    JdbiSongVault(Jdbi jdbi, Shelf shelf) {
        this.jdbi = jdbi;
        this.shelf = shelf;
    }

    @Override
    public boolean isThere() {
        return true;
    }

    @Override
    public void put(JobId id, Map<String, Path> files) {
        jdbi.useTransaction(handle -> {
            remove(handle, id);
            files.forEach((name, file) -> put(handle, id, name, file));
        });
    }

    private void put(Handle handle, JobId id, String name, Path file) {
        // Not a channel: an interrupt would close it, and the song may be paid for.
        try (InputStream bytes = new FileInputStream(file.toFile())) {
            int part = 0;
            byte[] next = bytes.readNBytes(PART);
            // An empty file is a file, too.
            while (part == 0 || next.length > 0) {
                insert(handle, id, name, part++, next);
                next = bytes.readNBytes(PART);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void insert(Handle handle, JobId id, String name, int part, byte[] bytes) {
        handle.createUpdate(INSERT)
                .bind("shelf", shelf.name())
                .bind("song", id.value())
                .bind("name", name)
                .bind("part", part)
                .bind("bytes", bytes)
                .execute();
    }

    @Override
    public boolean holds(JobId id) {
        return !names(id).isEmpty();
    }

    private List<String> names(JobId id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT name FROM song_file WHERE shelf = :shelf AND song_id = :song AND part = 0 ORDER BY name")
                .bind("shelf", shelf.name())
                .bind("song", id.value())
                .mapTo(String.class)
                .list());
    }

    @Override
    public boolean fetch(JobId id, Path folder) {
        List<String> names = names(id);
        names.forEach(name -> fetch(id, name, target(folder, name)));
        return !names.isEmpty();
    }

    /** Names come from a database that others may have written to. */
    private static Path target(Path folder, String name) {
        Path target = folder.resolve(name).normalize();
        if (!target.startsWith(folder)) {
            throw new IllegalStateException("no name of a song's file: " + name);
        }
        return target;
    }

    private void fetch(JobId id, String name, Path target) {
        try {
            Files.createDirectories(target.getParent());
            try (OutputStream file = Files.newOutputStream(target)) {
                int part = 0;
                for (Optional<byte[]> bytes = part(id, name, part); bytes.isPresent(); bytes = part(id, name, part)) {
                    file.write(bytes.get());
                    part++;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<byte[]> part(JobId id, String name, int part) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT bytes FROM song_file
                        WHERE shelf = :shelf AND song_id = :song AND name = :name AND part = :part
                        """)
                .bind("shelf", shelf.name())
                .bind("song", id.value())
                .bind("name", name)
                .bind("part", part)
                .map((row, _) -> row.getBytes("bytes"))
                .findOne());
    }

    @Override
    public void remove(JobId id) {
        jdbi.useHandle(handle -> remove(handle, id));
    }

    private void remove(Handle handle, JobId id) {
        handle.createUpdate("DELETE FROM song_file WHERE shelf = :shelf AND song_id = :song")
                .bind("shelf", shelf.name())
                .bind("song", id.value())
                .execute();
    }

    @Override
    public void sweep() {
        jdbi.useHandle(
                handle -> handle.createUpdate(SWEEP).bind("shelf", shelf.name()).execute());
    }
}
