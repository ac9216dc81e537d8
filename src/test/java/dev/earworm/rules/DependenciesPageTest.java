package dev.earworm.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever adds a dependency says why. */
class DependenciesPageTest {
    /** An artifact of the build; those of an exclusion are what we do not have, those of an import are versions only. */
    private static final Pattern IN_POM = Pattern.compile("<artifactId>([^<]+)</artifactId>");

    private static final Pattern NOT_OURS = Pattern.compile(
            "<exclusions>.*?</exclusions>|<dependencyManagement>.*?</dependencyManagement>"
                    + "|<artifactId>earworm</artifactId>",
            Pattern.DOTALL);
    private static final Pattern ON_PAGE = Pattern.compile("`([\\w-]+)`");

    @Test
    void everyArtifactOfTheBuildHasItsReasonAndNoReasonIsLeftOver() throws IOException {
        String pom = NOT_OURS.matcher(Files.readString(Path.of("pom.xml"))).replaceAll("");
        List<String> firstCells = Files.readAllLines(Path.of("src", "docs", "dependencies.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|", -1)[1])
                .toList();

        assertThat(names(ON_PAGE, String.join("", firstCells))).isEqualTo(names(IN_POM, pom));
    }

    private static TreeSet<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
