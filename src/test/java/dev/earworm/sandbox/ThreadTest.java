package dev.earworm.sandbox;

import static dev.earworm.sandbox.RawBot.messages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earworm.sandbox.RawBot.Reply;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Discord allows in threads and forums, by plain HTTP. */
class ThreadTest extends SandboxFixture {
    private static final String HELLO = "{\"content\": \"hello\"}";
    private static final String ANSWER = "{\"type\": 4, \"data\": {\"content\": \"done\"}}";
    private static final String PRIVATE_ANSWER = "{\"type\": 4, \"data\": {\"content\": \"done\", \"flags\": 64}}";

    private SandboxThread thread;

    @BeforeEach
    void startThread() throws Exception {
        bot.registerSong();
        thread = alice.in(general).startsThread("rivers");
    }

    @Test
    void aThreadIsAChannelBelowAnother() throws Exception {
        Reply posted = bot.post(messages(thread), HELLO);
        JsonNode json = bot.get("/channels/" + thread.id()).body();

        assertThat(posted.status()).isEqualTo(200);
        assertThat(json.path("type").asInt()).isEqualTo(11);
        assertThat(json.path("parent_id").asText()).isEqualTo(Long.toString(general.id()));
        assertThat(json.path("owner_id").asText()).isEqualTo(Long.toString(alice.id()));
        assertThat(json.at("/thread_metadata/archived").asBoolean()).isFalse();
        assertThat(json.path("message_count").asInt()).isEqualTo(1);
        assertThat(json.at("/member/join_timestamp").asText()).isNotEmpty();
        assertThat(thread.isMember(home.bot())).isTrue();
        assertThat(thread.messages()).hasSize(1);
        assertThat(general.messages()).isEmpty();
        assertThat(home.threads()).containsExactly(thread);
    }

