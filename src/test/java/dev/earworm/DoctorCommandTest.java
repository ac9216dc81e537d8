package dev.earworm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.delivery.StatusBoard;
import dev.earworm.music.AccountStatus;
import dev.earworm.music.AccountStatus.Unusable;
import dev.earworm.music.AccountStatus.Usable;
import dev.earworm.music.Commission;
import dev.earworm.music.Composition;
import dev.earworm.music.ModelId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicProvider;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.Providers;
import dev.earworm.music.SynchronousProvider;
import dev.earworm.storage.Database;
import dev.earworm.storage.DatabaseConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code doctor} as it is called, with a Discord in this process and accounts that say what the test says. */
class DoctorCommandTest {
    private static final List<String> NAMES =
            List.of("song", "compose", "plan", "queue", "cancel", "quota", "help", "admin", "library", "privacy");
    private static final String TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GaBcDe.hush-hush-hush-hush-hush-hu";

    /** Shared, so that ffmpeg is unpacked once. */
    @TempDir
    private static Path data;

    @TempDir
    private Path folder;

    private final MockWebServer discord = new MockWebServer();
    private final Answers answers = new Answers();
    private final Map<String, String> environment = new HashMap<>();
    private final List<MusicProvider> providers = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void start() throws IOException {
        discord.setDispatcher(answers);
        discord.start();
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        environment.put("DISCORD_TOKEN", TOKEN);
        environment.put("DISCORD_API_URL", discord.url("/api/v10/").toString());
        environment.put("DATA_DIR", data.toString());
        environment.put("HTTP_PORT", "0");
        environment.put("DATABASE_URL", "jdbc:sqlite:" + file());
        providers.add(account("synth", new Usable(Optional.empty())));
    }

    @AfterEach
    void stop() {
        discord.close();
    }

    @Test
    void whenEverythingIsWellThereIsALineForEachPart() {
        discordKnowsTheBot(998);
        providers.addFirst(account("elevenlabs", new Usable(Optional.of("1200 of 5000 credits left, tier creator"))));

        assertThat(doctor()).isZero();
        assertThat(out.toString()
                        .replaceAll("\\d+ MB", "N MB")
                        .replaceAll("version \\d\\S+", "version N")
                        .replaceAll("within \\d+", "within N"))
                .isEqualToNormalizingNewlines("""
                        ok    configuration: read from the environment
                        ok    data folder: N MB are free for %s
                        ok    folder rights: it is %s's
                        ok    database: jdbc:sqlite:%s is not there yet; run makes it
                        ok    schema: there is none yet
                        ok    ffmpeg: version N starts
                        ok    discord: the bot is earworm (123456789012345678), with 998 of 1000 logins left
                        ok    application: no privileged intent is on, and none is needed
                        ok    commands: Discord offers all 10
                        ok    clock: it agrees with Discord's to within N seconds
                        ok    http port: any that is free, as http.port (HTTP_PORT) is 0
                        ok    elevenlabs: the key works, the account has 1200 of 5000 credits left, tier creator
                        ok    synth: it is built in and ready

                        All is well.
                        """.formatted(data, System.getProperty("user.name"), file()));
        assertThat(err.toString()).isEmpty();
        assertThat(file()).doesNotExist();
    }

    @Test
    void eachAccountThatCannotBeUsedIsNamedWithItsReason() {
        discordKnowsTheBot(998);
        providers.clear();
        providers.add(account("elevenlabs", unusable(new ProviderFailure.Unauthorised("HTTP 401 invalid_api_key"))));
        providers.add(account("aimlapi", unusable(new ProviderFailure.OutOfCredit("HTTP 403"))));
        providers.add(account("apiframe", unusable(new ProviderFailure.Unavailable("connection refused"))));
        providers.add(account(
                "aigateway",
                unusable(new ProviderFailure.RateLimited("HTTP 429", Optional.empty(), OptionalInt.empty()))));
        providers.add(account("acestep", new Usable(Optional.empty())));

        assertThat(doctor()).isEqualTo(1);
        assertThat(out.toString().lines())
                .contains(
                        "FAIL  elevenlabs: the key is refused, or may not make music (HTTP 401 invalid_api_key); set another"
                                + " one as elevenlabs.api-key, or give it that right",
                        "FAIL  aimlapi: the account is out of credit, or its plan has no music (HTTP 403); top it up, or name"
                                + " others in music.fallback",
                        "FAIL  apiframe: it is down or cannot be reached (connection refused); look at its status page, and"
                                + " whether apiframe.base-url is right",
                        "FAIL  aigateway: it wants fewer requests (HTTP 429); try again later",
                        "ok    acestep: the server answers",
                        "4 of 16 need a look.");
    }

