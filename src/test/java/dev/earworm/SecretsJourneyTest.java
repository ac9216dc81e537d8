package dev.earworm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.sandbox.Permission;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMember;
import dev.earworm.sandbox.SandboxMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every key there is, known by its look, in a program that logs all it can; every vendor fails in every way and says the key
 * that it was sent in its answer. Then everything that anybody can read is searched for the keys.
 */
class SecretsJourneyTest {
    private static final String SEAL = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String GUILDS_KEY = "afk_guild_sekrit_0123456789abcdef";
    private static final List<String> VENDORS = List.of("elevenlabs", "aimlapi", "apiframe", "aigateway", "acestep");
    /** One of each vendor. */
    private static final List<String> MODELS = List.of(
            "elevenlabs/music_v2",
            "aimlapi/elevenlabs/eleven_music",
            "apiframe/elevenlabs-music",
            "aigateway/elevenlabs/elevenlabs-music",
            "acestep/ace-step-1.5");

    private static final Map<String, String> KEYS = Map.of(
            "ELEVENLABS_API_KEY", "sk_sekrit_elevenlabs_0123456789abcdef",
            "AIMLAPI_API_KEY", "sekrit_aimlapi_0123456789abcdef",
            "APIFRAME_API_KEY", "afk_sekrit_apiframe_0123456789abcdef",
            "AIGATEWAY_API_KEY", "sk-aig-sekrit-0123456789abcdef",
            "ACESTEP_API_KEY", "sekrit_acestep_0123456789abcdef",
            "SECRETS_KEY", SEAL);
    private static final String PASSWORD = "sekrit_database_password";

    @TempDir
    private Path folder;

    private final Map<String, String> said = new TreeMap<>();

    @Test
    void noKeyIsReadAnywhereWhateverFails() throws Exception {
        Parrot parrot = new Parrot();
        try (OperatedBot bot = new OperatedBot(folder, parrot)) {
            Map<String, String> settings = settings(bot);
            bot.alice.isGranted(Permission.MANAGE_GUILD);
            bot.start(settings);

            for (Parrot.Mood mood : Parrot.Mood.values()) {
                for (String model : MODELS) {
                    bot.orders(bot.bob, Map.of("prompt", mood + " river", "length", 30, "model", model));
                }
            }
            bot.orders(bot.bob, Map.of("prompt", "a calm river", "length", 5, "model", "synth/composer"));
            bot.eventually(() -> parrot.answered().size() == Parrot.Mood.values().length
                    && parrot.heard().containsAll(apiKeys())
                    && bot.log().contains(" failed: ")
                    && !bot.tracks().isEmpty());
            said.put("doctor", bot.calls(settings, "doctor"));
            guildsKey(bot, parrot);
            operatorLooks(bot, settings);
            said.put("log", bot.log());

            assertThat(parrot.heard())
                    .as("every key was sent to its vendor")
                    .containsAll(apiKeys())
                    .contains(GUILDS_KEY);
            assertThat(bot.log()).contains(" DEBUG ").contains("[secret]");
            everythingElse(bot);
            said.forEach((where, text) -> isFreeOfSecrets(where, text, bot.sandbox.botToken()));
        }
    }

    @Test
    void thePasswordOfADatabaseThatCannotBeReachedIsNotSaid() throws Exception {
        try (OperatedBot bot = new OperatedBot(folder, new Parrot())) {
            for (String url : List.of(
                    "jdbc:postgresql://127.0.0.1:1/earworm",
                    "jdbc:postgresql://127.0.0.1:1/earworm?password=" + PASSWORD,
                    "jdbc:postgresql://earworm:" + PASSWORD + "@127.0.0.1:1/earworm")) {
                Map<String, String> settings = new HashMap<>(settings(bot));
                settings.putAll(Map.of("DATABASE_URL", url, "DATABASE_USER", "earworm", "DATABASE_PASSWORD", PASSWORD));
                for (String command : List.of("check", "doctor", "migrate", "run")) {
                    said.put(command + " with " + url.replace(PASSWORD, "…"), bot.calls(settings, command));
                }
            }
            assertThat(said)
                    .hasSize(12)
                    .allSatisfy((command, text) -> assertThat(text).as(command).doesNotContain(PASSWORD));
        }
    }

    private static List<String> apiKeys() {
        return KEYS.values().stream().filter(key -> !key.equals(SEAL)).toList();
    }

    private static Map<String, String> settings(OperatedBot bot) {
        Map<String, String> settings = new HashMap<>(KEYS);
        VENDORS.forEach(vendor -> settings.put(vendor.toUpperCase(Locale.ROOT) + "_BASE_URL", bot.vendorUrl()));
        settings.put("QUOTA_CONCURRENT_SONGS", "100");
        settings.put("HTTP_ALLOW_PRIVATE_ADDRESSES", "true");
        settings.put("LOG_LEVEL", "trace");
        settings.put("QUOTA_DAILY_SONGS", "100");
        return settings;
    }

