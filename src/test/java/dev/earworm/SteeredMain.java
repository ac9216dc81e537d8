package dev.earworm;

import dev.earworm.jobs.Pause;
import dev.earworm.music.JobId;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The program with its clock and its disk in the hands of a test, which runs in another process: numbers in two files say
 * how many milliseconds the clock is ahead and how many bytes are free. It pauses never for long, so that a run sees in
 * seconds what takes minutes.
 */
public final class SteeredMain {
    /** The system property that names the folder of the two files. */
    public static final String FOLDER = "earworm.steering";

    public static final String CLOCK = "clock";
    public static final String FREE_SPACE = "free-space";

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(300);

    private SteeredMain() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(System.getProperty(FOLDER));
        InstantSource clock = () -> Instant.now().plusMillis(number(folder.resolve(CLOCK), 0));
        Parts standard = Parts.standard();
        Parts parts = new Parts(
                clock,
                standard.providers(),
                standard.dataSource(),
                SteeredMain::impatient,
                space -> steered(folder.resolve(FREE_SPACE), space));
        Console console = new Console(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        System.exit(
                Main.commandLine(Path.of(""), System.getenv(), console, parts).execute(arguments));
    }

    private static Pause impatient(Pause pause) {
        return (JobId id, Duration duration) ->
                pause.pause(id, duration.compareTo(LONGEST_PAUSE) < 0 ? duration : LONGEST_PAUSE);
    }

    private static LongSupplier steered(Path file, LongSupplier space) {
        return () -> Math.min(number(file, Long.MAX_VALUE), space.getAsLong());
    }

    private static long number(Path file, long otherwise) {
        try {
            String text = Files.readString(file).strip();
            return text.isEmpty() ? otherwise : Long.parseLong(text);
        } catch (NoSuchFileException _) {
            return otherwise;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
