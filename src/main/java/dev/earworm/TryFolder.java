package dev.earworm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of the machine's temporary ones that is thrown away with all that is in it.
 *
 * @param path where it is
 */
record TryFolder(Path path) {
    private static final Logger LOG = LoggerFactory.getLogger(TryFolder.class);

    static TryFolder make() throws IOException {
        return new TryFolder(Files.createTempDirectory("earworm-try-"));
    }

    /** As far as it goes: at Ctrl-C the program still writes while it dies. */
    void delete() {
        if (Files.notExists(path)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(path)) {
            for (Path each : List.copyOf(paths.toList()).reversed()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("{} is left behind", path, e);
        }
    }
}
