package dev.earworm.audio;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The ffmpeg that comes with Earworm: unpacked once, then one process for every piece of work.
 *
 * <p>A process gets no shell, no terminal and nothing of our environment (which may hold keys). It never outlives its
 * call: at the time limit, on an interrupt and on any failure it is killed. Its memory has an end, and where the machine's
 * ends first, it goes before the bot. May be shared by all threads.
 */
public final class Ffmpeg {
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(30);
    private static final List<String> QUIET = List.of("-hide_banner", "-loglevel", "error");
    /**
     * For one block of memory. A file of five kilobytes may claim to hold a thousand million packets, and ffmpeg would
     * make room for them all; this is enough for the index of four hours. Files also have few streams (see {@link
     * UntrustedInput}), so a process stays below some 300 MB.
     */
    private static final List<String> SPARING = List.of("-max_alloc", "" + (16 << 20));
    /** Windows programs do not start without it. */
    private static final Set<String> INHERITED = Set.of("SystemRoot");

    private static final String LOADER_NOISE = ": no version information available (required by ";

    private final Path folder;

    private Ffmpeg(Path folder) {
        this.folder = folder;
    }

    /**
     * Unpacks what is missing (about 65 MB, under a second) and sees that it starts.
     *
     * @param directory of our own, such as {@code data/ffmpeg}; several processes may share it
     * @throws IOException in words for the operator: no ffmpeg for this machine, or it does not start here
     */
    public static Ffmpeg unpackedUnder(Path directory) throws IOException, InterruptedException {
        Ffmpeg ffmpeg = new Ffmpeg(FfmpegBundle.unpack(directory, FfmpegBundle.thisPlatform()));
        ffmpeg.version();
        return ffmpeg;
    }

    /** Such as {@code 8.0.1}; asks the program itself, so it also tells whether it starts. */
    public String version() throws IOException, InterruptedException {
        Output output = run(STARTS_WITHIN, "", "ffmpeg", List.of("-version"));
        String[] words = output.text().split(" ", 4);
        if (!output.isSuccess() || words.length < 4) {
            throw new IOException("ffmpeg does not start from " + folder + ": " + output.complaint());
        }
        return words[2];
    }

    /**
     * @param input what the process reads from {@code pipe:0}; some hundred kilobytes at most
     * @throws OutOfTimeException when the time limit is over
     */
    Output ffmpeg(Duration limit, String input, List<String> arguments) throws IOException, InterruptedException {
        return run(limit, input, "ffmpeg", unattended(arguments));
    }

    /** As {@link #ffmpeg}, for the program that only looks. */
    Output ffprobe(Duration limit, List<String> arguments) throws IOException, InterruptedException {
        return run(limit, "", "ffprobe", bounded(arguments));
    }

    /**
     * As {@link #ffmpeg}, for output that is too much to keep: it is read while it comes.
     *
     * @throws IOException also when ffmpeg does not like the file
     */
    <T> T decode(Duration limit, List<String> arguments, Listening<T> listening)
            throws IOException, InterruptedException {
        Ended<T> ended = run(limit, "", "ffmpeg", unattended(arguments), listening);
        if (ended.exitCode() != 0) {
            throw new IOException("ffmpeg ended with " + ended.exitCode() + ": " + ended.complaint());
        }
        return ended.heard();
    }

    private static List<String> unattended(List<String> arguments) {
        List<String> all = new ArrayList<>(List.of("-nostdin", "-nostats"));
        all.addAll(bounded(arguments));
        return all;
    }

    private static List<String> bounded(List<String> arguments) {
        List<String> all = new ArrayList<>(QUIET);
        all.addAll(SPARING);
        all.addAll(arguments);
        return all;
    }

    /** The time limit is over: a slow machine, or a file that was made to take long. */
    public static final class OutOfTimeException extends IOException {
        private static final long serialVersionUID = 1;

        private OutOfTimeException(String program, Duration limit) {
            super(program + " did not finish within " + limit);
        }
    }

    /** Reads what a process writes, to its end. */
    @FunctionalInterface
    interface Listening<T> {
        T to(InputStream stream) throws IOException;
    }

    private record Ended<T>(int exitCode, T heard, String complaint) {}

    private Output run(Duration limit, String input, String program, List<String> arguments)
            throws IOException, InterruptedException {
        Ended<String> ended = run(limit, input, program, arguments, OutputTail::of);
        return new Output(ended.exitCode(), ended.heard(), ended.complaint());
    }

    private <T> Ended<T> run(
            Duration limit, String input, String program, List<String> arguments, Listening<T> listening)
            throws IOException, InterruptedException {
        Process process = start(program, arguments);
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                Future<T> heard = readers.submit(() -> listening.to(process.getInputStream()));
                Future<String> complaint = readers.submit(() -> OutputTail.of(process.getErrorStream()));
                write(input, process);
                if (!process.waitFor(limit)) {
                    throw new OutOfTimeException(program, limit);
                }
                return new Ended<>(process.exitValue(), read(heard), withoutNoise(read(complaint)));
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private Process start(String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(folder.resolve(program).toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(INHERITED);
        environment.put("LD_LIBRARY_PATH", folder.toString());
        environment.put("DYLD_LIBRARY_PATH", folder.toString());
        try {
            Process process = builder.start();
            goesFirst(process);
            return process;
        } catch (IOException e) {
            throw new IOException(
                    "ffmpeg does not start from " + folder
                            + ": it needs glibc and a disk that is not mounted with noexec",
                    e);
        }
    }

    /** When memory runs out, Linux ends the process with the highest score (proc_pid_oom_score_adj(5)). */
    private static void goesFirst(Process process) {
        Path score = Path.of("/proc", Long.toString(process.pid()), "oom_score_adj");
        try {
            if (Files.exists(score)) {
                Files.writeString(score, "1000");
            }
        } catch (IOException _) {
            // It has ended already, or this container lets nobody write there.
        }
    }

    private static void write(String input, Process process) {
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            // It ended before it read everything; its exit code and complaint say why.
        }
    }

    private static <T> T read(Future<T> output) throws IOException, InterruptedException {
        try {
            return output.get();
        } catch (ExecutionException e) {
            throw new IOException("cannot read what ffmpeg writes", e);
        }
    }

    private static String withoutNoise(String complaint) {
        return String.join(
                "\n",
                complaint.lines().filter(line -> !line.contains(LOADER_NOISE)).toList());
    }

    /**
     * How a process ended.
     *
     * @param text the end of what it wrote to standard output
     * @param complaint the end of what it wrote to standard error; may quote the file, so it is for logs only
     */
    record Output(int exitCode, String text, String complaint) {
        boolean isSuccess() {
            return exitCode == 0;
        }
    }
}
