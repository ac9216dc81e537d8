package dev.earworm.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.ShardsConfig;
import dev.earworm.ops.LogFormatConfig;
import dev.earworm.quota.QuotaConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationReaderTest {
    @TempDir
    private Path folder;

    @Test
    void withoutFileAndVariablesTheDefaultsOfTheContractCount() {
        Configuration configuration = configured(Map.of());

        assertThat(configuration.discord().botToken()).isEmpty();
        assertThat(configuration.discord().apiUrl()).isEqualTo(URI.create("https://discord.com/api/v10/"));
        assertThat(configuration.discord().shards()).isEqualTo(ShardsConfig.automatic());
        assertThat(configuration.defaultProvider()).isEqualTo("synth");
        assertThat(configuration.elevenLabs()).isEmpty();
        assertThat(configuration.aimlapi()).isEmpty();
        assertThat(configuration.synth().soundfont()).isEmpty();
        assertThat(configuration.database().url()).isEqualTo("jdbc:sqlite:data/earworm.db");
        assertThat(configuration.dataDirectory()).isEqualTo(Path.of("data"));
        assertThat(configuration.quota()).isEqualTo(new QuotaConfig(10, 1800, 3));
        assertThat(configuration.http().port()).isEqualTo(8080);
        assertThat(configuration.fetch().allowPrivateAddresses()).isFalse();
        assertThat(configuration.logFormat()).isEqualTo(LogFormatConfig.TEXT);
        assertThat(configuration.secrets()).isEmpty();
    }

    @Test
    void theUsualFileIsReadWhenItIsThere() throws IOException {
        write("config/earworm.yaml", "quota: {daily-songs: 7}");

        assertThat(configured(Map.of()).quota().dailySongs()).isEqualTo(7);
    }

    @Test
    void aNamedFileIsReadInsteadOfTheUsualOne() throws IOException {
        write("config/earworm.yaml", "quota: {daily-songs: 7, daily-seconds: 60}");
        write("other.yaml", "quota: {daily-songs: 8}");

        assertThat(configured(Optional.of(Path.of("other.yaml")), Map.of()).quota())
                .isEqualTo(new QuotaConfig(8, 1800, 3));
    }

    @Test
    void theEnvironmentWinsOverTheFile() throws IOException {
        write("config/earworm.yaml", "discord: {api-url: https://file.example/}\nquota: {daily-songs: 7}");

        Configuration configuration = configured(Map.of("DISCORD_API_URL", "https://environment.example/"));

        assertThat(configuration.discord().apiUrl()).isEqualTo(URI.create("https://environment.example/"));
        assertThat(configuration.quota().dailySongs()).isEqualTo(7);
    }

    @Test
    void anEmptyVariableCountsAsNotSet() throws IOException {
        write("config/earworm.yaml", "quota: {daily-songs: 7}");

        assertThat(configured(Map.of("QUOTA_DAILY_SONGS", "")).quota().dailySongs())
                .isEqualTo(7);
    }

    @Test
    void nestedAndFlatKeysMeanTheSame() throws IOException {
        write("config/earworm.yaml", "discord.shards: 0-3/16\nlog:\n  format: json\nmusic:\n  # provider:\n");

        Configuration configuration = configured(Map.of());

        assertThat(configuration.discord().shards()).isEqualTo(ShardsConfig.range(0, 3, 16));
        assertThat(configuration.logFormat()).isEqualTo(LogFormatConfig.JSON);
    }

    @Test
    void aTokenWithSignsOfATemplateStaysAsItIs() {
        assertThat(configured(Map.of("DISCORD_TOKEN", " a${HOME}b\\,c \n"))
                        .discord()
                        .botToken())
                .contains("a${HOME}b\\,c");
    }

    @Test
    void ordersToTheConfigurationLibraryInTheEnvironmentAreNotFollowed() throws IOException {
        write("config/earworm.yaml", "quota: {daily-songs: 7}");

        assertThat(configured(Map.of("CONFIG_ORDINAL", "1", "QUOTA_DAILY_SONGS", "8"))
                        .quota()
                        .dailySongs())
                .isEqualTo(8);
    }

    @Test
    void theFirstProviderWithAKeyMakesTheSongsUnlessAnotherIsChosen() {
        Map<String, String> both = Map.of("ELEVENLABS_API_KEY", "one", "AIMLAPI_API_KEY", "two");

        assertThat(configured(both).defaultProvider()).isEqualTo("elevenlabs");
        assertThat(configured(Map.of("AIMLAPI_API_KEY", "two")).defaultProvider())
                .isEqualTo("aimlapi");
        assertThat(configured(Map.of("AIMLAPI_API_KEY", "two", "MUSIC_PROVIDER", "synth"))
                        .defaultProvider())
                .isEqualTo("synth");
    }

    @Test
    void theApiAddressAlwaysEndsWithASlash() {
        assertThat(configured(Map.of("DISCORD_API_URL", "http://127.0.0.1:9/api/v10"))
                        .discord()
                        .apiUrl())
                .isEqualTo(URI.create("http://127.0.0.1:9/api/v10/"));
    }

    @Test
    void theDatabaseIsInTheDataFolderUnlessItIsPutElsewhere() {
        Map<String, String> moved = Map.of("DATA_DIR", "/srv/earworm", "DATABASE_URL", "jdbc:sqlite:/db/e.db");

        assertThat(configured(Map.of("DATA_DIR", "/srv/earworm")).database().url())
                .isEqualTo("jdbc:sqlite:/srv/earworm/earworm.db");
        assertThat(configured(moved).database().url()).isEqualTo("jdbc:sqlite:/db/e.db");
    }

    @Test
    void secretsAreListedForTheLogButNeverPrinted() {
        Configuration configuration = configured(
                Map.of("DISCORD_TOKEN", "hush-1", "ELEVENLABS_API_KEY", "hush-2", "AIMLAPI_API_KEY", "hush-3"));

        assertThat(configuration.secrets()).containsExactly("hush-1", "hush-2", "hush-3");
        assertThat(configuration.toString()).doesNotContain("hush").contains("botToken=set");
        assertThat(String.join("\n", new ConfigurationSummary(configuration).lines()))
                .doesNotContain("hush");
    }

    @Test
    void aVariableThatIsNearlyOursIsOnlyWarnedAbout() {
        assertThat(warnings(Map.of("DISCORD_TOKN", "x")))
                .containsExactly("DISCORD_TOKN is set and has no effect; did you mean DISCORD_TOKEN?");
        assertThat(warnings(Map.of("HTTP_HOST", "x", "DISCORD_WEBHOOK", "x", "PATH", "x", "DATABASE_NAME", "x")))
                .isEmpty();
        assertThat(warnings(Map.of("DISCORD_TOKN", "x", "DISCORD_TOKEN", "y"))).isEmpty();
    }

    @Test
    void anAddressWithoutItsKeyIsWarnedAbout() {
        assertThat(warnings(Map.of("AIMLAPI_BASE_URL", "https://proxy.example")))
                .containsExactly(
                        "aimlapi.base-url (AIMLAPI_BASE_URL) is set and has no effect without aimlapi.api-key (AIMLAPI_API_KEY).");
        assertThat(warnings(Map.of("AIMLAPI_BASE_URL", "https://api.aimlapi.com")))
                .isEmpty();
    }

    private List<String> warnings(Map<String, String> environment) {
        return new ConfigurationReader(folder, environment)
                .read(Optional.empty(), Set.of())
                .warnings();
    }

    private Configuration configured(Map<String, String> environment) {
        return configured(Optional.empty(), environment);
    }

    private Configuration configured(Optional<Path> file, Map<String, String> environment) {
        return switch (new ConfigurationReader(folder, environment).read(file, Set.of())) {
            case Configured configured -> configured.configuration();
            case Misconfigured misconfigured -> throw new AssertionError(misconfigured);
        };
    }

    private void write(String name, String yaml) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, yaml);
    }
}
