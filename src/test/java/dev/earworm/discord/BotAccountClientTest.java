package dev.earworm.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.BotAccount.Known;
import dev.earworm.discord.BotAccount.Logins;
import dev.earworm.discord.BotAccount.Refused;
import dev.earworm.discord.BotAccount.Unreachable;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BotAccountClientTest {
    private static final String BOT = """
            {"id":"123456789012345678","username":"earworm","discriminator":"0","bot":true,"avatar":null}""";
    private static final String GATEWAY = """
            {"url":"wss://gateway.discord.gg","shards":1,
             "session_start_limit":{"total":1000,"remaining":998,"reset_after":14400000,"max_concurrency":1}}""";

    private final MockWebServer discord = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        discord.start();
    }

    @AfterEach
    void stop() {
        discord.close();
    }

    @Test
    void theBotIsNamedWithTheLoginsItHasLeft() throws InterruptedException {
        answers(200, BOT);
        answers(200, GATEWAY);

        assertThat(ask())
                .isEqualTo(new Known(
                        "earworm", "123456789012345678", Optional.of(new Logins(998, 1000, Duration.ofHours(4)))));
        RecordedRequest first = discord.takeRequest();
        assertThat(first.getTarget()).isEqualTo("/api/v10/users/@me");
        assertThat(first.getHeaders().get("Authorization")).isEqualTo("Bot hush.hush.hush");
        assertThat(first.getHeaders().get("User-Agent")).startsWith("DiscordBot (");
        assertThat(discord.takeRequest().getTarget()).isEqualTo("/api/v10/gateway/bot");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[]", "{\"session_start_limit\":null}", "{\"session_start_limit\":{\"remaining\":\"x\"}}"})
    void whatDiscordDoesNotSayOfLoginsIsNotMadeUp(String gateway) {
        answers(200, BOT);
        answers(200, gateway);

        assertThat(ask()).isEqualTo(new Known("earworm", "123456789012345678", Optional.empty()));
    }

    @Test
    void aWrongTokenIsSaidWithoutTheToken() {
        answers(401, "{\"message\":\"401: Unauthorized\",\"code\":0}");

        assertThat(ask())
                .isEqualTo(new Refused("Discord does not accept the bot token: check discord.token (DISCORD_TOKEN)."));
    }

    @Test
    void withoutATokenNobodyIsAsked() {
        assertThat(new BotAccountClient(config(Optional.empty())).ask())
                .isEqualTo(new Refused("There is no bot token: set discord.token (DISCORD_TOKEN)."));
        assertThat(discord.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            403 | Discord refuses requests from here (HTTP 403).
            429 | Discord wants fewer requests (HTTP 429); try again later.
            500 | Discord is not well: it answers HTTP 500.
            503 | Discord is not well: it answers HTTP 503.
            """)
    void whatMayPassIsNotBlamedOnTheConfiguration(int status, String sentence) {
        answers(status, "error");

        assertThat(ask()).isEqualTo(new Unreachable(sentence));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | <html>a router</html>
            200 | {}
            200 | {"id":5}
            200 | ''
            404 | {}
            204 | ''
            """)
    void somethingElseAtTheAddressIsNamedAsThat(int status, String body) {
        answers(status, body);

        assertThat(ask())
                .isEqualTo(new Refused("At " + url()
                        + " there is something else than Discord's API: check discord.api-url (DISCORD_API_URL)."));
    }

    @Test
    void theTokenFollowsNoRedirect() {
        discord.enqueue(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", discord.url("/elsewhere"))
                .build());
        answers(200, BOT);

        assertThat(ask()).isInstanceOf(Refused.class);
        assertThat(discord.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aGatewayThatIsNotWellIsNoticedToo() {
        answers(200, BOT);
        answers(502, "");

        assertThat(ask()).isEqualTo(new Unreachable("Discord is not well: it answers HTTP 502."));
    }

    @Test
    void aLineThatBreaksIsUnreachable() {
        discord.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());

        assertThat(ask())
                .isInstanceOfSatisfying(
                        Unreachable.class,
                        unreachable -> assertThat(unreachable.sentence())
                                .startsWith("Discord cannot be reached at " + url() + ": ")
                                .doesNotContain("hush"));
    }

    @Test
    void nobodyAtTheAddressIsUnreachable() {
        URI gone = url();
        discord.close();

        assertThat(new BotAccountClient(
                                new DiscordConfig(Optional.of("hush.hush.hush"), gone, ShardsConfig.automatic()))
                        .ask())
                .isInstanceOf(Unreachable.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | {"integration_types_config":{"0":{},"1":{}}} | ALLOWED
            200 | {"integration_types_config":{"0":{}}}        | NOT_ALLOWED
            200 | {"integration_types_config":null}            | UNKNOWN
            200 | {}                                           | UNKNOWN
            403 | {}                                           | UNKNOWN
            """)
    void whetherMembersMayAddTheBotToTheirAccountIsWhatDiscordSays(int status, String body, UserInstall expected)
            throws InterruptedException {
        answers(status, body);

        assertThat(new BotAccountClient(config(Optional.of("hush.hush.hush"))).userInstall())
                .isEqualTo(expected);
        assertThat(discord.takeRequest().getTarget()).isEqualTo("/api/v10/applications/@me");
    }

    private BotAccount ask() {
        return new BotAccountClient(config(Optional.of("hush.hush.hush"))).ask();
    }

    private DiscordConfig config(Optional<String> botToken) {
        return new DiscordConfig(botToken, url(), ShardsConfig.automatic());
    }

    private URI url() {
        return discord.url("/api/v10/").uri();
    }

    private void answers(int status, String body) {
        discord.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }
}
