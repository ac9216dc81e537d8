package dev.earworm.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Holds a SQLite file for one process: a second one would release the first one's running songs and make them twice.
 * The operating system drops the lock when the process dies, however it dies.
 */
final class DatabaseLock implements Hold {
    private final FileChannel channel;

    private DatabaseLock(FileChannel channel) {
        this.channel = channel;
    }

    static DatabaseLock of(Path database) {
        Path file = lockOf(database);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new DatabaseFailure(
                        "The database " + database + " is in use by another Earworm; stop that one first.");
            }
            return new DatabaseLock(channel);
        } catch (IOException e) {
            throw new DatabaseFailure("The folder of the database " + database + " cannot be written to.", e);
        }
    }

    /** Whether a process has it now; makes no file, and gives back at once what it tries. */
    static boolean isHeld(Path database) throws IOException {
        try (FileChannel channel = FileChannel.open(lockOf(database), StandardOpenOption.WRITE)) {
            return !isLocked(channel);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static Path lockOf(Path database) {
        return database.resolveSibling(database.getFileName() + ".lock");
    }

    /** For this channel, until it is closed. */
    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public boolean isHeld() {
        return channel.isOpen();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new DatabaseFailure("The lock of the database could not be given back.", e);
        }
    }
}
