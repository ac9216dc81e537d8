package dev.earworm.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page stays small: whoever opens it waits for nothing, and whoever reads it gets to the end. */
class PageSizeTest {
    private static final Path PAGE = Path.of("src", "main", "resources", "sandbox", "page");

    @Test
    void allItsFilesTogetherAreLessThan200Kilobytes() throws IOException {
        try (Stream<Path> files = Files.list(PAGE)) {
            assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isBetween(50_000L, 200_000L);
        }
    }

    @Test
    void everyFileIsAskedForByThePageItself() throws IOException {
        String html = Files.readString(PAGE.resolve("index.html"));
        try (Stream<Path> files = Files.list(PAGE)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())).filter(name -> !name.equals("index.html")))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(html).containsAnyOf("href=\"" + name, "src=\"" + name));
        }
    }
}
