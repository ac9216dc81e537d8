package dev.earworm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The program as it is called: words in, words and an exit code out. */
class MainTest {
    private static final String TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GaBcDe.hush-hush-hush-hush-hush-hu";

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void checkShowsWhatWillBeUsedAndNoSecret() {
        environment.put("DISCORD_TOKEN", TOKEN);
        environment.put("AIMLAPI_API_KEY", "hush-key");

        assertThat(call("check")).isZero();
        assertThat(out.toString().replaceAll(" {2,}", " ")).isEqualToNormalizingNewlines("""
                        discord.token set
                        discord.api-url https://discord.com/api/v10/
                        discord.shards auto
                        discord.commands global
                        discord.direct-messages false
                        discord.user-install false
                        music.provider aimlapi
                        music.fallback none
                        music.prices as published
                        elevenlabs.api-key not set
                        elevenlabs.base-url not used
                        elevenlabs.keep-songs not used
                        aimlapi.api-key set
                        aimlapi.base-url https://api.aimlapi.com
                        apiframe.api-key not set
                        apiframe.base-url not used
                        aigateway.api-key not set
                        aigateway.base-url not used
                        acestep.base-url not used
                        acestep.api-key not set
                        synth.soundfont built in
                        secrets.key not set
                        secrets.key-file not set
                        database.url jdbc:sqlite:data/earworm.db
                        database.user not set
                        database.password not set
                        data.dir data
                        data.min-free-mb 200
                        quota.daily-songs 10
                        quota.daily-seconds 1800
                        quota.concurrent-songs 3
                        budget.daily-usd no ceiling
                        budget.monthly-usd no ceiling
                        http.port 8080
                        http.address all
                        http.public-url not set
                        http.allow-private-addresses false
                        log.format text
                        log.level info
                        stop.drain-seconds 20

                        Read from the environment: the configuration is well.
                        """);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void backupCopiesTheDatabaseOnce() {
        environment.put("DATA_DIR", folder.resolve("data").toString());
        String copy = folder.resolve("copy.db").toString();

        assertThat(call("backup", copy)).isEqualTo(1);
        assertThat(err.toString()).contains("There is no database " + folder.resolve("data/earworm.db") + " to copy.");
        assertThat(call("migrate")).isZero();
        assertThat(call("backup", copy)).isZero();
        assertThat(out.toString()).contains("The copy is whole: " + copy + ", ");
        assertThat(call("backup", copy)).isEqualTo(2);
        assertThat(err.toString()).contains("There is a file " + copy + " already, and nothing was written.");
        assertThat(call("backup")).isEqualTo(2);
    }

    @Test
    void theLogLevelOfNoRunningBotCannotBeChanged() {
        environment.put("DATA_DIR", folder.resolve("data").toString());

        assertThat(call("log-level", "debug")).isEqualTo(1);
        assertThat(err.toString())
                .contains("No running Earworm has the data folder " + folder.resolve("data")
                        + ", so nothing was changed.");
        assertThat(call("log-level", "loud")).isEqualTo(2);
        assertThat(call("log-level")).isEqualTo(2);
    }

    @Test
    void checkShowsListsAndAddressesAsTheyCount() {
        environment.put("DISCORD_TOKEN", TOKEN);
        environment.put("ELEVENLABS_API_KEY", "hush-key");
        environment.put("ELEVENLABS_KEEP_SONGS", "true");
        environment.put("ACESTEP_BASE_URL", "http://localhost:8001");
        environment.put("MUSIC_FALLBACK", "acestep,synth");
        environment.put("MUSIC_PRICES", "synth/composer=0/song,elevenlabs/music_v2=0.12/minute");
        environment.put("HTTP_PUBLIC_URL", "https://bot.example/earworm");

        assertThat(call("check")).isZero();
        assertThat(out.toString().replaceAll(" {2,}", " "))
                .contains(
                        "music.fallback acestep, synth\n",
                        "music.prices elevenlabs/music_v2=$0.12 a minute, synth/composer=free\n",
                        "elevenlabs.keep-songs true\n",
                        "acestep.base-url http://localhost:8001\n",
                        "http.public-url https://bot.example/earworm\n")
                .doesNotContain("hush");
    }

    @Test
    void checkNamesAllMistakesAndEndsWithTwo() throws IOException {
        write("http: {port: x}\nlog: {formt: json}");

        assertThat(call("check")).isEqualTo(2);
        assertThat(err.toString()).isEqualToNormalizingNewlines("""
                        log.formt: did you mean log.format?
                        discord.token (DISCORD_TOKEN) is not set, and this command needs it.
                        http.port (HTTP_PORT) is "x"; allowed is a whole number from 0 to 65535.
                        """);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void checkTouchesNothing() throws IOException {
        environment.put("DISCORD_TOKEN", TOKEN);
        environment.put("DATA_DIR", folder.resolve("data").toString());

        assertThat(call("check")).isZero();
        try (Stream<Path> made = Files.list(folder)) {
            assertThat(made).isEmpty();
        }
    }

    @Test
    void warningsDoNotStopAnyone() {
        environment.put("DISCORD_TOKEN", TOKEN);
        environment.put("QUOTA_DAILY_SONG", "1");

        assertThat(call("check")).isZero();
        assertThat(err.toString().strip())
                .isEqualTo("QUOTA_DAILY_SONG is set and has no effect; did you mean QUOTA_DAILY_SONGS?");
    }

    @ParameterizedTest
    @CsvSource({"--config,mine.yaml,check", "check,--config,mine.yaml", "check,--config=mine.yaml,"})
    void theFileMayBeNamedBeforeAndAfterTheCommand(String first, String second, String third) throws IOException {
        environment.put("DISCORD_TOKEN", TOKEN);
        Files.writeString(folder.resolve("mine.yaml"), "quota: {daily-songs: 77}");

        assertThat(call(Stream.of(first, second, third)
                        .filter(word -> word != null)
                        .toArray(String[]::new)))
                .isZero();
        assertThat(out.toString())
                .containsPattern("quota.daily-songs +77\\R")
                .contains("Read from " + folder.resolve("mine.yaml")
                        + " and the environment: the configuration is well.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "invite", "check"})
    void withoutATokenTheBotDoesNotStart(String command) {
        assertThat(call(command)).isEqualTo(2);
        assertThat(err.toString().strip())
                .isEqualTo("discord.token (DISCORD_TOKEN) is not set, and this command needs it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "migrate", "invite", "check", "doctor"})
    void aMisconfiguredCommandDoesNothingButSaySo(String command) {
        environment.put("DISCORD_TOKEN", TOKEN);
        environment.put("HTTP_PORT", "-1");

        assertThat(call(command)).isEqualTo(2);
        assertThat(err.toString().strip())
                .isEqualTo("HTTP_PORT (http.port) is \"-1\"; allowed is a whole number from 0 to 65535.");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void theInviteAsksForExactlyThePermissionsToPostASongToFetchItAgainAndToSendItsVoice() {
        environment.put("DISCORD_TOKEN", TOKEN);
        long view = 1 << 10;
        long send = 1 << 11;
        long embed = 1 << 14;
        long attach = 1 << 15;
        long history = 1 << 16;
        long connect = 1 << 20;
        long sendInThreads = 1L << 38;
        long voiceMessages = 1L << 46;

        assertThat(call("invite")).isZero();
        assertThat(out.toString().strip())
                .isEqualTo("https://discord.com/oauth2/authorize?client_id=123456789012345678"
                        + "&scope=bot+applications.commands&permissions="
                        + (view | send | embed | attach | history | connect | sendInThreads | voiceMessages));
    }

    @Test
    void whereMembersMayAddTheBotToTheirAccountTheInviteHasALinkForThat() {
        environment.put("DISCORD_TOKEN", TOKEN);
        environment.put("DISCORD_USER_INSTALL", "true");

        assertThat(call("invite")).isZero();
        assertThat(out.toString())
                .contains("\nFor a member's own account: https://discord.com/oauth2/authorize"
                        + "?client_id=123456789012345678&integration_type=1&scope=applications.commands\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MTIzNDU2Nzg5MDEyMzQ1Njc4",
                "MTIzNDU2Nzg5MDEyMzQ1Njc4.hush",
                "aGVsbG8gd29ybGQgYWdhaW4.GaBcDe.hush",
                "MTIz.GaBcDe.hush",
                "%.GaBcDe.hush"
            })
    void theInviteNeedsATokenThatNamesABot(String botToken) {
        environment.put("DISCORD_TOKEN", botToken);

        assertThat(call("invite")).isEqualTo(2);
        assertThat(err.toString().strip())
                .isEqualTo(
                        "discord.token (DISCORD_TOKEN) is no bot token, which has three parts with dots between them"
                                + " and begins with the bot's number; copy it again from https://discord.com/developers/applications.");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void tryTakesItsDefaults() {
        assertThat(tryOptions())
                .isEqualTo(new TryOptions(
                        Optional.empty(), Path.of("target", "try"), "127.0.0.1", 8080, Optional.empty()));
    }

    @Test
    void tryTakesWhatItIsTold() {
        assertThat(tryOptions(
                        "--prompt", " @calm river ", "--out=songs", "--host", "0.0.0.0", "--port=0", "--length", "20"))
                .isEqualTo(new TryOptions(
                        Optional.of("@calm river"),
                        Path.of("songs"),
                        "0.0.0.0",
                        0,
                        Optional.of(Duration.ofSeconds(20))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\t"})
    void aBlankPromptCountsAsNone(String prompt) {
        assertThat(tryOptions("--prompt=" + prompt).prompt()).isEmpty();
    }

    @Test
    void tryRefusesAConfiguration() {
        assertThat(call("try", "--config", "any.yaml")).isEqualTo(2);
        assertThat(err.toString().strip())
                .isEqualTo("try reads no configuration file; leave --config out, or use run.");
    }

    @Test
    void tryNamesMistakesInWhatItReadsOfTheEnvironment() {
        environment.put("MUSIC_PROVIDER", "elevenlabs");
        environment.put("HTTP_PORT", "x");

        assertThat(call("try", "--port", "0")).isEqualTo(2);
        assertThat(err.toString().strip())
                .isEqualTo("MUSIC_PROVIDER (music.provider) is \"elevenlabs\"; elevenlabs needs elevenlabs.api-key"
                        + " (ELEVENLABS_API_KEY), which is not set.");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            try --port 65536  | Invalid value for option '--port': '65536' is not allowed; allowed is a whole number from 0 to 65535
            try --port x      | Invalid value for option '--port': 'x' is not allowed; allowed is a whole number from 0 to 65535
            try --length 0    | Invalid value for option '--length': '0' is not allowed; allowed is a whole number from 1 to 3600
            try --promt x     | Unknown options: '--promt', 'x'
            try --prompt      | Missing required parameter for option '--prompt' (WORDS)
            dance             | Unmatched argument at index 0: 'dance'
            """)
    void wrongUsageIsExplainedInOneSentence(String words, String sentence) {
        assertThat(call(words.split(" "))).isEqualTo(2);
        assertThat(err.toString().lines()).first().isEqualTo(sentence);
        assertThat(err.toString().lines()).hasSize(2).last().asString().matches("See earworm( try)? --help\\.");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void withoutACommandItSaysThatOneIsMissing() {
        assertThat(call()).isEqualTo(2);
        assertThat(err.toString()).contains("Missing required subcommand");
    }

    @Test
    void helpNamesEveryCommandAndTheExitCodes() {
        assertThat(call("--help")).isZero();
        assertThat(out.toString())
                .contains("run", "try", "check", "doctor", "migrate", "invite", "--config", "2   wrong usage");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "try", "check", "doctor", "migrate", "invite"})
    void eachCommandHasHelp(String command) {
        assertThat(call(command, "--help")).isZero();
        assertThat(out.toString()).startsWith("Usage: earworm " + command);
    }

    @Test
    void theVersionNamesEarwormAndJava() {
        assertThat(call("--version")).isZero();
        assertThat(out.toString()).matches("earworm .+, Java \\d+.*\\R");
    }

    private TryOptions tryOptions(String... words) {
        ParseResult parsed = commandLine()
                .parseArgs(Stream.concat(Stream.of("try"), Stream.of(words)).toArray(String[]::new));
        return ((TryCommand) parsed.subcommand().commandSpec().userObject()).options();
    }

    private int call(String... words) {
        return commandLine().execute(words);
    }

    private CommandLine commandLine() {
        return Main.commandLine(folder, environment, new Console(new PrintWriter(out), new PrintWriter(err)));
    }

    private void write(String yaml) throws IOException {
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(folder.resolve("config").resolve("earworm.yaml"), yaml);
    }
}
