package dev.earworm.jobs;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

/** Tells a full disk from other trouble: waiting helps, and giving up would lose what was paid for. */
final class FullDisk {
    /** SQLITE_FULL (https://www.sqlite.org/rescode.html#full). */
    private static final int SQLITE_FULL = 13;

    /** disk_full (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
    private static final String POSTGRESQL_DISK_FULL = "53100";

    private FullDisk() {}

    static boolean isBehind(Throwable trouble) {
        return Stream.iterate(trouble, Objects::nonNull, Throwable::getCause).anyMatch(FullDisk::says);
    }

    private static boolean says(Throwable trouble) {
        return switch (trouble) {
            case SQLException sql ->
                (sql.getErrorCode() & 0xff) == SQLITE_FULL || POSTGRESQL_DISK_FULL.equals(sql.getSQLState());
            // Java has no type for it; these are the words of Linux, macOS and Windows, and of ffmpeg.
            case IOException io -> {
                String words = String.valueOf(io.getMessage());
                yield words.contains("No space left on device")
                        || words.contains("Disk quota exceeded")
                        || words.contains("not enough space on the disk");
            }
            default -> false;
        };
    }
}
