package dev.earworm.rules;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever adds a library looks at its licence first, and the page says under which one it is taken. */
class LicensesTest {
    private static final Pattern ROW = Pattern.compile("\\| ([\\w.-]+) \\| (`.+`) \\|");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    @Test
    void everyLibraryIsOnThePageAndNoneIsLeftOver() throws IOException {
        assertThat(onPage().keySet()).isEqualTo(libraries().map(Library::name).collect(toCollection(TreeSet::new)));
    }

    @Test
    void eachIsTakenUnderALicenceThatItsMakersOffer() throws IOException {
        Map<String, String> page = onPage();

        assertThat(libraries())
                .allSatisfy(library ->
                        assertThat(library.licences()).as(library.name()).contains(page.get(library.name())));
    }

    private static Map<String, String> onPage() throws IOException {
        Map<String, String> licences = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("src", "docs", "licenses.md"))) {
            ROW.matcher(line)
                    .results()
                    .forEach(row -> NAME.matcher(row.group(2))
                            .results()
                            .forEach(name -> assertThat(licences.put(name.group(1), row.group(1)))
                                    .as("%s stands there twice", name.group(1))
                                    .isNull()));
        }
        return licences;
    }

    private static Stream<Library> libraries() {
        List<Path> jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .toList();
        assertThat(jars).hasSizeGreaterThan(90);
        return jars.stream().map(Library::of);
    }
}
