package dev.earworm.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How an operator changes the log level of a running bot: by a note in its data folder, which the bot takes away as soon as
 * it has read it. Whoever may write there may stop the bot as well; the HTTP port, in contrast, asks nobody who they are.
 */
public final class LogLevelNote implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogLevelNote.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Path note;
    private final Consumer<LogLevelConfig> reader;
    private final Thread thread;

    private LogLevelNote(Path note, Consumer<LogLevelConfig> reader) {
        this.note = note;
        this.reader = reader;
        this.thread = Thread.ofVirtual().name("log-level").unstarted(this::watch);
    }

    /** Obeys notes from now on; one that lies there already was for a bot that runs no more. */
    public static LogLevelNote watched(Path data, Consumer<LogLevelConfig> reader) {
        LogLevelNote watched = new LogLevelNote(note(data), reader);
        watched.takeAway();
        watched.thread.start();
        return watched;
    }

    /**
     * Asks the bot that runs on this data folder for another level.
     *
     * @return whether it has it now; false when none took the note for so long
     */
    public static boolean ask(Path data, LogLevelConfig level, Duration patience) throws InterruptedException {
        Path note = note(data);
        try {
            Path draft = Files.writeString(note.resolveSibling("log-level.part"), word(level));
            Files.move(draft, note, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            for (Duration waited = Duration.ZERO; waited.compareTo(patience) < 0; waited = waited.plus(LOOK_AGAIN)) {
                if (Files.notExists(note)) {
                    return true;
                }
                Thread.sleep(LOOK_AGAIN);
            }
            return !Files.deleteIfExists(note);
        } catch (NoSuchFileException _) {
            // Without a data folder no bot runs on it.
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path note(Path data) {
        return data.resolve("log-level");
    }

    private static String word(LogLevelConfig level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(LOOK_AGAIN);
                if (Files.isRegularFile(note)) {
                    read();
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("no notes are read any more: shutting down");
        }
    }

    private void read() {
        try {
            String text = Files.readString(note).strip();
            level(text).ifPresentOrElse(reader, () -> LOG.warn("{} names no log level and is thrown away", note));
        } catch (IOException e) {
            LOG.warn("{} cannot be read", note, e);
        } finally {
            takeAway();
        }
    }

    private static Optional<LogLevelConfig> level(String text) {
        return Arrays.stream(LogLevelConfig.values())
                .filter(level -> word(level).equals(text))
                .findFirst();
    }

    private void takeAway() {
        try {
            Files.deleteIfExists(note);
        } catch (IOException e) {
            LOG.warn("{} cannot be taken away", note, e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
