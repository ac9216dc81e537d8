package dev.earworm.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.CommandsConfig;
import dev.earworm.discord.OutsideConfig;
import dev.earworm.discord.ShardsConfig;
import dev.earworm.music.MusicConfig;
import dev.earworm.music.PriceConfig;
import dev.earworm.ops.HttpConfig;
import dev.earworm.ops.LogFormatConfig;
import dev.earworm.ops.OpsConfig;
import dev.earworm.providers.acestep.AcestepConfig;
import dev.earworm.providers.aigateway.AigatewayConfig;
import dev.earworm.providers.apiframe.ApiframeConfig;
import dev.earworm.providers.elevenlabs.ElevenLabsConfig;
import dev.earworm.providers.elevenlabs.SongKeeping;
import dev.earworm.quota.QuotaConfig;
import dev.earworm.storage.DatabaseConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThat(configuration.music()).isEqualTo(MusicConfig.automatic());
        assertThat(configuration.providers()).isEqualTo(ProvidersConfig.none());
        assertThat(configuration.database().url()).isEqualTo("jdbc:sqlite:data/earworm.db");
        assertThat(configuration.dataDirectory()).isEqualTo(Path.of("data"));
        assertThat(configuration.quota()).isEqualTo(new QuotaConfig(10, 1800, 3));
        assertThat(configuration.http()).isEqualTo(new HttpConfig(8080, Optional.empty()));
        assertThat(configuration.fetch().allowPrivateAddresses()).isFalse();
        assertThat(configuration.logFormat()).isEqualTo(LogFormatConfig.TEXT);
        assertThat(configuration.ops()).isEqualTo(OpsConfig.standard());
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
    void commandsAreOfferedEverywhereUnlessServersAreNamed() throws IOException {
        assertThat(configured(Map.of()).discord().commands()).isEqualTo(CommandsConfig.global());
        assertThat(configured(Map.of("DISCORD_COMMANDS", "223456789012345678, 17663129481936896001"))
                        .discord()
                        .commands())
                .hasToString("223456789012345678, 17663129481936896001");
        write("config/earworm.yaml", "discord:\n  commands:\n    - 123456789012345678\n");

        assertThat(configured(Map.of()).discord().commands())
                .isEqualTo(CommandsConfig.inGuilds(new LinkedHashSet<>(List.of(123456789012345678L))));
    }

    @Test
    void theBotIsUsedInServersAloneUnlessTheOperatorAllowsMore() {
        assertThat(configured(Map.of()).discord().outside()).isEmpty();
        assertThat(configured(Map.of("DISCORD_DIRECT_MESSAGES", "true"))
                        .discord()
                        .outside())
                .containsExactly(OutsideConfig.DIRECT_MESSAGES);
        assertThat(configured(Map.of("DISCORD_USER_INSTALL", "true")).discord().outside())
                .containsExactly(OutsideConfig.USER_INSTALL);
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
    void theFirstProviderThatIsSetUpMakesTheSongsUnlessAnotherIsChosen() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("ELEVENLABS_API_KEY", "one");
        all.put("AIMLAPI_API_KEY", "two");
        all.put("APIFRAME_API_KEY", "three");
        all.put("AIGATEWAY_API_KEY", "four");
        all.put("ACESTEP_BASE_URL", "http://localhost:8001");
        List<String> defaults = new ArrayList<>();
        for (String first : List.copyOf(all.keySet())) {
            defaults.add(configured(all).defaultProvider());
            all.remove(first);
        }

        assertThat(defaults).containsExactly("elevenlabs", "aimlapi", "apiframe", "aigateway", "acestep");
        assertThat(configured(all).defaultProvider()).isEqualTo("synth");
        assertThat(configured(Map.of("AIMLAPI_API_KEY", "two", "MUSIC_PROVIDER", "synth"))
                        .defaultProvider())
                .isEqualTo("synth");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "music: {fallback: [aimlapi, synth]}",
                "music:\n  fallback:\n    - aimlapi\n    - 'synth'\n",
                "music: {fallback: 'aimlapi,synth'}",
                "music.fallback: aimlapi , synth"
            })
    void aListIsAYamlListOrWordsWithCommas(String yaml) throws IOException {
        write("config/earworm.yaml", yaml);

        assertThat(configured(Map.of("AIMLAPI_API_KEY", "two")).music().fallback())
                .containsExactly("aimlapi", "synth");
    }

    @Test
    void aListInTheEnvironmentWinsAsAWhole() throws IOException {
        write("config/earworm.yaml", "music: {fallback: [aimlapi, synth]}");

        assertThat(configured(Map.of("AIMLAPI_API_KEY", "two", "MUSIC_FALLBACK", "synth, aimlapi"))
                        .music()
                        .fallback())
                .containsExactly("synth", "aimlapi");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"music: {fallback: [], prices: []}", "music: {fallback: '', prices: }", "music.fallback: ~"})
    void anEmptyListCountsAsNotSet(String yaml) throws IOException {
        write("config/earworm.yaml", yaml);

        assertThat(configured(Map.of()).music()).isEqualTo(MusicConfig.automatic());
    }

    @Test
    void theOperatorsPricesAreRead() throws IOException {
        String written = "elevenlabs/music_v2=0.12/minute, aimlapi/google/lyria2=0.06/song";
        PriceConfig prices = PriceConfig.parse(written);
        write("config/earworm.yaml", "music:\n  prices: [" + written + "]\n");

        assertThat(configured(Map.of()).music().prices()).isEqualTo(prices);
        assertThat(configured(Map.of("MUSIC_PRICES", written)).music().prices()).isEqualTo(prices);
    }

    @Test
    void eachAccountIsReadWithItsAddress() {
        ProvidersConfig providers = configured(Map.of(
                        "APIFRAME_API_KEY", "three",
                        "APIFRAME_BASE_URL", "https://frames.example/v",
                        "AIGATEWAY_API_KEY", "four",
                        "ACESTEP_BASE_URL", "http://localhost:8001",
                        "ACESTEP_API_KEY", "five"))
                .providers();

        assertThat(providers.apiframe())
                .contains(new ApiframeConfig("three", URI.create("https://frames.example/v"), Optional.empty()));
        assertThat(providers.aigateway()).contains(AigatewayConfig.of("four"));
        assertThat(providers.acestep())
                .contains(new AcestepConfig(URI.create("http://localhost:8001"), Optional.of("five")));
    }

    @Test
    void songsAreKeptByElevenLabsOnlyWhenTheOperatorSaysSo() {
        assertThat(configured(Map.of("ELEVENLABS_API_KEY", "one")).providers().elevenLabs())
                .contains(ElevenLabsConfig.of("one"))
                .hasValueSatisfying(account -> assertThat(account.keeping()).isEqualTo(SongKeeping.NOT_KEPT));
        assertThat(configured(Map.of("ELEVENLABS_API_KEY", "one", "ELEVENLABS_KEEP_SONGS", "true"))
                        .providers()
                        .elevenLabs())
                .hasValueSatisfying(account -> assertThat(account.keeping()).isEqualTo(SongKeeping.KEPT));
    }

    @ParameterizedTest
    @CsvSource({
        "https://bot.example, https://bot.example/webhooks/",
        "https://bot.example/, https://bot.example/webhooks/",
        "https://bot.example:8443/earworm, https://bot.example:8443/earworm/webhooks/",
        "https://bot.example/a/b//, https://bot.example/a/b/webhooks/",
        "http://127.0.0.1:8080, http://127.0.0.1:8080/webhooks/",
        "http://localhost:8080, http://localhost:8080/webhooks/",
        "http://192.168.1.5/x/, http://192.168.1.5/x/webhooks/",
        "http://[::1]:8080, http://[::1]:8080/webhooks/",
        "http://[fd00::1], http://[fd00::1]/webhooks/",
        "http://earworm:8080, http://earworm:8080/webhooks/"
    })
    void withAPublicAddressProvidersAreToldWhatToCall(String publicUrl, String webhooks) {
        Configuration configuration = configured(
                Map.of("HTTP_PUBLIC_URL", publicUrl, "APIFRAME_API_KEY", "three", "AIGATEWAY_API_KEY", "four"));

        assertThat(configuration.http().publicUrl()).contains(URI.create(publicUrl));
        assertThat(configuration.providers().apiframe().flatMap(ApiframeConfig::webhook))
                .contains(URI.create(webhooks + "apiframe"));
        assertThat(configuration.providers().aigateway().flatMap(AigatewayConfig::webhook))
                .contains(URI.create(webhooks + "aigateway"));
    }

    @Test
    void theApiAddressAlwaysEndsWithASlash() {
        assertThat(configured(Map.of("DISCORD_API_URL", "http://127.0.0.1:9/api/v10"))
                        .discord()
                        .apiUrl())
                .isEqualTo(URI.create("http://127.0.0.1:9/api/v10/"));
    }

    @Test
    void aServersUserAndPasswordAreKeysOfTheirOwnOrStandInItsAddress() {
        DatabaseConfig apart = configured(Map.of(
                        "DATABASE_URL", "jdbc:postgresql://db:5433/songs?sslmode=require",
                        "DATABASE_USER", "bot",
                        "DATABASE_PASSWORD", "hush hush"))
                .database();
        assertThat(apart.url()).isEqualTo("jdbc:postgresql://db:5433/songs?sslmode=require");
        assertThat(apart.user()).contains("bot");
        assertThat(apart.password()).contains("hush hush");

        Configuration within = configured(
                Map.of("DATABASE_URL", "jdbc:postgresql://db/songs?user=bot&ssl=true&password=hush%26%2Bhush"));
        assertThat(within.database().url()).isEqualTo("jdbc:postgresql://db/songs?ssl=true");
        assertThat(within.database().user()).contains("bot");
        assertThat(within.secrets()).contains("hush&+hush");
        assertThat(within.toString()).contains("jdbc:postgresql://db/songs").doesNotContain("hush");
        assertThat(new ConfigurationSummary(within).lines())
                .anyMatch(line -> line.matches("database.password +set"))
                .noneMatch(line -> line.contains("hush"));
    }

    @Test
    void aFileHasNoPassword() {
        assertThat(warnings(Map.of("DATABASE_PASSWORD", "hush")))
                .containsExactly("database.user and database.password have no effect: a SQLite file has neither.");
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
        Configuration configuration = configured(Map.of(
                "DISCORD_TOKEN", "hush-1",
                "ELEVENLABS_API_KEY", "hush-2",
                "AIMLAPI_API_KEY", "hush-3",
                "APIFRAME_API_KEY", "hush-4",
                "AIGATEWAY_API_KEY", "hush-5",
                "ACESTEP_BASE_URL", "http://localhost:8001",
                "ACESTEP_API_KEY", "hush-6"));

        assertThat(configuration.secrets()).containsExactly("hush-1", "hush-2", "hush-3", "hush-4", "hush-5", "hush-6");
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
        assertThat(warnings(Map.of("ELEVENLABS_KEEP_SONGS", "true")))
                .containsExactly("elevenlabs.keep-songs (ELEVENLABS_KEEP_SONGS) is set and has no effect without"
                        + " elevenlabs.api-key (ELEVENLABS_API_KEY).");
    }

    @Test
    void aKeyOfAServerWithoutItsAddressIsWarnedAbout() {
        assertThat(warnings(Map.of("ACESTEP_API_KEY", "hush")))
                .containsExactly("acestep.api-key (ACESTEP_API_KEY) is set and has no effect without"
                        + " acestep.base-url (ACESTEP_BASE_URL).");
        assertThat(configured(Map.of("ACESTEP_API_KEY", "hush")).defaultProvider())
                .isEqualTo("synth");
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