    @Test
    void aThreadHasThePermissionsOfItsChannelButItsOwnForWriting() throws Exception {
        general.deny(home.botRole(), Permission.SEND_MESSAGES);
        assertThat(bot.post(messages(general), HELLO).code()).isEqualTo(50013);
        assertThat(bot.upload("POST", messages(thread), HELLO, Map.of("files[0]=a.mp3", new byte[] {1}))
                        .status())
                .isEqualTo(200);

        general.deny(home.botRole(), Permission.SEND_MESSAGES_IN_THREADS);
        assertThat(bot.post(messages(thread), HELLO).code()).isEqualTo(50013);
        general.deny(home.botRole(), Permission.VIEW_CHANNEL);
        assertThat(bot.post(messages(thread), HELLO).code()).isEqualTo(50001);
        assertThatThrownBy(() -> thread.deny(home.botRole(), Permission.VIEW_CHANNEL))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aPrivateThreadIsSeenByItsMembersAndModerators() throws Exception {
        SandboxThread secret = alice.in(general).startsPrivateThread("secret");
        SandboxMember bob = home.member("bob");
        alice.in(secret).posts("psst");

        assertThat(bot.post(messages(secret), HELLO).code()).isEqualTo(50001);
        assertThat(bob.sees(secret)).isEmpty();
        assertThat(alice.sees(secret)).hasSize(1);
        assertThatThrownBy(() -> bob.in(secret).posts("what?")).isInstanceOf(ClientRefusalException.class);

        secret.add(home.bot());
        secret.add(bob);
        assertThat(bot.post(messages(secret), HELLO).status()).isEqualTo(200);
        assertThat(bob.sees(secret)).hasSize(2);
        secret.remove(home.bot());
        assertThat(bot.get(messages(secret)).code()).isEqualTo(50001);
        home.botRole().grant(Permission.MANAGE_THREADS);
        assertThat(bot.get(messages(secret)).status()).isEqualTo(200);
    }

    @Test
    void aMessageWakesAnArchivedThreadAndNothingElseIsDoneInOne() throws Exception {
        Reply old = bot.post(messages(thread), HELLO);
        String path = messages(thread) + "/" + old.id();
        SandboxMessage hers = alice.in(thread).posts("old");
        thread.archive();

        assertThat(bot.patch(path, HELLO).code()).isEqualTo(50083);
        assertThatThrownBy(() -> alice.in(thread).sends("song", Map.of()))
                .isInstanceOf(ClientRefusalException.class)
                .hasMessageContaining("archived");
        assertThat(thread.isArchived()).isTrue();
        assertThat(bot.delete(path).status()).isEqualTo(204);
        alice.in(thread).deletes(hers);
        assertThat(bot.post(messages(thread), HELLO).status()).isEqualTo(200);
        assertThat(thread.isArchived()).isFalse();
        thread.archive();
        alice.in(thread).posts("again");
        assertThat(thread.isArchived()).isFalse();
    }

    @Test
    void aLockedThreadTakesNothingButFromModerators() throws Exception {
        String path = messages(thread) + "/" + bot.post(messages(thread), HELLO).id();
        thread.lock();
        assertThat(bot.post(messages(thread), HELLO).code()).isEqualTo(160005);
        assertThat(bot.patch(path, HELLO).code()).isEqualTo(160005);
        assertThatThrownBy(() -> alice.in(thread).posts("hello")).isInstanceOf(ClientRefusalException.class);

        thread.archive();
        assertThat(bot.post(messages(thread), HELLO).code()).isEqualTo(50083);
        assertThat(bot.delete(path).code()).isEqualTo(50083);
        home.owner().in(thread).posts("moderated");
        assertThat(thread.isArchived()).isFalse();
        thread.archive();

        home.botRole().grant(Permission.MANAGE_THREADS);
        assertThat(bot.post(messages(thread), HELLO).status()).isEqualTo(200);
        assertThat(thread.isArchived()).isFalse();
        assertThat(thread.isLocked()).isTrue();
        assertThat(bot.patch(path, HELLO).status()).isEqualTo(200);
    }

    @Test
    void anAnswerIsRefusedByAThreadThatWasLockedMeanwhileUnlessItIsEphemeral() throws Exception {
        SandboxInteraction first = alice.in(thread).sends("song", Map.of());
        SandboxInteraction second = alice.in(thread).sends("song", Map.of());
        SandboxInteraction third = alice.in(thread).sends("song", Map.of());
        bot.answer(third, "{\"type\": 5}");
        thread.lock();
        thread.archive();

        assertThat(bot.answer(first, ANSWER).code()).isEqualTo(50083);
        assertThat(first.answer()).isEmpty();
        assertThat(bot.answer(second, PRIVATE_ANSWER).status()).isEqualTo(204);
        assertThat(bot.patch(bot.hook(third) + "/messages/@original", HELLO).code())
                .isEqualTo(50083);
        assertThat(third.response().isLoading()).isTrue();
        assertThat(bot.patch(bot.hook(second) + "/messages/@original", HELLO).status())
                .isEqualTo(200);
    }

    @Test
    void theBotJoinsLeavesAndWakesAThread() throws Exception {
        String me = "/channels/%d/thread-members/@me".formatted(thread.id());
        String channel = "/channels/" + thread.id();

        assertThat(bot.put(me, "").status()).isEqualTo(204);
        assertThat(thread.isMember(home.bot())).isTrue();
        thread.archive();
        assertThat(bot.delete(me).code()).isEqualTo(50083);
        assertThat(bot.patch(channel, "{\"archived\": false}")
                        .body()
                        .at("/thread_metadata/archived")
                        .asBoolean(true))
                .isFalse();
        assertThat(bot.patch(channel, "{\"archived\": true}").code()).isEqualTo(50013);
        assertThat(bot.patch(channel, "{\"locked\": true}").code()).isEqualTo(50013);
        assertThat(bot.delete(me).status()).isEqualTo(204);
        assertThat(thread.isMember(home.bot())).isFalse();
        assertThat(bot.patch("/channels/" + general.id(), "{\"archived\": false}")
                        .code())
                .isEqualTo(50024);
    }

    @Test
    void aForumTakesPostsOnly() throws Exception {
        SandboxForum forum = home.forum("songs");
        assertThat(home.forum("songs")).isSameAs(forum);
        SandboxThread post = alice.in(forum).startsPost("A river", "Listen", Attached.bytes("a.mp3", new byte[] {1}));

        assertThat(bot.post(messages(forum), HELLO).code()).isEqualTo(40058);
        assertThatThrownBy(() -> alice.in(forum).posts("hello")).isInstanceOf(ClientRefusalException.class);
        assertThatThrownBy(() -> alice.in(general).startsPost("a", "b")).isInstanceOf(ClientRefusalException.class);
        assertThatThrownBy(() -> alice.in(forum).startsThread("a")).isInstanceOf(ClientRefusalException.class);
        assertThat(forum.posts()).containsExactly(post);
        assertThat(post.messages())
                .singleElement()
                .satisfies(message -> assertThat(message.id()).isEqualTo(post.id()));
        assertThat(bot.get("/channels/" + forum.id()).body().path("type").asInt())
                .isEqualTo(15);
        JsonNode json = bot.get("/channels/" + post.id()).body();
        assertThat(json.path("type").asInt()).isEqualTo(11);
        assertThat(json.path("parent_id").asText()).isEqualTo(Long.toString(forum.id()));
        assertThat(json.path("message_count").asInt()).isZero();
        assertThat(bot.post(messages(post), HELLO).status()).isEqualTo(200);
    }

    @Test
    void whatIsDeletedIsUnknownToRequestsAndToInteractions() throws Exception {
        SandboxInteraction answered = alice.in(thread).sends("song", Map.of());
        SandboxInteraction unanswered = alice.in(thread).sends("song", Map.of());
        bot.answer(answered, ANSWER);
        home.removeChannel(general);

        assertThat(bot.post(messages(thread), HELLO).code()).isEqualTo(10003);
        assertThat(bot.answer(unanswered, ANSWER).code()).isEqualTo(10003);
        assertThat(bot.post(bot.hook(answered), HELLO).code()).isEqualTo(10003);
        assertThat(bot.patch(bot.hook(answered) + "/messages/@original", HELLO).code())
                .isEqualTo(10003);
        assertThat(home.threads()).isEmpty();
        assertThatThrownBy(() -> alice.in(thread).posts("hello"))
                .isInstanceOf(ClientRefusalException.class)
                .hasMessageContaining("gone");
    }

    @Test
    void whoLeftTheGuildDoesNothingInItAnymore() {
        alice.in(general).posts("bye");
        alice.leaves();

        assertThatThrownBy(() -> alice.in(general).sends("song", Map.of()))
                .isInstanceOf(ClientRefusalException.class)
                .hasMessageContaining("left");
        assertThat(thread.isMember(alice)).isFalse();
        assertThat(alice.sees(general)).isEmpty();
    }

    @Test
    void activeThreadsAreListed() throws Exception {
        alice.in(general).startsPrivateThread("secret");
        alice.in(general).startsThread("old").archive();

        JsonNode json =
                bot.get("/guilds/%d/threads/active".formatted(home.id())).body();

        assertThat(json.path("threads").findValuesAsText("name")).containsExactly("rivers");
    }
}
