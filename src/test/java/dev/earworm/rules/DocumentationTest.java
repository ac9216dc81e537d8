package dev.earworm.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.config.Key;
import dev.earworm.jobs.JobState;
import dev.earworm.music.MusicProvider;
import dev.earworm.providers.AudioFetcher;
import dev.earworm.providers.FetchConfig;
import dev.earworm.providers.acestep.AcestepConfig;
import dev.earworm.providers.acestep.AcestepProvider;
import dev.earworm.providers.aigateway.AigatewayConfig;
import dev.earworm.providers.aigateway.AigatewayProvider;
import dev.earworm.providers.aimlapi.AimlapiConfig;
import dev.earworm.providers.aimlapi.AimlapiProvider;
import dev.earworm.providers.apiframe.ApiframeConfig;
import dev.earworm.providers.apiframe.ApiframeProvider;
import dev.earworm.providers.elevenlabs.ElevenLabsConfig;
import dev.earworm.providers.elevenlabs.ElevenLabsProvider;
import dev.earworm.providers.synth.SynthConfig;
import dev.earworm.providers.synth.SynthProvider;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages say of the program is true of it. */
class DocumentationTest {
    private static final Path README = Path.of("README.md");
    private static final String NOTHING_SKIPPED = " -Dearworm.browser=required";
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

    @ParameterizedTest
    @EnumSource
    void everyKeyHasItsRowWithVariableAndDefault(Key key) throws IOException {
        String row = "| `%s` | `%s` | ".formatted(key.path(), key.environment());
        String start = key.defaultText().map(text -> row + "`" + text + "`").orElse(row);

        assertThat(Files.readAllLines(README)).anyMatch(line -> line.startsWith(start));
    }

    @ParameterizedTest
    @EnumSource
    void everyStateOfASongIsInTheDiagram(JobState state) throws IOException {
        assertThat(Files.readAllLines(README)).anyMatch(line -> line.matches(" +\\S+ --> " + state + "(: .*)?"));
    }

    @Test
    void theTableOfModelsIsTheCatalogue() throws IOException {
        String rows = everyProvider()
                .flatMap(provider -> provider.models().stream())
                .map(CatalogueTable::row)
                .collect(Collectors.joining("\n"));

        assertThat(Files.readString(README)).contains(CatalogueTable.HEAD + rows + "\n\n");
    }

    @ParameterizedTest
    @MethodSource("everyProvider")
    void everyProviderHasItsRow(MusicProvider provider) throws IOException {
        assertThat(Files.readAllLines(README)).anyMatch(line -> line.startsWith("| `" + provider.name() + "` | "));
    }

    private static Stream<MusicProvider> everyProvider() {
        AudioFetcher fetcher = new AudioFetcher(new FetchConfig(false));
        return Stream.of(
                new ElevenLabsProvider(ElevenLabsConfig.of("key")),
                new AimlapiProvider(AimlapiConfig.of("key"), fetcher),
                new ApiframeProvider(ApiframeConfig.of("key"), fetcher),
                new AigatewayProvider(AigatewayConfig.of("key"), fetcher),
                new AcestepProvider(new AcestepConfig(URI.create("http://localhost:8001"), Optional.empty()), fetcher),
                new SynthProvider(SynthConfig.builtIn()));
    }

    @Test
    void automaticChecksRunWhatTheReadmeSaysAndSkipNothing() throws IOException {
        List<String> script = Files.readAllLines(Path.of(".ci", "run"));

        assertThat(script).filteredOn(line -> line.contains("mvn")).containsExactly(script.getLast());
        assertThat(script.getLast()).endsWith(NOTHING_SKIPPED);
        assertThat(Files.readAllLines(README)).contains(script.getLast().replace(NOTHING_SKIPPED, ""));
    }

    @ParameterizedTest
    @MethodSource
    void everyLinkWithinTheProjectLeadsSomewhere(Path page) throws IOException {
        List<Path> targets = LINK.matcher(Files.readString(page))
                .results()
                .map(link -> page.toAbsolutePath().resolveSibling(link.group(1)).normalize())
                .toList();

        assertThat(targets).allSatisfy(target -> assertThat(target).exists());
    }

    static Stream<Path> everyLinkWithinTheProjectLeadsSomewhere() throws IOException {
        return Stream.concat(Stream.of(README), documents(".md").stream());
    }

    @ParameterizedTest
    @MethodSource
    void everyPictureCanBeDrawn(Path picture) throws Exception {
        DocumentBuilder parser = DocumentBuilderFactory.newNSInstance().newDocumentBuilder();

        assertThat(parser.parse(picture.toFile()).getDocumentElement().getLocalName())
                .isEqualTo("svg");
    }

    static Stream<Path> everyPictureCanBeDrawn() throws IOException {
        return documents(".svg").stream();
    }

    private static List<Path> documents(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "docs"))) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