    @Test
    void noSecretIsEverPrinted() {
        environment.put("AIMLAPI_API_KEY", "hush-key");
        providers.add(
                account("aimlapi", unusable(new ProviderFailure.Unauthorised("no such key: hush-key or " + TOKEN))));

        assertThat(doctor()).isEqualTo(1);
        assertThat(out.toString() + err)
                .contains("aimlapi: the key is refused")
                .contains("discord: Discord does not accept the bot token: check discord.token (DISCORD_TOKEN).")
                .doesNotContain("hush");
    }

    @Test
    void aMissingTokenIsALineAndNoReasonToStop() {
        environment.remove("DISCORD_TOKEN");

        assertThat(doctor()).isEqualTo(1);
        assertThat(out.toString().lines())
                .contains(
                        "FAIL  discord: There is no bot token: set discord.token (DISCORD_TOKEN).",
                        "ok    synth: it is built in and ready",
                        "1 of 12 need a look.");
    }

    @Test
    void aDiscordThatCannotBeReachedIsALine() {
        discord.close();

        assertThat(doctor()).isEqualTo(1);
        assertThat(out.toString()).contains("FAIL  discord: Discord cannot be reached at http://");
    }

    @Test
    void aBotWithoutLoginsIsNotWell() {
        discordKnowsTheBot(0);

        assertThat(doctor()).isEqualTo(1);
        assertThat(out.toString())
                .contains("FAIL  discord: the bot is earworm (123456789012345678), and Discord allows it no login for"
                        + " the next 241 minutes");
    }

    @Test
    void aRunningEarwormIsNotDisturbed() {
        discordKnowsTheBot(998);
        try (Database running = Database.open(new DatabaseConfig("jdbc:sqlite:" + file()))) {
            assertThat(doctor()).isZero();
            assertThat(running.isWell()).isTrue();
        }
        assertThat(out.toString())
                .contains("ok    database: jdbc:sqlite:" + file() + " is in use by a running Earworm");
    }

    @Test
    void aDatabaseThatWasClosedIsUpToDate() {
        discordKnowsTheBot(998);
        Database.open(new DatabaseConfig("jdbc:sqlite:" + file())).close();

        assertThat(doctor()).isZero();
        assertThat(out.toString()).contains("ok    database: jdbc:sqlite:" + file() + " is whole and up to date");
    }

    @Test
    void aDatabaseThatIsNoneIsNamed() throws IOException {
        discordKnowsTheBot(998);
        Files.writeString(file(), "a shopping list ".repeat(100));

        assertThat(doctor()).isEqualTo(1);
        assertThat(out.toString())
                .contains("FAIL  database: The database " + file() + " is damaged or no SQLite file;"
                        + " nothing was changed. Restore a backup.");
    }

    @Test
    void thePublicAddressIsSaidAsProvidersAreToldIt() {
        discordKnowsTheBot(998);
        environment.put("HTTP_PUBLIC_URL", "https://bot.example/earworm/");

        assertThat(doctor()).isZero();
        assertThat(out.toString())
                .contains("ok    webhooks: providers that can are asked to call"
                        + " https://bot.example/earworm/webhooks/…; whether they get through is not tried");
    }

    @Test
    void aMisconfigurationIsNamedAndNobodyIsAsked() {
        environment.put("HTTP_PORT", "x");

        assertThat(doctor()).isEqualTo(2);
        assertThat(err.toString().strip())
                .isEqualTo("HTTP_PORT (http.port) is \"x\"; allowed is a whole number from 0 to 65535.");
        assertThat(out.toString()).isEmpty();
        assertThat(discord.getRequestCount()).isZero();
    }

    @Test
    void aProviderThatCannotEvenBeSetUpIsALine() throws IOException {
        discordKnowsTheBot(998);
        environment.put(
                "SYNTH_SOUNDFONT",
                Files.writeString(folder.resolve("no.sf2"), "no sound").toString());

        assertThat(doctor(Parts.standard())).isEqualTo(1);
        assertThat(out.toString()).contains("FAIL  providers: ").contains("no.sf2");
    }

