package dev.earworm.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.process.EarwormProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How the image runs the program, without a container: by the options of its entry point, and with the cache of classes
 * that one song has taught Java. Only its Java is that of this machine, and so no smaller than usual.
 */
final class ContainerImage {
    private static final Path OPTIONS = Path.of("src", "main", "container", "java.options");
    private static final Path FOLDER = Path.of("target", "image").toAbsolutePath();
    private static final Path DATA = FOLDER.resolve("data");
    private static final Path CACHE = FOLDER.resolve("earworm.aot");

    private ContainerImage() {}

    /** What Java is started with. The first call of a run makes the cache, as the last step of the image's build does. */
    static List<String> options() throws IOException, InterruptedException {
        Path options = FOLDER.resolve("java.options");
        if (!Files.exists(CACHE) || isOlderThan(EarwormProcess.JAR) || isOlderThan(OPTIONS)) {
            Files.createDirectories(DATA);
            Files.writeString(options, Files.readString(OPTIONS).replace("=/data", "=" + DATA));
            Files.deleteIfExists(CACHE);
            rehearse(options);
        }
        return List.of("@" + options, "-XX:AOTCache=" + CACHE);
    }

    private static boolean isOlderThan(Path file) throws IOException {
        return Files.getLastModifiedTime(CACHE).compareTo(Files.getLastModifiedTime(file)) < 0;
    }

    private static void rehearse(Path options) throws IOException, InterruptedException {
        List<String> recording = List.of("@" + options, "-XX:AOTCacheOutput=" + CACHE);
        try (EarwormProcess program = EarwormProcess.packaged(
                FOLDER,
                Map.of(),
                recording,
                "try",
                "--prompt=one song to remember",
                "--length=5",
                "--out=" + FOLDER.resolve("song"))) {
            assertThat(program.exitCode()).as(program.output()).isZero();
        }
        assertThat(CACHE).isNotEmptyFile();
    }
}
