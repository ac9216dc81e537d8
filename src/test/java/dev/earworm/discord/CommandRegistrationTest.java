package dev.earworm.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.earworm.quota.GuildId;
import dev.earworm.sandbox.SandboxGuild;
import dev.earworm.sandbox.http.Fault;
import dev.earworm.sandbox.http.LoggedRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandRegistrationTest {
    /** Some of them, at least. */
    private static final List<String> ALL = List.of("song", "compose", "plan", "queue", "cancel", "quota", "help");

    private final JsonMapper json = new JsonMapper();
    private BotRig rig;
    private SandboxGuild home;
    private SandboxGuild away;

    @BeforeEach
    void start(@TempDir Path folder) {
        rig = new BotRig(folder);
        home = rig.sandbox.guild("Home");
        away = rig.sandbox.guild("Away");
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void aSecondStartWritesNothing() throws Exception {
        logIn(global());
        assertThat(rig.sandbox.commandNames(home)).containsAll(ALL).doesNotHaveDuplicates();

        logIn(global());

        assertThat(registrations()).containsExactly("PUT /applications/{application}/commands");
    }

    @Test
    void aChangedDescriptionIsWrittenOnce() throws Exception {
        logIn(global());
        JsonNode before = command("song");
        put("", list().replace("Make a song", "Formerly made a song"));
        assertThat(command("song")).isNotEqualTo(before);

        logIn(global());
        logIn(global());

        assertThat(command("song").path("description")).isEqualTo(before.path("description"));
        // One of them is the change itself.
        assertThat(registrations()).hasSize(3);
    }

    @Test
    void commandsOfOneGuildAreThereAndNowhereElseAndASecondStartWritesNothing() throws Exception {
        logIn(only(home));
        rig.eventually(() -> rig.sandbox.commandNames(home).containsAll(ALL));
        logIn(only(home));
        rig.eventually(() -> reads(home) >= 2);

        assertThat(rig.sandbox.commandNames(home)).containsAll(ALL).doesNotHaveDuplicates();
        assertThat(rig.sandbox.commandNames(away)).isEmpty();
        assertThat(registrations()).containsExactly("PUT /applications/{application}/guilds/{guild}/commands");
    }

    @Test
    void switchingToAGuildEmptiesTheOthersAndSwitchingBackEmptiesTheGuildWithoutAskingTheOthers() throws Exception {
        logIn(global());

        logIn(only(home));
        rig.eventually(() -> names(guildPath(home)).containsAll(ALL));
        assertThat(names("")).isEmpty();

        logIn(global());
        rig.eventually(() -> names(guildPath(home)).isEmpty());
        assertThat(names("")).containsAll(ALL);
        assertThat(reads(away)).isZero();
        rig.eventually(() -> !rig.database.registeredGuilds().has(new GuildId(home.id())));
    }

    @Test
    void aServerThatTheBotIsAddedToLaterGetsItsCommandsThen() throws Exception {
        SandboxGuild later = rig.sandbox.guildWithoutBot("Later");
        logIn(only(later));
        assertThat(registrations()).isEmpty();

        rig.sandbox.guild("Later");

        rig.eventually(() -> names(guildPath(later)).containsAll(ALL));
    }

    /** 30034, which it answers to the 201st new command of a day. */
    @Test
    void whenDiscordTakesNoMoreCommandsTodayTheBotWorksWithThoseThatItHas() throws Exception {
        put("", hundred("first"));
        put("", hundred("second"));
        put("", "[]");
        assertThat(logIn(global())).isInstanceOf(Login.LoggedIn.class);
        assertThat(names("")).isEmpty();
        assertThat(rig.sandbox.requests()).anyMatch(request -> request.code() == 30034);
    }

    @Test
    void commandsOfAnEarlierVersionAreAnsweredWhenDiscordRefusesNewOnes() throws Exception {
        logIn(global());
        put("", list().replace("Make a song", "Formerly made a song"));
        rig.sandbox.faults().next(1, "PUT /applications/*/commands", new Fault.Status(400));

        assertThat(logIn(global())).isInstanceOf(Login.LoggedIn.class);

        BotRig.Scene scene = rig.scene();
        assertThat(scene.says(scene.alice, "song", Map.of("prompt", "a calm river"))
                        .content())
                .startsWith("Your song is in the works");
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 500})
    void aGuildThatRefusesDoesNotStopTheStartAndIsTriedAgainAtTheNext(int status) throws Exception {
        logIn(only(home));
        rig.eventually(() -> names(guildPath(home)).containsAll(ALL));
        rig.sandbox.faults().next(1, "GET /applications/*/guilds/*/commands", new Fault.Status(status));

        assertThat(logIn(global())).isInstanceOf(Login.LoggedIn.class);
        rig.eventually(() -> rig.sandbox.requests().stream().anyMatch(request -> request.status() == status));
        assertThat(names(guildPath(home))).containsAll(ALL);

        logIn(global());
        rig.eventually(() -> names(guildPath(home)).isEmpty());
    }

    @Test
    void aGuildThatTheBotIsNotInIsNoHindrance() throws Exception {
        DiscordConfig elsewhere = global().withCommands(CommandsConfig.inGuilds(new LinkedHashSet<>(Set.of(4711L))));

        assertThat(logIn(elsewhere)).isInstanceOf(Login.LoggedIn.class);
        assertThat(registrations()).isEmpty();
    }

    private DiscordConfig global() {
        return rig.config();
    }

    private DiscordConfig only(SandboxGuild... guilds) {
        Set<Long> ids = Arrays.stream(guilds).map(SandboxGuild::id).collect(Collectors.toSet());
        return global().withCommands(CommandsConfig.inGuilds(new LinkedHashSet<>(ids)));
    }

    /** As after a restart. */
    private Login logIn(DiscordConfig config) throws InterruptedException {
        rig.logOut();
        return rig.bot(config).logIn();
    }

    private List<String> registrations() {
        return rig.sandbox.requests().stream()
                .map(LoggedRequest::route)
                .filter(route -> route.startsWith("PUT ") && route.endsWith("/commands"))
                .toList();
    }

    private long reads(SandboxGuild guild) {
        return rig.sandbox.requests().stream()
                .filter(request -> request.method().equals("GET"))
                .filter(request -> request.path().contains("/guilds/" + guild.id() + "/commands"))
                .count();
    }

    private static String guildPath(SandboxGuild guild) {
        return "/guilds/" + guild.id();
    }

    private JsonNode command(String name) throws IOException, InterruptedException {
        for (JsonNode command : json.readTree(list())) {
            if (command.path("name").asText().equals(name)) {
                return command;
            }
        }
        throw new AssertionError("no command " + name);
    }

    private Set<String> names(String place) {
        try {
            Set<String> names = new HashSet<>();
            json.readTree(get(place))
                    .forEach(command -> names.add(command.path("name").asText()));
            return names;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String list() throws IOException, InterruptedException {
        return get("");
    }

    private static String hundred(String prefix) {
        return IntStream.range(0, 100)
                .mapToObj(number -> "{\"name\": \"%s%d\", \"description\": \"a\"}".formatted(prefix, number))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private String get(String place) throws IOException, InterruptedException {
        return call(request(place, "?with_localizations=true").GET());
    }

    private void put(String place, String commands) throws IOException, InterruptedException {
        call(request(place, "").PUT(HttpRequest.BodyPublishers.ofString(commands)));
    }

    private HttpRequest.Builder request(String place, String query) {
        return HttpRequest.newBuilder(URI.create(rig.sandbox.apiUrl() + "applications/" + rig.sandbox.applicationId()
                        + place + "/commands" + query))
                .header("Authorization", "Bot " + rig.sandbox.botToken())
                .header("Content-Type", "application/json");
    }

    private static String call(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.body();
        }
    }
}