    @Test
    void theProvidersOfTheConfigurationAreAskedAtTheirOwnAddresses() throws IOException {
        discordKnowsTheBot(998);
        try (MockWebServer elevenLabs =
                        vendor(200, "{\"tier\":\"creator\",\"character_count\":3800,\"character_limit\":5000}");
                MockWebServer apiframe =
                        vendor(200, "{\"user\":{\"id\":\"u1\"},\"team\":{\"credits\":40,\"plan\":\"pro\"}}");
                MockWebServer aigateway = vendor(401, "{\"error\":{\"message\":\"no such key\"}}")) {
            configure("ELEVENLABS", elevenLabs);
            configure("APIFRAME", apiframe);
            configure("AIGATEWAY", aigateway);

            assertThat(doctor(Parts.standard())).isEqualTo(1);
        }
        assertThat(out.toString().lines())
                .contains(
                        "ok    elevenlabs: the key works, the account has 1200 of 5000 credits left, tier creator",
                        "ok    apiframe: the key works, the account has 40 credits",
                        "ok    synth: it is built in and ready")
                .anyMatch(line -> line.startsWith("FAIL  aigateway: the key is refused, or may not make music ("));
        assertThat(out.toString()).doesNotContain("hush");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"integration_types_config":{"0":{},"1":{}}} | ok    user install: members can add the bot to their own account
            {"integration_types_config":{"0":{}}}        | FAIL  user install: discord.user-install (DISCORD_USER_INSTALL) is true, and Discord does not allow it: turn on User Install at https://discord.com/developers/applications, Installation
            {}                                           | ok    user install: Discord does not say whether members may add the bot to their own account
            """)
    void whereMembersMayAddTheBotToTheirAccountDiscordIsAskedWhetherItAllowsThat(String application, String line) {
        environment.put("DISCORD_USER_INSTALL", "true");
        discordKnowsTheBot(998);
        answers.put("/applications/@me", application);

        doctor();

        assertThat(out.toString().lines()).contains(line);
    }

    @Test
    void whatIsWrongWithTheBotAtDiscordIsSaidWithItsFix() {
        discordKnowsTheBot(998);
        answers.put("/applications/@me", "{\"id\":\"123456789012345678\",\"flags\":0,\"bot_require_code_grant\":true}");
        answers.now = Instant.now().minus(Duration.ofMinutes(5));

        assertThat(doctor()).isEqualTo(1);
        assertThat(out.toString())
                .contains("FAIL  application: nobody can add the bot: turn off Requires OAuth2 Code Grant at"
                        + " https://discord.com/developers/applications, Bot")
                .containsPattern(
                        "FAIL  clock: it is (29\\d|30\\d) seconds ahead of Discord's; set it by a time server,");
    }

    @Test
    void anIntentThatIsNotNeededIsNoFault() {
        discordKnowsTheBot(998);
        answers.put("/applications/@me", "{\"id\":\"123456789012345678\",\"flags\":524288}");

        assertThat(doctor()).isZero();
        assertThat(out.toString()).contains("ok    application: privileged intents are on, and Earworm needs none");
    }

    @Test
    void otherCommandsAtDiscordAreAFaultOnlyWhileEarwormRuns() throws Exception {
        discordKnowsTheBot(998);
        answers.put("/applications/123456789012345678/commands", commands(List.of("song", "sing")));
        assertThat(doctor()).isZero();
        assertThat(out.toString())
                .contains("ok    commands: Discord does not offer all of them yet; run tells it when it starts");
        out.getBuffer().setLength(0);

        try (MockWebServer running = vendor(200, "ok")) {
            for (int i = 0; i < 3; i++) {
                running.enqueue(new MockResponse.Builder().body("ok").build());
            }
            environment.put("HTTP_PORT", Integer.toString(running.getPort()));
            assertThat(doctor()).isEqualTo(1);
        }
        assertThat(out.toString())
                .contains(
                        "FAIL  commands: Discord does not offer them as this version has them (admin, cancel, compose, help,"
                                + " library, plan, privacy, queue, quota, sing); start run anew, which tells it")
                .contains(" is in use by a running Earworm");
    }

    @Test
    void aPortThatSomebodyElseHasIsNamed() throws IOException {
        discordKnowsTheBot(998);
        try (ServerSocket other = new ServerSocket(0)) {
            environment.put("HTTP_PORT", Integer.toString(other.getLocalPort()));

            assertThat(doctor()).isEqualTo(1);
            assertThat(out.toString())
                    .contains("FAIL  http port: " + other.getLocalPort() + " cannot be had (")
                    .contains("); stop what has it, or name another one as http.port (HTTP_PORT)");
        }
    }

    @Test
    void aFolderThatEverybodyCanChangeIsAFaultAndOneThatEverybodyCanReadIsSaid() throws IOException {
        discordKnowsTheBot(998);
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(doctor()).isEqualTo(1);
        assertThat(out.toString())
                .contains("FAIL  folder rights: everybody on this machine can change " + data)
                .contains(": chmod 700 " + data);
        out.getBuffer().setLength(0);

        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(doctor()).isZero();
        assertThat(out.toString()).contains("and everybody on this machine can read it; chmod 700 " + data);
    }

    private void configure(String vendor, MockWebServer server) {
        environment.put(vendor + "_API_KEY", "hush-" + vendor);
        environment.put(vendor + "_BASE_URL", server.url("/").toString());
    }

    private static MockWebServer vendor(int status, String body) throws IOException {
        MockWebServer server = new MockWebServer();
        server.start();
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build());
        return server;
    }

    private void discordKnowsTheBot(int loginsLeft) {
        answers.put("/users/@me", "{\"id\":\"123456789012345678\",\"username\":\"earworm\",\"bot\":true}");
        answers.put(
                "/gateway/bot",
                "{\"url\":\"wss://gateway.discord.gg\",\"shards\":1,\"session_start_limit\":{\"total\":1000,"
                        + "\"remaining\":" + loginsLeft + ",\"reset_after\":14400000,\"max_concurrency\":1}}");
        answers.put("/applications/@me", "{\"id\":\"123456789012345678\",\"flags\":0}");
        answers.put("/applications/123456789012345678/commands", commands(NAMES));
        answers.put("/gateway", "{\"url\":\"wss://gateway.discord.gg\"}");
    }

    private static String commands(List<String> names) {
        return names.stream()
                .map(name -> "{\"id\":\"1\",\"name\":\"" + name + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** What Discord says of each address, and 401 where a test says nothing. */
    private static final class Answers extends Dispatcher {
        private final Map<String, String> bodies = new ConcurrentHashMap<>();
        private volatile Instant now = Instant.now();

        void put(String path, String body) {
            bodies.put("/api/v10" + path, body);
        }

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            String body = bodies.get(request.getTarget());
            return body == null
                    ? new MockResponse.Builder().code(401).build()
                    : new MockResponse.Builder()
                            .addHeader(
                                    "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)))
                            .body(body)
                            .build();
        }
    }

    private int doctor() {
        return doctor(new Parts(
                InstantSource.system(),
                _ -> new Providers(providers),
                UnaryOperator.identity(),
                UnaryOperator.identity(),
                UnaryOperator.identity(),
                StatusBoard.PAUSE));
    }

    private int doctor(Parts parts) {
        Console console = new Console(new PrintWriter(out), new PrintWriter(err));
        return Main.commandLine(folder, environment, console, parts).execute("doctor");
    }

    private Path file() {
        return folder.resolve("songs.db");
    }

    private static AccountStatus unusable(ProviderFailure failure) {
        return new Unusable(failure);
    }

    /** A provider of which only the account matters. */
    private static MusicProvider account(String name, AccountStatus status) {
        return new SynchronousProvider() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<MusicModel> models() {
                return List.of(MusicModel.named(new ModelId(name, "model"), "A model")
                        .length(3, 30, 120)
                        .prompt(1, 200)
                        .build());
            }

            @Override
            public int concurrentSongs() {
                return 1;
            }

            @Override
            public RepeatedSubmit repeatedSubmit() {
                return RepeatedSubmit.MAY_CHARGE_TWICE;
            }

            @Override
            public AccountStatus account() {
                return status;
            }

            @Override
            public Composition compose(Commission commission, Path target) {
                throw new AssertionError("doctor makes no songs");
            }
        };
    }
}
