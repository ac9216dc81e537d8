package dev.earworm.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The sentences an operator reads, word for word. */
class ConfigurationMistakesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("mistakesInTheFile")
    void aMistakeInTheFileIsNamedInOneSentence(String yaml, String sentence) throws IOException {
        assertThat(mistakes(yaml, Map.of())).containsExactly(sentence);
    }

    static Stream<Arguments> mistakesInTheFile() {
        return Stream.of(
                argumentSet("a letter missing", "discord: {tokn: x}", "discord.tokn: did you mean discord.token?"),
                argumentSet("underscore", "discord: {api_url: x}", "discord.api_url: did you mean discord.api-url?"),
                argumentSet("capitals", "HTTP: {Port: 1}", "HTTP.Port: did you mean http.port?"),
                argumentSet(
                        "misspelt section",
                        "quotas: {daily-songs: 1}",
                        "quotas.daily-songs: did you mean quota.daily-songs?"),
                argumentSet("key without a value", "discord: {tokn: }", "discord.tokn: did you mean discord.token?"),
                argumentSet("nothing like it", "flavour: sweet", "flavour: there is no such key."),
                argumentSet(
                        "below a known key",
                        "log: {format: {kind: json}}",
                        "log.format (LOG_FORMAT) is a list or a section; allowed is one value."),
                argumentSet(
                        "list",
                        "http: {port: [1, 2]}",
                        "http.port (HTTP_PORT) is a list or a section; allowed is one value."),
                argumentSet(
                        "twice",
                        "http:\n  port: 1\nlog: {format: json}\nhttp.port: 2",
                        "http.port (HTTP_PORT) is written twice, on lines 2 and 4."),
                argumentSet(
                        "letters",
                        "http: {port: eighty}",
                        "http.port (HTTP_PORT) is \"eighty\"; allowed is a whole number from 0 to 65535."),
                argumentSet(
                        "above the range",
                        "http: {port: 65536}",
                        "http.port (HTTP_PORT) is \"65536\"; allowed is a whole number from 0 to 65535."),
                argumentSet(
                        "below the range",
                        "quota: {daily-songs: -1}",
                        "quota.daily-songs (QUOTA_DAILY_SONGS) is \"-1\"; allowed is a whole number from 0 to 1000000."),
                argumentSet(
                        "past an int",
                        "quota: {daily-seconds: 99999999999}",
                        "quota.daily-seconds (QUOTA_DAILY_SECONDS) is \"99999999999\"; allowed is a whole number from 0 to 1000000."),
                argumentSet(
                        "fraction",
                        "quota: {concurrent-songs: 1.5}",
                        "quota.concurrent-songs (QUOTA_CONCURRENT_SONGS) is \"1.5\"; allowed is a whole number from 0 to 1000000."),
                argumentSet(
                        "yes",
                        "http: {allow-private-addresses: yes}",
                        "http.allow-private-addresses (HTTP_ALLOW_PRIVATE_ADDRESSES) is \"yes\"; allowed is true or false."),
                argumentSet(
                        "log format",
                        "log: {format: xml}",
                        "log.format (LOG_FORMAT) is \"xml\"; allowed is text or json."),
                argumentSet(
                        "provider",
                        "music: {provider: suno}",
                        "music.provider (MUSIC_PROVIDER) is \"suno\"; allowed is elevenlabs, aimlapi, apiframe, aigateway, acestep or synth."),
                argumentSet(
                        "provider without its key",
                        "music: {provider: aimlapi}",
                        "music.provider (MUSIC_PROVIDER) is \"aimlapi\"; aimlapi needs aimlapi.api-key (AIMLAPI_API_KEY), which is not set."),
                argumentSet(
                        "server without its address",
                        "music: {provider: acestep}",
                        "music.provider (MUSIC_PROVIDER) is \"acestep\"; acestep needs acestep.base-url (ACESTEP_BASE_URL), which is not set."),
                argumentSet(
                        "unknown fallback",
                        "music: {fallback: [synth, suno]}",
                        "music.fallback (MUSIC_FALLBACK) is \"synth, suno\"; \"suno\": allowed is elevenlabs, aimlapi, apiframe, aigateway, acestep or synth."),
                argumentSet(
                        "fallback twice",
                        "music: {fallback: 'synth,synth'}",
                        "music.fallback (MUSIC_FALLBACK) is \"synth,synth\"; \"synth\" is there twice."),
                argumentSet(
                        "fallback with a hole",
                        "music: {fallback: [synth, ~]}",
                        "music.fallback (MUSIC_FALLBACK) is \"synth,\"; \"\": allowed is elevenlabs, aimlapi, apiframe, aigateway, acestep or synth."),
                argumentSet(
                        "fallback without its key",
                        "music: {fallback: [synth, apiframe]}",
                        "music.fallback (MUSIC_FALLBACK) is \"synth, apiframe\"; apiframe needs apiframe.api-key (APIFRAME_API_KEY), which is not set."),
                argumentSet(
                        "section for a list",
                        "music: {fallback: {first: synth}}",
                        "music.fallback (MUSIC_FALLBACK) is a section or has one inside; allowed is a list of values."),
                argumentSet(
                        "list of lists",
                        "music: {fallback: [[synth]]}",
                        "music.fallback (MUSIC_FALLBACK) is a section or has one inside; allowed is a list of values."),
                argumentSet(
                        "list inside of itself",
                        "music: {fallback: &again [*again]}",
                        "music.fallback (MUSIC_FALLBACK) is a section or has one inside; allowed is a list of values."),
                argumentSet(
                        "list twice",
                        "music:\n  fallback: [synth]\nmusic.fallback: synth",
                        "music.fallback (MUSIC_FALLBACK) is written twice, on lines 2 and 3."),
                argumentSet(
                        "price of nothing",
                        "music: {prices: [0.15/minute]}",
                        "music.prices (MUSIC_PRICES) is \"0.15/minute\"; each price is written as provider/model=0.15/minute."),
                argumentSet(
                        "prices as a section",
                        "music: {prices: {elevenlabs/music_v2: 0.15/minute}}",
                        "music.prices (MUSIC_PRICES) is a section or has one inside; allowed is a list of values."),
                argumentSet(
                        "price in other money",
                        "music: {prices: [elevenlabs/music_v2=15ct/minute]}",
                        "music.prices (MUSIC_PRICES) is \"elevenlabs/music_v2=15ct/minute\"; a price is written as 0.15/minute, 0.002/second or 0.20/song, in US dollars."),
                argumentSet(
                        "price of nobody's model",
                        "music: {prices: [synth/composer=0/song, suno/v5=1/song]}",
                        "music.prices (MUSIC_PRICES) is \"synth/composer=0/song, suno/v5=1/song\"; there is no provider \"suno\"."),
                argumentSet(
                        "two prices of a model",
                        "music: {prices: [synth/composer=0/song, synth/composer=1/song]}",
                        "music.prices (MUSIC_PRICES) is \"synth/composer=0/song, synth/composer=1/song\"; a model is there twice."),
                argumentSet(
                        "keeping",
                        "elevenlabs: {api-key: hush, keep-songs: maybe}",
                        "elevenlabs.keep-songs (ELEVENLABS_KEEP_SONGS) is \"maybe\"; allowed is true or false."),
                argumentSet(
                        "public address in the open",
                        "http: {public-url: 'http://bot.example'}",
                        "http.public-url (HTTP_PUBLIC_URL) is \"http://bot.example\"; http is allowed within one's own network only, others need https."),
                argumentSet(
                        "public number in the open",
                        "http: {public-url: 'http://93.184.216.34/x'}",
                        "http.public-url (HTTP_PUBLIC_URL) is \"http://93.184.216.34/x\"; http is allowed within one's own network only, others need https."),
                argumentSet(
                        "public IPv6 in the open",
                        "http: {public-url: 'http://[2606:2800:220:1::1]/'}",
                        "http.public-url (HTTP_PUBLIC_URL) is \"http://[2606:2800:220:1::1]/\"; http is allowed within one's own network only, others need https."),
                argumentSet(
                        "public address with a query",
                        "http: {public-url: 'https://bot.example/?key=hush'}",
                        "http.public-url (HTTP_PUBLIC_URL) is an address that is not shown here; allowed is an http or https address without a user name, query or fragment."),
                argumentSet(
                        "public address with a fragment",
                        "http: {public-url: 'https://bot.example/#here'}",
                        "http.public-url (HTTP_PUBLIC_URL) is \"https://bot.example/#here\"; allowed is an http or https address without a user name, query or fragment."),
                argumentSet(
                        "shards",
                        "discord: {shards: 0-3}",
                        "discord.shards (DISCORD_SHARDS) is \"0-3\"; allowed is auto, or FIRST-LAST/TOTAL as in 0-3/16."),
                argumentSet(
                        "shards backwards",
                        "discord: {shards: 3-0/16}",
                        "discord.shards (DISCORD_SHARDS) is \"3-0/16\"; the first shard may not come after the last."),
                argumentSet(
                        "shards past the end",
                        "discord: {shards: 0-16/16}",
                        "discord.shards (DISCORD_SHARDS) is \"0-16/16\"; the last of 16 shards is number 15."),
                argumentSet(
                        "no shards",
                        "discord: {shards: 0-0/0}",
                        "discord.shards (DISCORD_SHARDS) is \"0-0/0\"; there is no bot with 0 shards."),
                argumentSet(
                        "neither global nor a list of servers",
                        "discord: {commands: everywhere}",
                        "discord.commands (DISCORD_COMMANDS) is \"everywhere\"; \"everywhere\": allowed is global, or a list of servers by their ids."),
                argumentSet(
                        "global and a server",
                        "discord: {commands: [global, 123456789012345678]}",
                        "discord.commands (DISCORD_COMMANDS) is \"global, 123456789012345678\"; \"global\": allowed is global, or a list of servers by their ids."),
                argumentSet(
                        "a server twice",
                        "discord: {commands: [123456789012345678, 123456789012345678]}",
                        "discord.commands (DISCORD_COMMANDS) is \"123456789012345678, 123456789012345678\"; \"123456789012345678\" is there twice."),
                argumentSet(
                        "too large for a server",
                        "discord: {commands: 99999999999999999999}",
                        "discord.commands (DISCORD_COMMANDS) is \"99999999999999999999\"; \"99999999999999999999\": that is too large for a server's id."),
                argumentSet(
                        "direct messages",
                        "discord: {direct-messages: 1}",
                        "discord.direct-messages (DISCORD_DIRECT_MESSAGES) is \"1\"; allowed is true or false."),
                argumentSet(
                        "scheme",
                        "discord: {api-url: ftp://discord.com}",
                        "discord.api-url (DISCORD_API_URL) is \"ftp://discord.com\"; allowed is an http or https address without a user name, query or fragment."),
                argumentSet(
                        "no host",
                        "discord: {api-url: 'https:///api'}",
                        "discord.api-url (DISCORD_API_URL) is \"https:///api\"; allowed is an http or https address without a user name, query or fragment."),
                argumentSet(
                        "password in an address",
                        "discord: {api-url: 'https://me:hush@localhost/'}",
                        "discord.api-url (DISCORD_API_URL) is an address that is not shown here; allowed is an http or https address without a user name, query or fragment."),
                argumentSet(
                        "word before the token",
                        "discord: {token: Bot hush}",
                        "discord.token (DISCORD_TOKEN) is a text of 8 characters that is not shown here; allowed is the bare value: letters, digits and signs, without spaces or a word in front."),
                argumentSet(
                        "soundfont",
                        "synth: {soundfont: nowhere.sf2}",
                        "synth.soundfont (SYNTH_SOUNDFONT) is \"nowhere.sf2\"; there is no such file that can be read."),
                argumentSet(
                        "password before a host",
                        "database: {url: 'jdbc:postgresql://me:hush@localhost/earworm'}",
                        "database.url (DATABASE_URL) is \"jdbc:postgresql:…\"; a user and a password go to database.user and database.password, not before an @."),
                argumentSet(
                        "parameters that are none",
                        "database: {url: 'jdbc:postgresql://db/songs?password=%hush'}",
                        "database.url (DATABASE_URL) is \"jdbc:postgresql:…\"; what follows the ? is no list of parameters, as user=bot&ssl=true."),
                argumentSet(
                        "no database on the server",
                        "database: {url: 'jdbc:postgresql://localhost?password=hush'}",
                        "database.url (DATABASE_URL) is \"jdbc:postgresql:…\"; allowed is jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE."),
                argumentSet(
                        "another database",
                        "database: {url: 'jdbc:mysql://me:hush@localhost/earworm'}",
                        "database.url (DATABASE_URL) is \"jdbc:mysql:…\"; allowed is jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE."),
                argumentSet(
                        "in memory",
                        "database: {url: 'jdbc:sqlite::memory:'}",
                        "database.url (DATABASE_URL) is \"jdbc:sqlite::memory:\"; allowed is jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE."),
                argumentSet(
                        "parameters",
                        "database: {url: 'jdbc:sqlite:a.db?mode=memory'}",
                        "database.url (DATABASE_URL) is \"jdbc:sqlite:a.db?mode=memory\"; allowed is jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE."),
                argumentSet(
                        "SQLite's own addresses",
                        "database: {url: 'jdbc:sqlite:file:a.db'}",
                        "database.url (DATABASE_URL) is \"jdbc:sqlite:file:a.db\"; allowed is jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE."),
                argumentSet(
                        "no file",
                        "database: {url: 'jdbc:sqlite:'}",
                        "database.url (DATABASE_URL) is \"jdbc:sqlite:\"; allowed is jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE."),
                argumentSet(
                        "folder for a file",
                        "database: {url: 'jdbc:sqlite:src'}",
                        "database.url (DATABASE_URL) is \"jdbc:sqlite:src\"; allowed is jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE."),
                argumentSet(
                        "control characters",
                        "log: {format: \"a\\nb\\e[31m\"}",
                        "log.format (LOG_FORMAT) is \"a\uFFFDb\uFFFD[31m\"; allowed is text or json."),
                argumentSet(
                        "long",
                        "log: {format: " + "x".repeat(200) + "}",
                        "log.format (LOG_FORMAT) is \"" + "x".repeat(80) + "…\"; allowed is text or json."));
    }

    @Test
    void aDayThatMayCostMoreThanTheMonthIsAMistake() throws IOException {
        assertThat(mistakes("budget: {daily-usd: 5, monthly-usd: 4.99}", Map.of()))
                .containsExactly("budget.daily-usd (BUDGET_DAILY_USD) is \"5\"; "
                        + "a day may not cost more than the month, see budget.monthly-usd (BUDGET_MONTHLY_USD).");
        assertThat(mistakes("budget: {daily-usd: 5, monthly-usd: 5}", Map.of())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("brokenFiles")
    void aFileThatIsNotYamlIsRefusedWithItsLine(String yaml, String sentence) throws IOException {
        assertThat(mistakes(yaml, Map.of("HTTP_PORT", "x"))).containsExactly(folder.resolve("given.yaml") + sentence);
    }

    static Stream<Arguments> brokenFiles() {
        return Stream.of(
                argumentSet("unclosed", "http:\n  port: [1\n", ", line 3: expected ',' or ']', but got <stream end>."),
                argumentSet(
                        "tab",
                        "http:\n\tport: 1\n",
                        ", line 2: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)."),
                argumentSet(
                        "two documents",
                        "http: {port: 1}\n---\nlog: {}\n",
                        ", line 2: an alias without its anchor, or a second document."),
                argumentSet("control character", "http:\n  port: \u0001\n", ", line 2: there is a control character."),
                argumentSet("a word", "hello\n", ": this has to be keys with values, as in \"discord:\"."),
                argumentSet("a list", "- http\n", ": this has to be keys with values, as in \"discord:\"."));
    }

    @Test
    void aBrokenFileIsNotQuotedForItMayHoldSecrets() throws IOException {
        assertThat(mistakes("discord: {token: hush-hush", Map.of()).toString()).doesNotContain("hush");
    }

    @Test
    void anAliasInsideOfItselfEndsInASentence() throws IOException {
        assertThat(mistakes("http: &again {again: *again}", Map.of()))
                .containsExactly("http.again.again.again: there is no such key.");
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        Path file = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xE9});

        assertThat(mistakes(file, Map.of())).containsExactly(file + ": this is not text in UTF-8.");
    }

    @Test
    void aNamedFileHasToBeThere() {
        Path file = folder.resolve("nowhere.yaml");

        assertThat(mistakes(file, Map.of())).containsExactly(file + ": there is no such file.");
    }

    @Test
    void aFolderIsNoFile() {
        assertThat(mistakes(folder, Map.of())).containsExactly(folder + ": this cannot be read as a file.");
    }

    @Test
    void aFileInPlaceOfTheDataFolderIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("plain"), "");

        assertThat(mistakes("", Map.of("DATA_DIR", file.toString())))
                .containsExactly("DATA_DIR (data.dir) is \"" + file + "\"; a folder is needed, and this is a file.");
    }

    @Test
    void aMistakeInTheEnvironmentIsNamedByItsVariableFirst() throws IOException {
        assertThat(mistakes("http: {port: 8080}", Map.of("HTTP_PORT", "-5")))
                .containsExactly("HTTP_PORT (http.port) is \"-5\"; allowed is a whole number from 0 to 65535.");
    }

    @Test
    void anAddressThatItsProviderCannotUseIsRefusedInTheProvidersWords() throws IOException {
        Map<String, String> environment = Map.of("AIMLAPI_API_KEY", "hush", "AIMLAPI_BASE_URL", "https://localhost:0/");

        assertThat(mistakes("", environment))
                .containsExactly("AIMLAPI_BASE_URL (aimlapi.base-url) is \"https://localhost:0/\";"
                        + " it must be a full http or https address.");
    }

    @Test
    void allMistakesAreNamedAtOnceAndInOrder() throws IOException {
        String yaml = """
                discord:
                  tokn: hush
                  shards: some
                budget.daily-usd: much
                """;

        assertThat(mistakes(yaml, Map.of("HTTP_PORT", "x", "BUDGET_MONTHLY_USD", "-1"), Set.of(Key.DISCORD_TOKEN)))
                .containsExactly(
                        "discord.tokn: did you mean discord.token?",
                        "discord.token (DISCORD_TOKEN) is not set, and this command needs it.",
                        "discord.shards (DISCORD_SHARDS) is \"some\"; allowed is auto, or FIRST-LAST/TOTAL as in 0-3/16.",
                        "HTTP_PORT (http.port) is \"x\"; allowed is a whole number from 0 to 65535.",
                        "budget.daily-usd (BUDGET_DAILY_USD) is \"much\"; allowed is an amount of US dollars, as 25 or 2.50.",
                        "BUDGET_MONTHLY_USD (budget.monthly-usd) is \"-1\"; allowed is an amount of US dollars, as 25 or 2.50.");
    }

    private List<String> mistakes(String yaml, Map<String, String> environment) throws IOException {
        return mistakes(yaml, environment, Set.of());
    }

    private List<String> mistakes(String yaml, Map<String, String> environment, Set<Key> required) throws IOException {
        return mistakes(Files.writeString(folder.resolve("given.yaml"), yaml), environment, required);
    }

    private List<String> mistakes(Path file, Map<String, String> environment) {
        return mistakes(file, environment, Set.of());
    }

    private List<String> mistakes(Path file, Map<String, String> environment, Set<Key> required) {
        return switch (new ConfigurationReader(folder, environment).read(Optional.of(file), required)) {
            case Configured _ -> List.of();
            case Misconfigured misconfigured ->
                misconfigured.mistakes().stream().map(Mistake::sentence).toList();
        };
    }
}
