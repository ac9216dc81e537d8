package dev.earworm.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedLibrariesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
    private static final String LIBRARY = "sqlite-3.54.1.0-8708a0be-libsqlitejdbc.so";
    private static final String MARK = LIBRARY + ".lck";

    @TempDir
    private Path data;

    @TempDir
    private Path elsewhere;

    private Path database;

    @BeforeEach
    void aDatabase() throws IOException {
        database = file(data, "earworm.db", Duration.ofDays(1));
    }

    @Test
    void whatAKilledProcessLeftBesideTheDatabaseIsRemoved() throws IOException {
        file(data, LIBRARY, Duration.ofHours(1));
        file(data, MARK, Duration.ofHours(1));

        UnpackedLibraries.sweep(data, database, NOW);

        assertThat(data).isDirectoryNotContaining("glob:**sqlite-*");
        assertThat(database).exists();
    }

    @Test
    void aLibraryThatIsJustBeingLoadedStays() throws IOException {
        Path library = file(data, LIBRARY, Duration.ofSeconds(2));

        UnpackedLibraries.sweep(data, database, NOW);

        assertThat(library).exists();
    }

    @Test
    void aFolderThatOthersUseTooIsLeftAlone() throws IOException {
        Path library = file(elsewhere, LIBRARY, Duration.ofHours(1));

        UnpackedLibraries.sweep(elsewhere, database, NOW);

        assertThat(library).exists();
    }

    private static Path file(Path folder, String name, Duration age) throws IOException {
        Path file = Files.createFile(folder.resolve(name));
        return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
    }
}
