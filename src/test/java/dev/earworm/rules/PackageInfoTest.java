package dev.earworm.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every package says what it is for, and that nulls are marked. */
class PackageInfoTest {
    @Test
    void everyPackageOfTheProgramHasAPageOfItsOwn() throws IOException {
        List<Path> packages;
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            packages = sources.filter(path -> path.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .toList();
        }

        assertThat(packages)
                .isNotEmpty()
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                        .content()
                        .startsWith("/**")
                        .contains("@NullMarked"));
    }
}
