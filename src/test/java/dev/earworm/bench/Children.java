package dev.earworm.bench;

import dev.earworm.process.EarwormProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Watches the processes that a bot starts, which are ffmpeg: how many there are at once, and what memory they hold. */
final class Children implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(100);
    private static final long PAGE = 4096;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final EarwormProcess bot;
    private volatile int most;
    private volatile long mostBytes;

    Children(EarwormProcess bot) {
        this.bot = bot;
        var _ = clock.scheduleWithFixedDelay(this::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        List<Long> children = bot.children();
        most = Math.max(most, children.size());
        mostBytes = Math.max(
                mostBytes, children.stream().mapToLong(Children::ownBytes).sum());
    }

    /** Without the program's own pages, which all of them share: resident less shared (proc_pid_statm(5)). */
    private static long ownBytes(long child) {
        try {
            String[] pages = Files.readString(Path.of("/proc", Long.toString(child), "statm"))
                    .split(" ", -1);
            return (Long.parseLong(pages[1]) - Long.parseLong(pages[2])) * PAGE;
        } catch (NoSuchFileException _) {
            return 0;
        } catch (IOException e) {
            // It ended while it was looked at.
            if (!Files.exists(Path.of("/proc", Long.toString(child)))) {
                return 0;
            }
            throw new UncheckedIOException(e);
        }
    }

    int mostAtOnce() {
        return most;
    }

    long mostBytes() {
        return mostBytes;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
