package dev.earworm.process;

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
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The program in a process of its own, as an operator starts it, and each line that it prints with its time. */
public final class EarwormProcess implements AutoCloseable {
    /** There once {@code mvn package} has run. */
    public static final Path JAR = Path.of("target", "earworm.jar").toAbsolutePath();

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Set<String> OF_THE_SYSTEM = Set.of("PATH", "HOME", "TMPDIR", "LANG", "LC_ALL", "TZ");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private record Line(Duration at, String text) {}

    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final Process process;
    private final Thread reader;

    private EarwormProcess(ProcessBuilder builder) throws IOException {
        long start = System.nanoTime();
        process = builder.start();
        reader = Thread.ofVirtual().start(() -> read(start));
    }

    /** The program as it is released: {@link #JAR}. */
    public static EarwormProcess packaged(
            Path folder, Map<String, String> environment, List<String> options, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(options);
        command.addAll(List.of("-jar", JAR.toString()));
        return start(folder, environment, command, arguments);
    }

    /** The program as it is compiled, with the class path of this process: for tests, which come before it is packaged. */
    public static EarwormProcess compiled(
            Path folder, Map<String, String> environment, List<String> options, String... arguments)
            throws IOException {
        return compiled("dev.earworm.Main", folder, environment, options, arguments);
    }

    /** The same with another main class of the same class path. */
    public static EarwormProcess compiled(
            String main, Path folder, Map<String, String> environment, List<String> options, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(options);
        command.addAll(List.of(
                "--add-exports=java.desktop/com.sun.media.sound=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main));
        return start(folder, environment, command, arguments);
    }

    /**
     * @param folder where it runs, and so where it looks for its settings and keeps its data
     * @param environment beside what the system needs
     * @param command options for the JVM, and what it runs
     */
    private static EarwormProcess start(
            Path folder, Map<String, String> environment, List<String> command, String... arguments)
            throws IOException {
        List<String> line = new ArrayList<>(List.of(JAVA.toString()));
        line.addAll(command);
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(Files.createDirectories(folder).toFile())
                .redirectErrorStream(true);
        // Whoever runs this may have a bot of their own: its keys would pay.
        builder.environment().keySet().retainAll(OF_THE_SYSTEM);
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
    public Duration untilItSays(String words, Duration patience) {
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

    /** How many lines it has printed so far. */
    public int lines() {
        return lines.size();
    }

    public String output() {
        return String.join("\n", lines.stream().map(Line::text).toList());
    }

    public int exitCode() throws InterruptedException {
        int exitCode = process.waitFor();
        reader.join();
        return exitCode;
    }

    /** By which the system, and tools that look into a JVM, know it. */
    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it ends by itself within this time, which it is given. */
    public boolean endsWithin(Duration patience) throws InterruptedException {
        return process.waitFor(patience);
    }

    /** The most memory that the process held at any time, of every kind; empty where the system does not tell. */
    public OptionalLong peakResidentBytes() throws IOException {
        return kilobytes("VmHWM:");
    }

    /** The memory that it holds now, of every kind; empty where the system does not tell. */
    public OptionalLong residentBytes() throws IOException {
        return kilobytes("VmRSS:");
    }

    /** Threads of the system; virtual threads are none. Empty where the system does not tell. */
    public OptionalLong threads() throws IOException {
        return status("Threads:");
    }

    /** Files, sockets and pipes that it has open; empty where the system does not tell. */
    public OptionalLong openFiles() throws IOException {
        Path open = proc("fd");
        if (!Files.isReadable(open)) {
            return OptionalLong.empty();
        }
        try (Stream<Path> files = Files.list(open)) {
            return OptionalLong.of(files.count());
        }
    }

    private OptionalLong kilobytes(String name) throws IOException {
        OptionalLong kilobytes = status(name);
        return kilobytes.isPresent() ? OptionalLong.of(kilobytes.getAsLong() * 1024) : kilobytes;
    }

    private OptionalLong status(String name) throws IOException {
        Path status = proc("status");
        if (!Files.isReadable(status)) {
            return OptionalLong.empty();
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(name))
                .flatMap(line -> NUMBER.matcher(line).results())
                .mapToLong(number -> Long.parseLong(number.group()))
                .findFirst();
    }

    private Path proc(String name) {
        return Path.of("/proc", Long.toString(process.pid()), name);
    }

    /** The processes that it has started and that still run. */
    public List<Long> children() {
        return process.descendants().map(ProcessHandle::pid).toList();
    }

    /** Of all processors together, so far; zero where the system does not tell. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** With SIGKILL, as by a system that is out of memory: nothing is put away. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        exitCode();
    }

    /** Asks it to stop, as an operator does, and does not wait. */
    public void askToStop() {
        // By its handle: the other way closes the output as well, and its last words would be lost.
        process.toHandle().destroy();
    }

    /** Asks it to stop, and waits until it has. */
    @Override
    public void close() {
        askToStop();
        try {
            exitCode();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
