package dev.earworm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earworm.sandbox.page.Control;
import dev.earworm.sandbox.page.OnOff;
import dev.earworm.sandbox.page.SandboxPage;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page is told, and by whom it lets itself be asked. */
class PageViewTest extends SandboxFixture {
    private static final Duration SOON = Duration.ofSeconds(20);
    private final AtomicInteger presses = new AtomicInteger();
    private PageClient page;
    private JsonNode state;

    @Override
    SandboxSite site() {
        Control.Action bell = new Control.Action() {
            @Override
            public void press() {
                presses.incrementAndGet();
            }

            @Override
            public String status() {
                return presses + " times";
            }
        };
        return new SandboxPage(List.of(
                new Control.Switch("rain", "Rain", "It rains.", new OnOff()),
                new Control.Press("bell", "Bell", "It rings.", bell)));
    }

    @Override
    SandboxConfig config() {
        return super.config().withAckTimeout(Duration.ofSeconds(2));
    }

    @BeforeEach
    void openPage() throws Exception {
        home.member("ada").isGranted(Permission.MANAGE_GUILD);
        home.channel("secret").deny(home.everyone(), Permission.VIEW_CHANNEL);
        home.channel("news").deny(home.everyone(), Permission.SEND_MESSAGES);
        page = PageClient.open(sandbox, alice);
        state = page.await("state");
    }

    @AfterEach
    void closePage() {
        page.close();
    }

    @Test
    void aViewerSeesTheirOwnChannelsAndEverybody() {
        assertThat(state.path("viewer").path("name").asText()).isEqualTo("alice");
        JsonNode guild = state.path("guilds").path(0);
        assertThat(guild.path("channels").findValuesAsText("name")).containsExactly("general", "news");
        assertThat(guild.path("channels").path(0).path("canWrite").asBoolean()).isTrue();
        assertThat(guild.path("channels").path(1).path("canWrite").asBoolean()).isFalse();
        assertThat(state.path("direct").path("name").asText()).isEqualTo("sandbox-bot");
        assertThat(state.path("users").findValuesAsText("name"))
                .containsExactly("alice", "ada", "Home's owner", "sandbox-bot");
        assertThat(state.path("users").findValuesAsText("note"))
                .containsExactly("member of Home", "admin of Home", "owner of Home", "");
        assertThat(state.path("bot").path("connected").asBoolean()).isFalse();
    }

    @Test
    void aChannelThatOpensIsShownAtOnce() throws Exception {
        home.channel("secret").allow(alice, Permission.VIEW_CHANNEL);

        page.await("state", now -> now.path("guilds").path(0).path("channels").size() == 3);
    }

    @Test
    void messagesComeChangeAndGo() throws Exception {
        String channel = RawBot.messages(general);
        String id = bot.post(channel, "{\"content\": \"one\"}").id();
        JsonNode posted = page.await("message");
        bot.patch(channel + "/" + id, "{\"content\": \"two\"}");
        JsonNode edited = page.await("message");
        bot.delete(channel + "/" + id);
        JsonNode gone = page.await("gone");

        assertThat(posted.path("content").asText()).isEqualTo("one");
        assertThat(posted.path("edited").isNull()).isTrue();
        assertThat(edited.path("content").asText()).isEqualTo("two");
        assertThat(edited.path("edited").isNumber()).isTrue();
        assertThat(gone.path("id").asText()).isEqualTo(id);
    }

    @Test
    void whatOthersAloneSeeIsNotTold() throws Exception {
        bot.registerSong();
        SandboxInteraction asked = home.member("ada").in(general).sends("song", Map.of());
        bot.answer(asked, "{\"type\": 4, \"data\": {\"content\": \"for ada\", \"flags\": 64}}");
        bot.post(RawBot.messages(home.channel("secret")), "{\"content\": \"a secret\"}");
        bot.post(RawBot.messages(general), "{\"content\": \"for all\"}");

        assertThat(sandbox.await(SOON, () -> page.unread().contains("message"))).isTrue();
        assertThat(page.unread()).doesNotContain("interaction").containsOnlyOnce("message");
        assertThat(page.await("message").path("content").asText()).isEqualTo("for all");
    }

    @Test
    void aBotThatDoesNotAnswerHasFailed() throws Exception {
        bot.registerSong();

        PageClient.Reply reply =
                page.post("run", "{\"channel\": \"%d\", \"path\": \"song\", \"options\": {}}".formatted(general.id()));

        assertThat(reply.body().path("failed").asBoolean()).isTrue();
        JsonNode failed =
                page.await("interaction", told -> told.path("status").asText().equals("failed"));
        assertThat(failed.path("id")).isEqualTo(reply.body().path("interaction"));
        assertThat(failed.path("name").asText()).isEqualTo("song");
    }

