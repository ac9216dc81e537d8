package dev.earworm.sandbox;

import static dev.earworm.sandbox.RawBot.messages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earworm.sandbox.RawBot.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PermissionTest extends SandboxFixture {
    private static final String HELLO = "{\"content\": \"hello\"}";
    private static final Map<String, byte[]> FILE = Map.of("files[0]=a.mp3", new byte[] {1});

    @Test
    void aChannelThatTheBotDoesNotSeeIsMissingAccess() throws Exception {
        general.deny(home.botRole(), Permission.VIEW_CHANNEL);

        Reply reply = bot.post(messages(general), HELLO);

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.code()).isEqualTo(50001);
        assertThat(bot.get("/channels/" + general.id()).code()).isEqualTo(50001);
        assertThat(bot.get(messages(general)).code()).isEqualTo(50001);
    }

    @Test
    void sendingAndAttachingAreAskedForEach() throws Exception {
        general.deny(home.botRole(), Permission.ATTACH_FILES);
        assertThat(bot.upload("POST", messages(general), HELLO, FILE).code()).isEqualTo(50013);
        assertThat(bot.post(messages(general), HELLO).status()).isEqualTo(200);

        general.allow(home.botRole(), Permission.ATTACH_FILES).deny(home.botRole(), Permission.SEND_MESSAGES);
        Reply reply = bot.post(messages(general), HELLO);
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.code()).isEqualTo(50013);
        assertThat(general.messages()).hasSize(1);
    }

    @Test
    void withoutEmbedLinksTheEmbedsAreDropped() throws Exception {
        general.deny(home.botRole(), Permission.EMBED_LINKS);

        bot.post(messages(general), "{\"content\": \"hello\", \"embeds\": [{\"title\": \"a\"}]}");
        Reply embedsAlone = bot.post(messages(general), "{\"embeds\": [{\"title\": \"a\"}]}");

        assertThat(general.messages())
                .singleElement()
                .satisfies(message -> assertThat(message.embeds()).isEmpty());
        assertThat(embedsAlone.code()).isEqualTo(50006);
    }

    @Test
    void anInteractionIsAnsweredWhateverTheChannelDenies() throws Exception {
        bot.registerSong();
        general.deny(home.botRole(), Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES, Permission.ATTACH_FILES);
        SandboxInteraction run = alice.in(general).sends("song", Map.of());

        bot.answer(run, "{\"type\": 5}");
        Reply reply = bot.upload("PATCH", bot.hook(run) + "/messages/@original", HELLO, FILE);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(run.response().files()).hasSize(1);
        assertThat(alice.sees(general)).hasSize(1);
    }

    @Test
    void overwritesCountFromEveryoneOverRolesToTheMember() {
        SandboxRole quiet = home.role("quiet");
        SandboxRole loud = home.role("loud");
        alice.gets(quiet).gets(loud);
        assertThat(alice.permissionsIn(general)).contains(Permission.SEND_MESSAGES);

        general.deny(home.everyone(), Permission.SEND_MESSAGES);
        assertThat(alice.permissionsIn(general))
                .contains(Permission.VIEW_CHANNEL)
                .doesNotContain(Permission.SEND_MESSAGES, Permission.ATTACH_FILES, Permission.EMBED_LINKS);
        general.deny(quiet, Permission.SEND_MESSAGES).allow(loud, Permission.SEND_MESSAGES);
        assertThat(alice.permissionsIn(general)).contains(Permission.SEND_MESSAGES, Permission.ATTACH_FILES);
        general.deny(alice, Permission.SEND_MESSAGES);
        assertThat(alice.permissionsIn(general)).doesNotContain(Permission.SEND_MESSAGES);
        general.deny(alice, Permission.VIEW_CHANNEL);
        assertThat(alice.permissionsIn(general)).isEmpty();
        loud.grant(Permission.ADMINISTRATOR);
        assertThat(alice.permissionsIn(general)).contains(Permission.VIEW_CHANNEL, Permission.MANAGE_GUILD);
        assertThat(home.owner().permissionsIn(general)).contains(Permission.ADMINISTRATOR);
    }

    @Test
    void aCommandForManagersIsHiddenFromOthers() throws Exception {
        bot.register("""
                [{"name": "admin", "description": "For managers", "default_member_permissions": "32"},
                 {"name": "nobody", "description": "For administrators", "default_member_permissions": "0"}]""");
        SandboxMember manager = home.member("manager").isGranted(Permission.MANAGE_GUILD);

        assertThatThrownBy(() -> alice.in(general).sends("admin", Map.of()))
                .isInstanceOf(ClientRefusalException.class)
                .hasMessageContaining("/admin");
        assertThat(manager.in(general).sends("admin", Map.of()).name()).isEqualTo("admin");
        assertThatThrownBy(() -> manager.in(general).sends("nobody", Map.of()))
                .isInstanceOf(ClientRefusalException.class);
        assertThat(home.owner().in(general).sends("nobody", Map.of()).name()).isEqualTo("nobody");
    }

    @Test
    void aMemberNeedsToSeeTheChannelAndToBeAllowedCommands() throws Exception {
        bot.registerSong();
        general.deny(home.everyone(), Permission.USE_APPLICATION_COMMANDS);
        assertThatThrownBy(() -> alice.in(general).sends("song", Map.of())).isInstanceOf(ClientRefusalException.class);
        general.allow(home.everyone(), Permission.USE_APPLICATION_COMMANDS)
                .deny(home.everyone(), Permission.VIEW_CHANNEL);
        assertThatThrownBy(() -> alice.in(general).sends("song", Map.of())).isInstanceOf(ClientRefusalException.class);
        assertThat(alice.sees(general)).isEmpty();
        assertThatThrownBy(() -> alice.in(general).posts("hello")).isInstanceOf(ClientRefusalException.class);
    }

    @Test
    void directMessagesArriveUnlessTheyAreClosed() throws Exception {
        String opened = bot.post("/users/@me/channels", "{\"recipient_id\": \"%d\"}".formatted(alice.id()))
                .id();
        assertThat(bot.post("/channels/%s/messages".formatted(opened), HELLO).status())
                .isEqualTo(200);
        assertThat(alice.directMessages()).extracting(SandboxMessage::content).containsExactly("hello");

        alice.closesDirectMessages();
        Reply closed = bot.post("/channels/%s/messages".formatted(opened), HELLO);
        assertThat(closed.status()).isEqualTo(403);
        assertThat(closed.code()).isEqualTo(50007);

        alice.opensDirectMessages();
        alice.leaves();
        assertThat(bot.post("/channels/%s/messages".formatted(opened), HELLO).code())
                .isEqualTo(50278);
    }

    @Test
    void aDirectChannelNeedsAKnownRecipient() throws Exception {
        assertThat(bot.post("/users/@me/channels", "{\"recipient_id\": \"1\"}").code())
                .isEqualTo(50033);
        assertThat(bot.post("/users/@me/channels", "{}").mistakeAt("recipient_id"))
                .isEqualTo("BASE_TYPE_REQUIRED");
        assertThat(bot.post("/users/@me/channels", "{\"recipient_id\": \"alice\"}")
                        .code())
                .isEqualTo(50035);
    }

    @Test
    void aRemovedChannelIsUnknown() throws Exception {
        SandboxChannel songs = home.channel("songs");
        home.removeChannel(songs);

        assertThat(bot.post(messages(songs), HELLO).code()).isEqualTo(10003);
    }
}
