package dev.earworm.soak;

import dev.earworm.process.EarwormProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/** One process of the program, with the options of the image and the heap that it has in a container of 768 MB. */
record Life(int number, EarwormProcess bot, Instant born, Path reports) {
    private static final Duration STARTED = Duration.ofSeconds(90);
    private static final Path OPTIONS = Path.of("src", "main", "container", "java.options");
    private static final double MEGABYTE = 1 << 20;

    static Life begun(int number, Path folder, Map<String, String> settings, Path reports) throws IOException {
        Path data = Files.createDirectories(folder.resolve("data")).toAbsolutePath();
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("DATA_DIR", data.toString());
        Instant born = Instant.now();
        EarwormProcess bot = EarwormProcess.packaged(folder, environment, options(data), "run");
        bot.untilItSays("Earworm is ready", STARTED);
        return new Life(number, bot, born, reports);
    }

    private static List<String> options(Path data) throws IOException {
        List<String> options = new ArrayList<>(Files.readAllLines(OPTIONS).stream()
                .filter(line -> line.startsWith("-"))
                .map(line -> line.replace("=/data", "=" + data))
                .toList());
        options.addAll(List.of("-Xmx384m", "-XX:NativeMemoryTracking=summary"));
        return options;
    }

    Duration age() {
        return Duration.between(born, Instant.now());
    }

    double resident() throws IOException {
        return bot.residentBytes().orElse(0) / MEGABYTE;
    }

    double threads() throws IOException {
        return bot.threads().orElse(0);
    }

    double openFiles() throws IOException {
        return bot.openFiles().orElse(0);
    }

    Heap heap() throws IOException, InterruptedException {
        return Heap.of(command("GC.heap_info"));
    }

    /** In megabytes, what is left of the heap after it has been cleared of garbage. */
    OptionalDouble liveHeap() throws IOException, InterruptedException {
        command("GC.run");
        return OptionalDouble.of(heap().tenured());
    }

    /** From here on, native memory is compared with what it is now. */
    void remember() throws IOException, InterruptedException {
        command("VM.native_memory", "baseline");
    }

    /** Writes down what is in its heap and outside of it, and all that it said. */
    void report(String when) throws IOException, InterruptedException {
        write("histogram-" + when, command("GC.class_histogram"));
        write("native-" + when, command("VM.native_memory", "summary.diff"));
        write("threads-" + when, command("Thread.print"));
    }

    void reportWords() throws IOException {
        write("log", bot.output());
    }

    private void write(String what, String text) throws IOException {
        Files.writeString(reports.resolve("life-%d-%s.txt".formatted(number, what)), text);
    }

    private String command(String... command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(bot.pid())));
        line.addAll(Arrays.asList(command));
        Process jcmd = new ProcessBuilder(line).redirectErrorStream(true).start();
        String output = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor(1, TimeUnit.MINUTES);
        return output;
    }
}
