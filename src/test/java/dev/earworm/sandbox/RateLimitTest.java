package dev.earworm.sandbox;

import static dev.earworm.sandbox.RawBot.messages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earworm.sandbox.RawBot.Reply;
import dev.earworm.sandbox.http.Fault;
import dev.earworm.sandbox.http.LoggedRequest;
import dev.earworm.sandbox.http.RateLimitConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import org.junit.jupiter.api.Test;

class RateLimitTest extends SandboxFixture {
    private static final String HELLO = "{\"content\": \"hello\"}";

    @Test
    void everyAnswerCarriesTheHeaders() throws Exception {
        Reply taken = bot.post(messages(general), HELLO);
        Reply refused = bot.get("/channels/1");
        Reply unknown = bot.get("/nowhere");
        Reply unauthorized = new RawBot(sandbox, "Bot wrong").get("/users/@me");

        assertThat(List.of(taken, refused, unknown, unauthorized))
                .allSatisfy(reply -> assertThat(reply.headers().map().keySet())
                        .contains(
                                "via",
                                "x-ratelimit-bucket",
                                "x-ratelimit-limit",
                                "x-ratelimit-remaining",
                                "x-ratelimit-reset",
                                "x-ratelimit-reset-after"));
    }

    @Test
    void theSixthMessageInFiveSecondsHasToWaitButAnotherChannelHasNot() throws Exception {
        sandbox.rateLimits(RateLimitConfig.likeDiscord());
        for (int number = 1; number <= 5; number++) {
            Reply reply = bot.post(messages(general), HELLO);
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.headers().firstValue("X-RateLimit-Remaining")).contains(Integer.toString(5 - number));
        }

        Reply sixth = bot.post(messages(general), HELLO);

        assertThat(sixth.status()).isEqualTo(429);
        assertThat(sixth.body().path("retry_after").asDouble()).isBetween(0.001, 5.0);
        assertThat(sixth.body().path("global").asBoolean()).isFalse();
        assertThat(sixth.headers().firstValue("X-RateLimit-Scope")).contains("user");
        assertThat(sixth.headers().firstValue("Retry-After")).isPresent();
        assertThat(bot.post(messages(home.channel("other")), HELLO).status()).isEqualTo(200);
        assertThat(general.messages()).hasSize(5);
    }

    @Test
    void allRoutesTogetherHaveALimitFromWhichInteractionsAreFree() throws Exception {
        bot.registerSong();
        RateLimitConfig generous = RateLimitConfig.generous();
        sandbox.rateLimits(new RateLimitConfig(generous.rules(), generous.other(), 1));
        SandboxInteraction run = alice.in(general).sends("song", java.util.Map.of());

        Reply refused = firstRefused();

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body().path("global").asBoolean()).isTrue();
        assertThat(refused.headers().firstValue("X-RateLimit-Global")).contains("true");
        assertThat(bot.answer(run, "{\"type\": 5}").status()).isEqualTo(204);
    }

    /** The second of two in one second; which two those are, the machine decides. */
    private Reply firstRefused() throws Exception {
        Reply reply = bot.get("/users/@me");
        for (int more = 0; more < 20 && reply.status() == 200; more++) {
            reply = bot.get("/users/@me");
        }
        return reply;
    }

    @Test
    void jdaTriesAgainAfterBeingLimitedAndAfterABadGateway() throws Exception {
        try (JdaBot jda = JdaBot.logIn(sandbox)) {
            sandbox.faults().next(1, "POST /channels/*/messages", new Fault.RateLimited(Duration.ofMillis(10)));
            channel(jda).sendMessage("patient").complete();
            sandbox.faults().next(1, "POST /channels/*/messages", new Fault.Status(502));
            channel(jda).sendMessage("stubborn").complete();

            assertThat(general.messages()).extracting(SandboxMessage::content).containsExactly("patient", "stubborn");
            assertThat(sandbox.requests())
                    .filteredOn(request -> request.method().equals("POST"))
                    .extracting(LoggedRequest::status)
                    .containsExactly(429, 200, 502, 200);
            assertThat(jda.complaints()).isEmpty();
        }
    }

    @Test
    void aReplyThatIsLostDoesNotPostTwiceThanksToTheNonce() throws Exception {
        String once = "{\"content\": \"once\", \"nonce\": \"7\", \"enforce_nonce\": true}";
        sandbox.faults().next(1, "POST /channels/*/messages", new Fault.LostReply());

        assertThatThrownBy(() -> bot.post(messages(general), once)).isInstanceOf(IOException.class);
        Reply again = bot.post(messages(general), once);

        assertThat(general.messages())
                .singleElement()
                .satisfies(message -> assertThat(again.id()).isEqualTo(Long.toString(message.id())));
        assertThat(sandbox.requests().getFirst().status()).isZero();
    }

    @Test
    void aBrokenConnectionDoesNothing() throws Exception {
        sandbox.faults().next(1, "POST /channels/**", new Fault.ConnectionReset());

        assertThatThrownBy(() -> bot.post(messages(general), HELLO)).isInstanceOf(IOException.class);

        assertThat(general.messages()).isEmpty();
        assertThat(bot.post(messages(general), HELLO).status()).isEqualTo(200);
    }

    @Test
    void faultsHitOnlyTheirRouteAndTheirNumber() throws Exception {
        sandbox.faults().next(1, "GET /channels/*", new Fault.Status(500));
        sandbox.faults().next(1, "GET /users/@me", new Fault.Slow(Duration.ofMillis(1)));

        assertThat(bot.get(messages(general)).status()).isEqualTo(200);
        assertThat(bot.get("/users/@me").status()).isEqualTo(200);
        assertThat(bot.get("/channels/" + general.id()).status()).isEqualTo(500);
        assertThat(bot.get("/channels/" + general.id()).status()).isEqualTo(200);
        sandbox.faults().next(1, "GET /users/@me", new Fault.Status(500));
        sandbox.faults().clear();
        assertThat(bot.get("/users/@me").status()).isEqualTo(200);
        assertThatThrownBy(() -> sandbox.faults().next(0, "GET /users/@me", new Fault.Status(500)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private TextChannel channel(JdaBot jda) {
        TextChannel channel = jda.jda().getTextChannelById(general.id());
        assertThat(channel).isNotNull();
        return java.util.Objects.requireNonNull(channel);
    }

    @Test
    void jdaWaitsForAFullBucketByItself() throws Exception {
        sandbox.rateLimits(
                RateLimitConfig.generous().with("POST /channels/{channel}/messages", 2, Duration.ofMillis(200)));
        try (JdaBot jda = JdaBot.logIn(sandbox)) {
            for (int number = 0; number < 5; number++) {
                Message sent = channel(jda).sendMessage("hello").complete();
                assertThat(sent.getContentRaw()).isEqualTo("hello");
            }

            assertThat(general.messages()).hasSize(5);
            assertThat(jda.complaints()).isEmpty();
        }
    }
}
