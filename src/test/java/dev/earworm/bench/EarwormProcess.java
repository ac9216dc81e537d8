package dev.earworm.bench;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The packaged program in a process of its own, as an operator starts it, and each line that it prints with its time. */
final class EarwormProcess implements AutoCloseable {
    private static final Path JAR = Path.of("target", "earworm.jar").toAbsolutePath();
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    private record Line(Duration at, String text) {}

    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final Process process;
    private final Thread reader;

    private EarwormProcess(ProcessBuilder builder) throws IOException {
        long start = System.nanoTime();
        process = builder.start();
        reader = Thread.ofVirtual().start(() -> read(start));
    }

    /**
     * @param folder where it runs, and so where it looks for its settings and keeps its data
     * @param environment beside that of this process
     * @param options for the JVM
     */
    static EarwormProcess start(Path folder, Map<String, String> environment, List<String> options, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA.toString()));
        command.addAll(options);
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Files.createDirectories(folder).toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new EarwormProcess(builder);
    }

    private void read(long start) {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(new Line(Duration.ofNanos(System.nanoTime() - start), line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How long after its start the process printed the first line with these words. */
    Duration untilItSays(String words, Duration patience) {
        await().atMost(patience)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> find(words).isPresent() || !reader.isAlive());
        return find(words)
                .map(Line::at)
                .orElseThrow(() -> new AssertionError("it never said \"" + words + "\" but\n" + output()));
    }

    private Optional<Line> find(String words) {
        return lines.stream().filter(line -> line.text().contains(words)).findFirst();
    }

    String output() {
        return String.join("\n", lines.stream().map(Line::text).toList());
    }

    int exitCode() throws InterruptedException {
        int exitCode = process.waitFor();
        reader.join();
        return exitCode;
    }

    /** The most memory that the process held at any time, of every kind; empty where the system does not tell. */
    OptionalLong peakResidentBytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return OptionalLong.empty();
        }
        return PEAK.matcher(Files.readString(status))
                .results()
                .map(MatchResult::group)
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst();
    }

    /** Of all processors together, so far; zero where the system does not tell. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Asks it to stop, as an operator does, and waits until it has. */
    @Override
    public void close() {
        // By its handle: the other way closes the output as well, and its last words would be lost.
        process.toHandle().destroy();
        try {
            exitCode();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
