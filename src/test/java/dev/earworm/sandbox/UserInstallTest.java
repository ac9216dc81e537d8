package dev.earworm.sandbox;

import static dev.earworm.sandbox.RawBot.messages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earworm.sandbox.RawBot.Reply;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a command is offered: in guilds, with the bot, and wherever a user brings the application along. */
class UserInstallTest extends SandboxFixture {
    private static final String ANSWER = "{\"type\": 4, \"data\": {\"content\": \"done\"}}";
    private static final String MORE = "{\"content\": \"more\"}";

    private SandboxMember zoe;
    private SandboxMember bob;
    private SandboxChannel elsewhere;

    @BeforeEach
    void visitAnotherGuild() {
        SandboxGuild away = sandbox.guildWithoutBot("Away");
        zoe = away.member("zoe");
        bob = away.member("bob");
        elsewhere = away.channel("general");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [0]    | null      | guild dm
            [1]    | null      | away private
            [0, 1] | null      | guild dm away private
            null   | null      | guild dm away private
            [0, 1] | [0]       | guild away
            [0, 1] | [1]       | dm
            [0, 1] | [2]       | private
            ["0"]  | ["0"]     | guild
            [0]    | [0, 1, 2] | guild dm
            [1]    | [0, 1, 2] | away private
            """)
    void aCommandIsOfferedWhereItIsInstalledAndMeantFor(String installations, String contexts, String places)
            throws Exception {
        bot.register("""
                [{"name": "song", "description": "a", "integration_types": %s, "contexts": %s}]""".formatted(installations, contexts));
        zoe.installsApp();

        assertThat(offered(alice.in(general))).isEqualTo(places.contains("guild"));
        assertThat(offered(alice.inDirectMessages())).isEqualTo(places.contains("dm"));
        assertThat(offered(zoe.in(elsewhere))).isEqualTo(places.contains("away"));
        assertThat(offered(zoe.with(bob))).isEqualTo(places.contains("private"));
        assertThat(offered(bob.in(elsewhere))).isFalse();
        assertThat(offered(bob.with(zoe))).isFalse();
    }

    @Test
    void theOwnersSayWhoBroughtTheApplication() throws Exception {
        bot.registerSong();
        zoe.installsApp();
        alice.installsApp();

        assertThat(owners(alice.in(general))).isEqualTo("{\"0\":\"%d\",\"1\":\"%d\"}".formatted(home.id(), alice.id()));
        assertThat(owners(home.member("carol").in(general))).isEqualTo("{\"0\":\"%d\"}".formatted(home.id()));
        assertThat(owners(zoe.in(elsewhere))).isEqualTo("{\"1\":\"%d\"}".formatted(zoe.id()));
        assertThat(owners(zoe.inDirectMessages())).isEqualTo("{\"0\":\"0\",\"1\":\"%d\"}".formatted(zoe.id()));
        assertThat(owners(zoe.with(bob))).isEqualTo("{\"1\":\"%d\"}".formatted(zoe.id()));
    }

    @Test
    void whoPressesAButtonDoesSoByTheInstallationOfWhoAsked() throws Exception {
        bot.registerSong();
        SandboxInteraction run = zoe.installsApp().in(elsewhere).sends("song", Map.of());
        bot.answer(run, """
                {"type": 4, "data": {"content": "done", "components": [{"type": 1, "components": [
                    {"type": 2, "style": 1, "label": "Again", "custom_id": "again"}]}]}}""");

        SandboxInteraction press = bob.in(elsewhere).sendsPress(run.response(), "again");

        assertThat(press.authorization().json().toString()).isEqualTo("{\"1\":\"%d\"}".formatted(zoe.id()));
        assertThat(press.user()).isEqualTo(bob.user());
    }

    @Test
    void theBotKnowsNothingOfAGuildThatItIsNotIn() throws Exception {
        bot.registerSong();
        zoe.installsApp();
        SandboxInteraction run = zoe.in(elsewhere).sends("song", Map.of());
        bot.answer(run, ANSWER);

        long guild = zoe.guild().id();
        assertThat(sandbox.guilds()).containsExactly(home);
        assertThat(bot.get("/guilds/" + guild).code()).isEqualTo(10004);
        assertThat(bot.get("/channels/" + elsewhere.id()).code()).isEqualTo(50001);
        assertThat(bot.post(messages(elsewhere), MORE).code()).isEqualTo(50001);
        assertThat(bot.delete(messages(elsewhere) + "/" + run.response().id()).code())
                .isEqualTo(50001);
        assertThat(bot.put("/applications/%d/guilds/%d/commands".formatted(sandbox.applicationId(), guild), "[]")
                        .code())
                .isEqualTo(50001);
        assertThat(bot.patch(bot.hook(run) + "/messages/@original", MORE).status())
                .isEqualTo(200);
        assertThat(elsewhere.messages()).extracting(SandboxMessage::content).containsExactly("more");
        assertThat(sandbox.guild("Away").bot().id()).isEqualTo(sandbox.applicationId());
        assertThat(bot.post(messages(elsewhere), MORE).status()).isEqualTo(200);
    }

    @Test
    void anApplicationThatAUserBroughtFollowsUpFiveTimes() throws Exception {
        bot.registerSong();
        SandboxInteraction run = zoe.installsApp().in(elsewhere).sends("song", Map.of());
        bot.answer(run, "{\"type\": 5}");
        assertThat(bot.post(bot.hook(run), MORE).status()).isEqualTo(200);
        for (int number = 1; number <= 5; number++) {
            assertThat(bot.post(bot.hook(run), MORE).status()).isEqualTo(200);
        }

        assertThat(bot.post(bot.hook(run), MORE).code()).isEqualTo(40094);
        assertThat(run.followUps()).hasSize(5);
        assertThat(bot.patch(bot.hook(run) + "/messages/@original", MORE).status())
                .isEqualTo(200);
        SandboxInteraction atHome = alice.installsApp().in(general).sends("song", Map.of());
        bot.answer(atHome, ANSWER);
        for (int number = 1; number <= 6; number++) {
            assertThat(bot.post(bot.hook(atHome), MORE).status()).isEqualTo(200);
        }
    }

    @Test
    void itsAnswersAreEphemeralWhereTheUserMayNotPostThem() throws Exception {
        bot.registerSong();
        zoe.installsApp();
        elsewhere.deny(zoe, Permission.USE_EXTERNAL_APPS);
        SandboxInteraction first = zoe.in(elsewhere).sends("song", Map.of());
        bot.answer(first, ANSWER);
        Reply followUp = bot.post(bot.hook(first), MORE);
        assertThat(first.response().isEphemeral()).isTrue();
        assertThat(followUp.body().path("flags").asInt()).isEqualTo(64);

        elsewhere.allow(zoe, Permission.USE_EXTERNAL_APPS).deny(zoe, Permission.SEND_MESSAGES);
        SandboxInteraction second = zoe.in(elsewhere).sends("song", Map.of());
        bot.answer(second, "{\"type\": 5}");
        assertThat(second.response().isEphemeral()).isTrue();

        elsewhere.allow(zoe, Permission.SEND_MESSAGES);
        SandboxInteraction third = zoe.in(elsewhere).sends("song", Map.of());
        bot.answer(third, ANSWER);
        assertThat(third.response().isEphemeral()).isFalse();

        general.deny(alice, Permission.USE_EXTERNAL_APPS, Permission.SEND_MESSAGES);
        SandboxInteraction atHome = alice.installsApp().in(general).sends("song", Map.of());
        bot.answer(atHome, ANSWER);
        assertThat(atHome.response().isEphemeral()).isFalse();
    }

    @Test
    void aLockedThreadElsewhereIsNotEvenSeen() throws Exception {
        bot.registerSong();
        SandboxThread thread = zoe.installsApp().in(elsewhere).startsThread("rivers");
        SandboxInteraction run = zoe.in(thread).sends("song", Map.of());
        thread.lock();

        assertThat(bot.answer(run, ANSWER).code()).isEqualTo(50001);
        thread.unlock();
        assertThat(bot.answer(run, ANSWER).status()).isEqualTo(204);
    }

    @Test
    void strangersAreReachedOnlyIfTheyInstalledTheApplication() throws Exception {
        bot.registerSong();
        assertThatThrownBy(() -> zoe.inDirectMessages().sends("song", Map.of()))
                .isInstanceOf(ClientRefusalException.class);
        String opened = bot.post("/users/@me/channels", "{\"recipient_id\": \"%d\"}".formatted(zoe.id()))
                .id();
        assertThat(bot.post("/channels/%s/messages".formatted(opened), MORE).code())
                .isEqualTo(50278);

        zoe.installsApp();
        assertThat(bot.post("/channels/%s/messages".formatted(opened), MORE).status())
                .isEqualTo(200);
        zoe.closesDirectMessages();
        assertThat(bot.post("/channels/%s/messages".formatted(opened), MORE).code())
                .isEqualTo(50007);
        zoe.opensDirectMessages();
        zoe.uninstallsApp();
        assertThat(bot.post("/channels/%s/messages".formatted(opened), MORE).code())
                .isEqualTo(50278);
    }

    @Test
    void privateMessagesAreForThoseInThem() throws Exception {
        bot.registerSong();
        SandboxInteraction run = zoe.installsApp().with(bob).sends("song", Map.of());
        bot.answer(run, ANSWER);

        assertThat(run.channel()).isSameAs(bob.with(zoe).channel());
        assertThat(bob.sees(run.channel())).hasSize(1);
        assertThat(alice.sees(run.channel())).isEmpty();
        assertThat(bot.get(messages(run.channel())).code()).isEqualTo(50001);
        assertThat(bot.get(bot.hook(run) + "/messages/@original").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "contexts": []             | contexts
            "contexts": [3]            | contexts
            "contexts": [0, 0]         | contexts
            "contexts": ["guild"]      | contexts
            "integration_types": [2]   | integration_types
            "integration_types": []    | integration_types
            """)
    void onlyPlacesThatThereAreCanBeRegistered(String field, String at) throws Exception {
        String path = "/applications/%d/commands".formatted(sandbox.applicationId());

        Reply reply = bot.post(path, "{\"name\": \"song\", \"description\": \"a\", %s}".formatted(field));

        assertThat(reply.code()).isEqualTo(50035);
        assertThat(reply.mistakeAt(at)).isNotEmpty();
    }

    @Test
    void placesAreReadBackAsNumbersAndOnlyForGlobalCommands() throws Exception {
        String song =
                "[{\"name\": \"song\", \"description\": \"a\", \"contexts\": [\"0\"], \"integration_types\": [\"1\"]}]";
        String commands = "/applications/%d/commands".formatted(sandbox.applicationId());
        JsonNode global = bot.put(commands, song).body().path(0);
        JsonNode guilds = bot.put(commands.replace("/commands", "/guilds/%d/commands".formatted(home.id())), song)
                .body()
                .path(0);

        assertThat(global.path("contexts").toString()).isEqualTo("[0]");
        assertThat(global.path("integration_types").toString()).isEqualTo("[1]");
        assertThat(guilds.has("contexts")).isFalse();
        assertThat(guilds.has("integration_types")).isFalse();
    }

    private static boolean offered(MemberInChannel member) {
        try {
            return member.sends("song", Map.of()).name().equals("song");
        } catch (ClientRefusalException _) {
            return false;
        }
    }

    private static String owners(MemberInChannel member) {
        return member.sends("song", Map.of()).authorization().json().toString();
    }
}
