package dev.earworm.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The file that newcomers copy. */
class ExampleFileTest {
    private static final Path EXAMPLE = Path.of("config", "earworm.yaml");

    @TempDir
    private Path empty;

    @Test
    void withATokenInTheEnvironmentItIsReadyToRun() {
        assertThat(read(Optional.of(EXAMPLE.toAbsolutePath()), Set.of(Key.DISCORD_TOKEN)))
                .isInstanceOf(Configured.class);
    }

    @Test
    void itSaysWhatCountsWithoutItToo() {
        assertThat(read(Optional.of(EXAMPLE.toAbsolutePath()), Set.of())).isEqualTo(read(Optional.empty(), Set.of()));
    }

    @TestFactory
    Stream<DynamicTest> itHasEveryKeyWithItsDefault() throws IOException {
        List<String> lines = Files.readAllLines(EXAMPLE);
        return Arrays.stream(Key.values())
                .map(key -> DynamicTest.dynamicTest(
                        key.path(), () -> assertThat(below(lines, key)).contains(written(key))));
    }

    @Test
    void eachConstantIsNamedAsItsVariable() {
        assertThat(Key.values()).allSatisfy(key -> assertThat(key.environment()).isEqualTo(key.name()));
    }

    /** A key without a fixed default is there as a comment. */
    private static String written(Key key) {
        String name = key.path().substring(key.path().indexOf('.') + 1) + ":";
        return key.defaultText().map(text -> "  " + name + " " + text).orElse("  # " + name);
    }

    /** The lines of a key's section. */
    private static List<String> below(List<String> lines, Key key) {
        int start = lines.indexOf(key.path().substring(0, key.path().indexOf('.')) + ":");
        return lines.stream()
                .skip(start + 1)
                .takeWhile(line -> line.isEmpty() || line.startsWith(" "))
                .toList();
    }

    private ConfigurationResult read(Optional<Path> file, Set<Key> required) {
        return new ConfigurationReader(empty, Map.of("DISCORD_TOKEN", "of.the.bot")).read(file, required);
    }
}
