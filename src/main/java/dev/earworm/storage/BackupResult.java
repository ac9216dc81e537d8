package dev.earworm.storage;

import java.nio.file.Path;

/** What came of a wish for a copy of the database. */
public sealed interface BackupResult {
    /**
     * It is there, whole and checked.
     *
     * @param bytes its size
     */
    record Made(Path copy, long bytes) implements BackupResult {}

    /** Nothing was done: there is a file of that name, which may be the only copy of something. */
    record InTheWay(Path copy) implements BackupResult {}

    /** Nothing was done: this database has tools of its own, and no file. */
    record NoFile() implements BackupResult {}

    /** Nothing was done: there is no database yet. */
    record NothingThere(Path database) implements BackupResult {}

    /**
     * There is no copy.
     *
     * @param reason for the operator
     */
    record Failed(String reason) implements BackupResult {}
}
