package dev.earworm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.sandbox.RawBot.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever a bot sends, it is told what is wrong: never a failure of the sandbox's own. */
class NonsenseTest extends SandboxFixture {
    private static final List<String> BODIES = List.of(
            "",
            "{",
            "[]",
            "[5]",
            "[[]]",
            "null",
            "5",
            "{\"type\": {}}",
            "{\"type\": 4, \"data\": []}",
            "{\"type\": 4, \"data\": {\"content\": {}, \"embeds\": {}, \"components\": 5, \"flags\": []}}",
            "{\"type\": 8, \"data\": {\"choices\": {}}}",
            "{\"type\": 9, \"data\": {\"components\": [5]}}",
            "{\"content\": [], \"embeds\": [[]], \"components\": [[]], \"attachments\": [[]], \"flags\": 1e400}",
            "{\"content\": \"a\", \"attachments\": 5, \"allowed_mentions\": [], \"nonce\": {}}",
            "{\"content\": \"a\", \"attachments\": {\"id\": 5}, \"allowed_mentions\": {\"parse\": 5, \"users\": {}}}",
            "{\"content\": \"<@99999999999999999999> <@9999999999999999999> <@&9999999999999999999>\"}",
            "{\"content\": \"a\", \"message_reference\": 5}",
            "{\"content\": \"a\", \"message_reference\": {\"message_id\": {}}}",
            "{\"content\": \"a\", \"components\": [{\"type\": 1, \"components\": [{\"type\": 3, \"options\": 5}]}]}",
            "{\"content\": \"a\", \"embeds\": [{\"color\": \"99999999999999999999999\", \"fields\": {}, \"footer\": []}]}",
            "{\"name\": {}, \"description\": [], \"options\": {}}",
            "[{\"name\": \"a\", \"description\": \"a\", \"options\": [{\"type\": 3, \"choices\": 5}]}]",
            "[{\"name\": \"a\", \"description\": \"a\", \"type\": [], \"default_member_permissions\": \"all\"}]",
            "{\"recipient_id\": 99999999999999999999}",
            "{\"recipient_id\": [], \"a\": \"" + "[".repeat(2000) + "\"}",
            "[".repeat(3000));

    @Test
    void nonsenseIsRefusedOnEveryRoute() throws Exception {
        bot.registerSong();
        SandboxMessage message = alice.in(general).posts("hello");
        SandboxInteraction run = alice.in(general).sends("song", Map.of());
        String own =
                bot.post(RawBot.messages(general), "{\"content\": \"mine\"}").id();
        List<String> routes = List.of(
                "POST " + RawBot.messages(general),
                "PATCH " + RawBot.messages(general) + "/" + message.id(),
                "PATCH " + RawBot.messages(general) + "/" + own,
                "POST /interactions/%d/%s/callback".formatted(run.id(), run.interactionToken()),
                "POST " + bot.hook(run),
                "PATCH " + bot.hook(run) + "/messages/@original",
                "PATCH " + bot.hook(run) + "/messages/99999999999999999999",
                "POST /users/@me/channels",
                "PUT /applications/%d/commands".formatted(sandbox.applicationId()),
                "POST /applications/%d/commands".formatted(sandbox.applicationId()),
                "PATCH /applications/%d/commands/nonsense".formatted(sandbox.applicationId()),
                "POST /channels/-1/typing",
                "GET /guilds/x/members?limit=many&after=none",
                "GET /channels/%d/messages?limit=-1".formatted(general.id()));

        for (String route : routes) {
            for (String body : BODIES) {
                String[] words = route.split(" ", 2);
                assertAnswered(
                        bot.send(words[0], words[1], "application/json", body.getBytes(StandardCharsets.UTF_8)),
                        route,
                        body);
                if (!words[1].contains("commands") && !words[0].equals("GET")) {
                    assertAnswered(
                            bot.upload(words[0], words[1], body, Map.of("files[0]=a", new byte[1])), route, body);
                }
            }
        }
    }

    private static void assertAnswered(Reply reply, String route, String body) {
        assertThat(reply.status()).as("%s %s: %s", route, body, reply.body()).isLessThan(500);
        if (reply.status() >= 400) {
            assertThat(reply.body().path("message").asText())
                    .as("%s %s", route, body)
                    .isNotEmpty();
        }
    }
}
