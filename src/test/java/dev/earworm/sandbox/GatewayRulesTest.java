package dev.earworm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gateway's own rules, by a plain WebSocket. */
class GatewayRulesTest extends SandboxFixture {
    private @Nullable GatewayPeer peer;

    @BeforeEach
    void connect() {
        peer = open();
    }

    @AfterEach
    void disconnect() {
        peer().close();
    }

    @Test
    void helloComesFirstThenReadyThenTheGuilds() throws Exception {
        assertThat(peer().next().path("op").asInt()).isEqualTo(10);
        peer().say(identify(sandbox.botToken(), "\"intents\": 1"));
        JsonNode ready = peer().next();
        JsonNode guild = peer().next();

        assertThat(ready.path("t").asText()).isEqualTo("READY");
        assertThat(ready.path("s").asLong()).isEqualTo(1);
        assertThat(ready.at("/d/guilds/0/unavailable").asBoolean()).isTrue();
        assertThat(ready.at("/d/resume_gateway_url").asText()).isEqualTo(sandbox.gatewayUrl());
        assertThat(guild.path("t").asText()).isEqualTo("GUILD_CREATE");
        assertThat(guild.at("/d/id").asText()).isEqualTo(Long.toString(home.id()));
        peer().say("{\"op\": 1, \"d\": 2}");
        assertThat(peer().next().path("op").asInt()).isEqualTo(11);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"op": 2, "d": {"token": "wrong", "intents": 1}}                                  | 4004
            {"op": 2, "d": {"token": "sandbox-bot-token", "intents": 1, "shard": [2, 2]}}     | 4010
            {"op": 2, "d": {"token": "sandbox-bot-token", "intents": 32768}}                  | 4014
            {"op": 3, "d": {}}                                                                | 4003
            {"op": 8, "d": {}}                                                                | 4003
            {"op": 99}                                                                        | 4001
            nonsense                                                                          | 4002
            []                                                                                | 4002
            {"op": 6, "d": {"token": "wrong", "session_id": "a", "seq": 1}}                   | 4004
            """)
    void whatTheGatewayDoesNotUnderstandClosesTheConnection(String said, int code) throws Exception {
        peer().next();
        peer().say(said);

        assertThat(peer().closed()).isEqualTo(code);
    }

    @Test
    void identifyingTwiceAndTalkingTooMuchCloseTheConnection() throws Exception {
        peer().next();
        peer().say(identify(sandbox.botToken(), "\"intents\": 0"));
        peer().next();
        peer().say(identify(sandbox.botToken(), "\"intents\": 0"));
        assertThat(peer().closed()).isEqualTo(4005);

        GatewayPeer talker = open();
        talker.next();
        for (int number = 0; number <= 120; number++) {
            talker.say("{\"op\": 1, \"d\": null}");
        }
        assertThat(talker.closed()).isEqualTo(4008);

        GatewayPeer verbose = open();
        verbose.next();
        verbose.say("{\"op\": 1, \"d\": \"%s\"}".formatted("a".repeat(4096)));
        assertThat(verbose.closed()).isEqualTo(4002);
    }

    @Test
    void anUnknownSessionCannotBeResumed() throws Exception {
        peer().next();
        peer().say("{\"op\": 6, \"d\": {\"token\": \"%s\", \"session_id\": \"gone\", \"seq\": 1}}"
                .formatted(sandbox.botToken()));

        JsonNode answer = peer().next();
        assertThat(answer.path("op").asInt()).isEqualTo(9);
        assertThat(answer.path("d").asBoolean()).isFalse();
    }

    @Test
    void aResumeTellsExactlyWhatWasMissed() throws Exception {
        peer().next();
        peer().say(identify(sandbox.botToken(), "\"intents\": 512"));
        JsonNode ready = peer().next();
        sandbox.gateway().dropConnections();
        alice.in(general).posts("missed, " + home.bot().mention());

        GatewayPeer returned = open();
        returned.next();
        returned.say("{\"op\": 6, \"d\": {\"token\": \"%s\", \"session_id\": \"%s\", \"seq\": %d}}"
                .formatted(
                        sandbox.botToken(),
                        ready.at("/d/session_id").asText(),
                        ready.path("s").asLong()));

        JsonNode missed = returned.next();
        assertThat(missed.path("t").asText()).isEqualTo("MESSAGE_CREATE");
        assertThat(missed.at("/d/content").asText()).startsWith("missed");
        assertThat(missed.at("/d/member/roles").isArray()).isTrue();
        assertThat(returned.next().path("t").asText()).isEqualTo("RESUMED");
    }

    @Test
    void messagesAreToldOnlyToThoseWhoAskedAndNeverEphemeralOnes() throws Exception {
        bot.registerSong();
        peer().next();
        peer().say(identify(sandbox.botToken(), "\"intents\": 0"));
        peer().next();
        alice.in(general).posts("unheard");
        SandboxInteraction run = alice.in(general).sends("song", java.util.Map.of());
        bot.answer(run, "{\"type\": 4, \"data\": {\"content\": \"psst\", \"flags\": 64}}");

        JsonNode heard = peer().next();

        assertThat(heard.path("t").asText()).isEqualTo("INTERACTION_CREATE");
        JsonNode data = heard.path("d");
        assertThat(data.path("attachment_size_limit").asLong()).isEqualTo(10L * 1024 * 1024);
        assertThat(data.at("/authorizing_integration_owners/0").asText()).isEqualTo(Long.toString(home.id()));
        assertThat(data.path("context").asInt()).isZero();
        assertThat(data.at("/member/user/username").asText()).isEqualTo("alice");
        assertThat(data.path("app_permissions").asLong()).isNotZero();
        assertThat(data.path("locale").asText()).isEqualTo("en-US");
        sandbox.gateway().reconnect();
        assertThat(peer().next().path("op").asInt()).isEqualTo(7);
    }

    private GatewayPeer open() {
        return GatewayPeer.connected(sandbox);
    }

    private GatewayPeer peer() {
        return Objects.requireNonNull(peer);
    }

    private static String identify(String botToken, String more) {
        return "{\"op\": 2, \"d\": {\"token\": \"%s\", %s}}".formatted(botToken, more);
    }
}
