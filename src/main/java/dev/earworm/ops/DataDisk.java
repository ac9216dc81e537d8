package dev.earworm.ops;

import dev.earworm.jobs.Room;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The disk of the data folder, and whether it has room for songs. Says it once in the log when it gets short, and once more
 * when it has room again. Where the system does not say how much is left, there is room.
 */
public final class DataDisk implements Room, HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(DataDisk.class);
    private static final long MEGABYTE = 1 << 20;

    private final LongSupplier free;
    private final long floor;
    private final AtomicBoolean isShort = new AtomicBoolean();

    /**
     * Looks at nothing yet.
     *
     * @param free bytes that this process may still write there
     * @param floor with fewer there is no room
     */
    public DataDisk(LongSupplier free, long floor) {
        this.free = free;
        this.floor = floor;
    }

    /** Bytes that this process may write to that folder's disk. */
    public static LongSupplier freeAt(Path folder) {
        return () -> {
            try {
                return Files.getFileStore(folder).getUsableSpace();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    /** In bytes. */
    public long free() {
        return free.getAsLong();
    }

    @Override
    public boolean isEnough() {
        boolean isEnough = hasRoom();
        if (isShort.compareAndSet(isEnough, !isEnough)) {
            report();
        }
        return isEnough;
    }

    private boolean hasRoom() {
        try {
            return free() >= floor;
        } catch (UncheckedIOException e) {
            LOG.debug("the disk does not say what is left", e);
            return true;
        }
    }

    private void report() {
        if (isShort.get()) {
            LOG.error("{}: no new songs are accepted until there is room", shortage());
        } else {
            LOG.info("the data folder's disk has room again");
        }
    }

    private String shortage() {
        return "the data folder's disk has less than " + floor / MEGABYTE + " MB left (data.min-free-mb)";
    }

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public Health check() {
        return isEnough() ? new Health.Well() : new Health.Unwell(shortage());
    }
}
