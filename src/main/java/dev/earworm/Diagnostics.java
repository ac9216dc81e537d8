package dev.earworm;

import dev.earworm.Doctor.Diagnosis;
import dev.earworm.config.Configuration;
import dev.earworm.config.ConfigurationSummary;
import dev.earworm.ops.Redaction;
import dev.earworm.storage.DatabaseFigures;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody who helps has to know of an installation, as a text to read before it is sent: no secrets, no words of
 * members and nobody's id. It is the operator's alone: a guild's admins cannot have it from chat, as it names the
 * operator's machine, providers and settings.
 *
 * @param findings of the doctor
 */
record Diagnostics(Configuration configuration, List<Diagnosis> findings, Instant at) {
    private static final long MEGABYTE = 1_000_000;

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /**
     * Writes a new file that only its owner can read.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is one of that name
     */
    void writeTo(Path file) throws IOException {
        FileAttribute<?>[] rights =
                file.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {OWNER_ONLY}
                        : new FileAttribute<?>[0];
        Files.createFile(file, rights);
        Files.writeString(file, text(), StandardCharsets.UTF_8);
    }

    String text() {
        String whole = Stream.of(
                        section("Earworm", program()),
                        section("Findings", findings.stream().map(Diagnosis::line)),
                        section("Settings", new ConfigurationSummary(configuration).lines().stream()),
                        section("Database", database()),
                        section("This process", process()),
                        section("Log", log()))
                .collect(Collectors.joining("\n"));
        return Redaction.blanked(whole, configuration.secrets());
    }

    private static String section(String title, Stream<String> lines) {
        return Stream.concat(Stream.of("== " + title + " =="), lines).collect(Collectors.joining("\n", "", "\n"));
    }

    private Stream<String> program() {
        return Stream.of(
                new Version().getVersion()[0],
                "written " + at,
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch") + ", "
                        + Runtime.getRuntime().availableProcessors() + " processors",
                System.getProperty("java.vendor") + ", " + System.getProperty("java.vm.name"));
    }

    private Stream<String> database() {
        return DatabaseFigures.of(configuration.database()).stream()
                .flatMap(figures -> Stream.concat(
                        Stream.of("schema version " + figures.schema()),
                        new TreeMap<>(figures.songs())
                                .entrySet().stream().map(state -> state.getKey() + " songs: " + state.getValue())));
    }

    private static Stream<String> process() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return Stream.of(
                "This is the process of doctor, not the one of run, whose figures are at /metrics.",
                "heap: " + heap.getUsed() / MEGABYTE + " of at most " + heap.getMax() / MEGABYTE + " MB",
                "threads: " + ManagementFactory.getThreadMXBean().getThreadCount());
    }

    private static Stream<String> log() {
        return Stream.of(
                "Earworm keeps no file of its log: run writes it to standard error. If you send lines of it, read"
                        + " them first; secrets are blanked there, too.");
    }
}