    /** An admin enters a key, which the vendor refuses and repeats, and then takes. */
    private void guildsKey(OperatedBot bot, Parrot parrot) {
        for (Parrot.Mood mood : List.of(Parrot.Mood.REFUSES, Parrot.Mood.BREAKS)) {
            parrot.usual = mood;
            SandboxMessage panel = bot.alice.in(bot.general).runs("admin keys").awaitResponse(FrontDoor.SOON);
            SandboxInteraction form = bot.alice.in(bot.general).presses(panel, "Key for Apiframe");
            bot.alice.in(bot.general).submits(form, Map.of("api_key", GUILDS_KEY));
            bot.eventually(() -> bot.alice.sees(bot.general).stream()
                    .filter(message -> message.id() == panel.id())
                    .anyMatch(message -> !message.content().equals(panel.content())));
        }
        for (String command : List.of("admin keys", "admin doctor", "admin changes", "privacy", "quota", "queue")) {
            said.put(
                    "/" + command,
                    bot.alice
                            .in(bot.general)
                            .runs(command)
                            .awaitResponse(FrontDoor.SOON)
                            .content());
        }
    }

    private void operatorLooks(OperatedBot bot, Map<String, String> settings) throws Exception {
        for (String path : List.of("/healthz", "/readyz", "/metrics", "/", "/webhooks/apiframe", "/nothing")) {
            said.put("GET " + path, bot.reads(path));
        }
        said.put("check", bot.calls(settings, "check"));
        said.put(
                "diagnostics",
                bot.calls(
                        settings,
                        "doctor",
                        "--diagnostics",
                        folder.resolve("diagnostics.txt").toString()));
        said.put(
                "backup",
                bot.calls(settings, "backup", folder.resolve("copy.db").toString()));
        said.put("wrong", bot.calls(with(settings, "DISCORD_TOKEN", "two\nlines of sekrit"), "check"));
    }

    private static Map<String, String> with(Map<String, String> settings, String key, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(key, value);
        return more;
    }

    /** What Discord was sent, and what lies on the disk: database, copy, diagnostics, songs, the log as well. */
    private void everythingElse(OperatedBot bot) throws IOException {
        for (SandboxMember member : List.of(bot.alice, bot.bob)) {
            Stream.concat(member.sees(bot.general).stream(), member.directMessages().stream())
                    .forEach(message -> said.put(
                            "message " + message.id(), message.content() + message.componentJson() + message.embeds()));
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(path -> !path.toString().contains("ffmpeg"))
                    .toList()) {
                said.put(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(said.keySet())
                .anyMatch(file -> file.endsWith("earworm.db"))
                .anyMatch(file -> file.endsWith("copy.db"))
                .anyMatch(file -> file.endsWith("diagnostics.txt"));
    }

    private static void isFreeOfSecrets(String where, String text, String token) {
        assertThat(text).as(where).doesNotContainIgnoringCase("sekrit").doesNotContain(SEAL, token);
        for (String key : KEYS.values()) {
            assertThat(text)
                    .as(where)
                    .doesNotContain(Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** A vendor that fails as it pleases, and repeats everything it was told. */
    private static final class Parrot extends Dispatcher {
        private final Set<String> heard = ConcurrentHashMap.newKeySet();
        private final Set<Mood> answered = ConcurrentHashMap.newKeySet();
        private volatile Mood usual = Mood.REFUSES;

        enum Mood {
            REFUSES,
            COMPLAINS,
            TALKS_NONSENSE,
            SENDS_ELSEWHERE,
            BREAKS
        }

        private Set<String> heard() {
            return heard;
        }

        /** To which songs. */
        private Set<Mood> answered() {
            return answered;
        }

        /** A song says in which mood it is to be answered. */
        private Mood mood(String body) {
            for (Mood mood : Mood.values()) {
                if (body.contains(mood + " river")) {
                    answered.add(mood);
                    return mood;
                }
            }
            return usual;
        }

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            String told = request.getHeaders().toMultimap().toString();
            Mood now = mood(request.getBody() == null ? "" : request.getBody().utf8());
            request.getHeaders().forEach(header -> heard.add(header.getSecond().replaceFirst("^Bearer ", "")));
            MockResponse.Builder answer = new MockResponse.Builder();
            return switch (now) {
                case REFUSES -> answer.code(401).body(json(told)).build();
                case COMPLAINS -> answer.code(400).body(json(told)).build();
                case TALKS_NONSENSE ->
                    answer.code(200).body("<html>" + told + "</html>").build();
                case SENDS_ELSEWHERE ->
                    answer.code(302)
                            .addHeader(
                                    "Location",
                                    "http://127.0.0.1:1/?told="
                                            + Base64.getUrlEncoder()
                                                    .encodeToString(told.getBytes(StandardCharsets.UTF_8)))
                            .addHeader("X-Told", told.replaceAll("[^ -~]", ""))
                            .build();
                case BREAKS ->
                    answer.code(500)
                            .body(json(told))
                            .onResponseEnd(new SocketEffect.CloseSocket())
                            .build();
            };
        }

        private static String json(String told) {
            String plain = told.replace("\"", "'");
            return """
                    {"detail":{"status":"invalid","message":"you said %s"},"error":{"message":"you said %s","code":"%s"},\
                    "message":"%s"}""".formatted(plain, plain, plain, plain);
        }
    }
}
