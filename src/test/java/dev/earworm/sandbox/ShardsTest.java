package dev.earworm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earworm.sandbox.gateway.IdentifyLimit;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One bot in several sessions, each of which hears of its own guilds, and begins when the limit lets it. */
class ShardsTest extends SandboxFixture {
    private static final int INVALID_SESSION = 9;

    private final SettableClock clock = new SettableClock();

    @Override
    SandboxConfig config() {
        return super.config().withClock(clock).withIdentifies(new IdentifyLimit(2, Duration.ofSeconds(5)));
    }

    @Test
    void aGuildIsOfTheShardThatWasChosen() {
        for (int shard = 0; shard < 6; shard++) {
            SandboxGuild guild = sandbox.guild("shard " + shard, shard, 6);

            assertThat((guild.id() >>> 22) % 6).isEqualTo(shard);
            assertThat(sandbox.guild(guild.name(), 0, 6)).isSameAs(guild);
        }
    }

    @Test
    void everySessionHearsOfItsOwnGuildsAndTheFirstOfWhatIsInNone() throws Exception {
        SandboxGuild even = sandbox.guild("even", 0, 2);
        SandboxGuild odd = sandbox.guild("odd", 1, 2);
        bot.register("""
                [{"name": "song", "description": "Makes a song", "integration_types": [0, 1], "contexts": [0, 1]}]""");
        try (GatewayPeer first = identified(0, 2);
                GatewayPeer second = identified(1, 2)) {
            hearsOf(first, even);
            hearsOf(second, odd);

            odd.member("olga").in(odd.channel("general")).sends("song", Map.of());
            even.member("eve").in(even.channel("general")).sends("song", Map.of());
            SandboxMember eve = even.member("eve");
            eve.inDirectMessages().sends("song", Map.of());

            assertThat(interactionsGuild(second)).isEqualTo(Long.toString(odd.id()));
            assertThat(interactionsGuild(first)).isEqualTo(Long.toString(even.id()));
            assertThat(interactionsGuild(first)).isEmpty();
            assertThat(sandbox.gateway().connected()).isEqualTo(2);
        }
    }

    @Test
    void ofTwoInOneBucketTheSecondWaitsFiveSeconds() throws Exception {
        try (GatewayPeer first = identified(0, 6);
                GatewayPeer inTheOtherBucket = identified(1, 6);
                GatewayPeer inTheSame = saysWhoItIs(2, 6)) {
            assertThat(inTheSame.next().path("op").asInt()).isEqualTo(INVALID_SESSION);
            clock.advance(Duration.ofMillis(4999));
            inTheSame.say(identify(2, 6));
            assertThat(inTheSame.next().path("op").asInt()).isEqualTo(INVALID_SESSION);
            clock.advance(Duration.ofMillis(1));
            inTheSame.say(identify(2, 6));

            assertThat(inTheSame.next().path("t").asText()).isEqualTo("READY");
            assertThat(sandbox.gateway().identified()).isEqualTo(3);
            assertThat(sandbox.gateway().refusedIdentifies()).isEqualTo(2);
        }
    }

    @Test
    void theLimitIsAnnounced() throws Exception {
        identified(0, 1).close();

        JsonNode limit = bot.get("/gateway/bot").body().path("session_start_limit");

        assertThat(limit.path("max_concurrency").asInt()).isEqualTo(2);
        assertThat(limit.path("remaining").asInt()).isEqualTo(999);
    }

    private GatewayPeer identified(int shard, int shards) throws Exception {
        GatewayPeer peer = saysWhoItIs(shard, shards);
        JsonNode ready = peer.next();
        assertThat(ready.path("t").asText()).isEqualTo("READY");
        assertThat(ready.at("/d/shard").toString()).isEqualTo("[%d,%d]".formatted(shard, shards));
        return peer;
    }

    private GatewayPeer saysWhoItIs(int shard, int shards) throws Exception {
        GatewayPeer peer = GatewayPeer.connected(sandbox);
        peer.next();
        peer.say(identify(shard, shards));
        return peer;
    }

    private String identify(int shard, int shards) {
        return "{\"op\": 2, \"d\": {\"token\": \"%s\", \"intents\": 1, \"shard\": [%d, %d]}}"
                .formatted(sandbox.botToken(), shard, shards);
    }

    /** Among those that it is greeted with. */
    private static void hearsOf(GatewayPeer peer, SandboxGuild guild) throws Exception {
        JsonNode heard = peer.next();
        while (!heard.at("/d/id").asText().equals(Long.toString(guild.id()))) {
            assertThat(heard.path("t").asText()).isEqualTo("GUILD_CREATE");
            heard = peer.next();
        }
    }

    private static String interactionsGuild(GatewayPeer peer) throws Exception {
        JsonNode heard = peer.next();
        while (!heard.path("t").asText().equals("INTERACTION_CREATE")) {
            heard = peer.next();
        }
        return heard.at("/d/guild_id").asText();
    }
}