    @Test
    void aFileThatAnEmbedShowsIsNotShownTwiceAndEveryFileCanBeRead() throws Exception {
        bot.upload(
                "POST",
                RawBot.messages(general),
                """
                {"embeds": [{"title": "x", "image": {"url": "attachment://wave.png"}}],
                 "attachments": [{"id": 0}, {"id": 1, "description": "a song"}]}""",
                Map.of(
                        "files[0]=wave.png",
                        new byte[] {1, 2, 3},
                        "files[1]=song.mp3",
                        "music".getBytes(StandardCharsets.UTF_8)));

        JsonNode message = page.await("message");
        JsonNode song = message.path("files").path(0);
        assertThat(message.path("files")).hasSize(1);
        assertThat(song.path("name").asText()).isEqualTo("song.mp3");
        assertThat(song.path("type").asText()).isEqualTo("audio/mpeg");
        String picture =
                message.path("embeds").path(0).path("image").path("url").asText();
        assertThat(picture).startsWith("/page/files/").endsWith("/wave.png");
        HttpResponse<String> part =
                page.fetch(page.plain(song.path("url").asText()).header("Range", "bytes=1-"));
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("usic");
        assertThat(part.headers().firstValue("Content-Security-Policy")).contains("sandbox; default-src 'none'");
        assertThat(page.fetch(page.plain("/page/files/12/none.mp3")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aPersonWritesAttachesAndDeletes() throws Exception {
        PageClient.Reply said = page.post(
                "say",
                "{\"channel\": \"%d\", \"content\": \"hello\"}".formatted(general.id()),
                "file0",
                "hum.txt",
                "la".getBytes(StandardCharsets.UTF_8));
        JsonNode message = page.await("message");
        assertThat(message.path("id")).isEqualTo(said.body().path("message"));
        assertThat(message.path("author").path("name").asText()).isEqualTo("alice");
        assertThat(message.path("files").findValuesAsText("name")).containsExactly("hum.txt");

        page.post(
                "delete",
                "{\"channel\": \"%d\", \"message\": \"%s\"}"
                        .formatted(general.id(), message.path("id").asText()));
        assertThat(page.await("gone").path("id")).isEqualTo(message.path("id"));

        SandboxMessage others = home.member("ada").in(general).posts("mine");
        PageClient.Reply refused =
                page.post("delete", "{\"channel\": \"%d\", \"message\": \"%d\"}".formatted(general.id(), others.id()));
        assertThat(refused.status()).isEqualTo(422);
        PageClient.Reply silent = page.post(
                "say",
                "{\"channel\": \"%d\", \"content\": \"x\"}"
                        .formatted(home.channel("news").id()));
        assertThat(silent.problem()).isEqualTo("@alice lacks SEND_MESSAGES in #news.");
    }

    @Test
    void controlsAreMovedAndTold() throws Exception {
        assertThat(state.path("controls").findValuesAsText("label")).containsExactly("Rain", "Bell");
        assertThat(state.path("controls").path(0).path("on").asBoolean()).isFalse();
        assertThat(state.path("controls").path(1).path("on").isNull()).isTrue();

        page.post("control", "{\"id\": \"rain\", \"on\": true}");
        page.await("state", now -> now.path("controls").path(0).path("on").asBoolean());
        page.post("control", "{\"id\": \"bell\"}");
        page.await(
                "state",
                now -> now.path("controls").path(1).path("status").asText().equals("1 times"));
        page.post("control", "{\"id\": \"rain\", \"on\": false}");
        page.await("state", now -> !now.path("controls").path(0).path("on").asBoolean());
        assertThat(page.post("control", "{\"id\": \"snow\"}").problem()).isEqualTo("There is no such control.");
    }

    @Test
    void theLanguageOfTheClientCanBeChosen() throws Exception {
        page.post("locale", "{\"locale\": \"de\"}");

        page.await("state", now -> now.path("viewer").path("locale").asText().equals("de"));
        assertThat(page.post("locale", "{\"locale\": \"tlh\"}").problem()).isEqualTo("Discord has no language tlh.");
    }

    @Test
    void aSandboxThatClosesEndsThePage() throws Exception {
        sandbox.close();

        page.await("end");
    }

    @Test
    void onlyThePageItselfGivesOrders() throws Exception {
        HttpResponse<String> refused = page.fetch(page.plain("/page/control")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{\"id\": \"bell\"}")));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(presses).hasValue(0);
    }

    /** DNS rebinding: somebody's own name that points to this machine. */
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 200",
        "localhost:8080, 200",
        "[::1]:8080, 200",
        "192.168.1.20:8080, 200",
        "earworm.example, 421",
        "localhost.example:8080, 421",
        "127.0.0.1.example, 421"
    })
    void thePageIsOpenedByAnAddress(String host, int status) throws Exception {
        URI address = URI.create(sandbox.apiUrl());
        for (String path : List.of("/", "/page/events")) {
            try (Socket socket = new Socket(address.getHost(), address.getPort())) {
                String request =
                        "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\n\r\n".formatted(path, host);
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                BufferedReader reply =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                assertThat(reply.readLine()).startsWith("HTTP/1.1 " + status);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing.js", "x..js", "index.html.js", "%2e%2e%2fapplication.js", "Dom.js"})
    void thereAreNoFilesButThePagesOwn(String name) throws Exception {
        assertThat(page.fetch(page.plain("/" + name)).statusCode()).isEqualTo(name.isEmpty() ? 200 : 404);
    }

    @Test
    void thePageLoadsNothingFromElsewhere() throws Exception {
        HttpResponse<String> html = page.fetch(page.plain("/"));

        assertThat(html.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(html.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }
}
