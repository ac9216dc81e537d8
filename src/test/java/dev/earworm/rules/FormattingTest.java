package dev.earworm.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the sources to the format that {@code mvn spotless:apply} writes. It is a test because Spotless parses with the
 * Java that runs Maven, which may be 17; tests always run on 25.
 */
class FormattingTest {
    private final Formatter formatter = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(Style.PALANTIR).build());

    @Test
    void everySourceIsFormattedAsSpotlessWouldFormatIt() throws IOException {
        List<Path> unformatted;
        try (Stream<Path> sources = Files.walk(Path.of("src"))) {
            unformatted = sources.filter(path -> path.toString().endsWith(".java"))
                    .filter(this::isUnformatted)
                    .toList();
        }

        assertThat(unformatted).as("run mvn spotless:apply under Java 25").isEmpty();
    }

    private boolean isUnformatted(Path source) {
        try {
            String text = Files.readString(source);
            return !text.equals(formatted(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FormatterException e) {
            throw new IllegalStateException(source + " does not parse", e);
        }
    }

    private String formatted(String text) throws FormatterException {
        String used = RemoveUnusedImports.removeUnusedImports(text);
        return formatter.formatSource(ImportOrderer.reorderImports(used, Style.PALANTIR));
    }
}
