package dev.earworm.sandbox;

import static dev.earworm.sandbox.RawBot.messages;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.sandbox.RawBot.Reply;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Limits that a bot meets only after a while: edits of old messages, and commands made in a day. */
class RareLimitTest extends SandboxFixture {
    private static final String EDITED = "{\"content\": \"edited\"}";

    private final SettableClock clock = new SettableClock();

    @Override
    SandboxConfig config() {
        return super.config().withClock(clock);
    }

    @Test
    void aMessageOfMoreThanAnHourIsEditedThreeTimesInSixSeconds() throws Exception {
        String old =
                messages(general) + "/" + bot.post(messages(general), EDITED).id();
        clock.advance(Duration.ofMinutes(59));
        for (int edit = 1; edit <= 5; edit++) {
            assertThat(bot.patch(old, EDITED).status()).isEqualTo(200);
        }
        clock.advance(Duration.ofMinutes(1));
        for (int edit = 1; edit <= 3; edit++) {
            assertThat(bot.patch(old, EDITED).status()).isEqualTo(200);
        }
        clock.advance(Duration.ofSeconds(2));

        Reply refused = bot.patch(old, EDITED);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo(30046);
        assertThat(refused.body().path("retry_after").asDouble()).isEqualTo(4);
        assertThat(refused.body().path("global").asBoolean(true)).isFalse();
        assertThat(refused.headers().firstValue("Retry-After")).contains("4");
        assertThat(refused.headers().firstValue("Via")).isPresent();
        String fresh =
                messages(general) + "/" + bot.post(messages(general), EDITED).id();
        assertThat(bot.patch(fresh, EDITED).status()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(4));
        assertThat(bot.patch(old, EDITED).status()).isEqualTo(200);
    }

    @Test
    void theLimitOfOldMessagesIsTheirChannelsAndNotThatOfAnswers() throws Exception {
        bot.registerSong();
        String first =
                messages(general) + "/" + bot.post(messages(general), EDITED).id();
        String second =
                messages(general) + "/" + bot.post(messages(general), EDITED).id();
        SandboxChannel other = home.channel("other");
        String third = messages(other) + "/" + bot.post(messages(other), EDITED).id();
        SandboxMessage question = ask();
        clock.advance(Duration.ofHours(2));
        bot.patch(first, EDITED);
        bot.patch(second, EDITED);
        bot.patch(first, EDITED);

        assertThat(bot.patch(second, EDITED).code()).isEqualTo(30046);
        assertThat(bot.patch(third, EDITED).status()).isEqualTo(200);
        SandboxInteraction press = alice.in(general).sendsPress(question, "again");
        assertThat(bot.answer(press, "{\"type\": 7, \"data\": {\"content\": \"pressed\"}}")
                        .status())
                .isEqualTo(204);
        assertThat(bot.patch(bot.hook(press) + "/messages/@original", EDITED).status())
                .isEqualTo(200);
    }

    @Test
    void twoHundredCommandsAreMadeInADayAndKnownNamesAreFree() throws Exception {
        String path = "/applications/%d/commands".formatted(sandbox.applicationId());
        assertThat(bot.put(path, commands("first", 100)).status()).isEqualTo(200);
        assertThat(bot.put(path, commands("first", 100)).status()).isEqualTo(200);
        assertThat(bot.put(path, commands("second", 99)).status()).isEqualTo(200);
        String one = "{\"name\": \"%s\", \"description\": \"a\"}";
        assertThat(bot.post(path, one.formatted("last")).status()).isEqualTo(201);

        Reply refused = bot.put(path, commands("third", 1));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo(30034);
        assertThat(bot.get(path).body()).hasSize(100);
        assertThat(bot.post(path, one.formatted("last")).status()).isEqualTo(200);
        assertThat(bot.put(
                                "/applications/%d/guilds/%d/commands".formatted(sandbox.applicationId(), home.id()),
                                commands("third", 1))
                        .status())
                .isEqualTo(200);
        clock.advance(Duration.ofDays(1));
        assertThat(bot.put(path, commands("third", 1)).status()).isEqualTo(200);
    }

    private SandboxMessage ask() throws Exception {
        SandboxInteraction run = alice.in(general).sends("song", Map.of());
        bot.answer(run, """
                {"type": 4, "data": {"content": "done", "components": [{"type": 1, "components": [
                    {"type": 2, "style": 1, "label": "Again", "custom_id": "again"}]}]}}""");
        return run.response();
    }

    private static String commands(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "{\"name\": \"%s%d\", \"description\": \"a\"}".formatted(name, number))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
