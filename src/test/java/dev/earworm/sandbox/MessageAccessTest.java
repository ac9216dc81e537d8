package dev.earworm.sandbox;

import static dev.earworm.sandbox.RawBot.messages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earworm.sandbox.RawBot.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import net.dv8tion.jda.api.events.message.MessageDeleteEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fetching and deleting messages, by channel and by an interaction's token, and how long a file's address lives. */
class MessageAccessTest extends SandboxFixture {
    private static final String SONG = "{\"content\": \"your song\"}";
    private static final Map<String, byte[]> FILE =
            Map.of("files[0]=song.mp3", "sound".getBytes(StandardCharsets.UTF_8));

    private final SettableClock clock = new SettableClock();

    @Override
    SandboxConfig config() {
        return super.config().withClock(clock);
    }

    @BeforeEach
    void registerCommands() throws Exception {
        bot.registerSong();
    }

    @Test
    void aFilesAddressExpiresAfterADayAndAFreshOneComesWithTheMessage() throws Exception {
        Reply posted = bot.upload("POST", messages(general), SONG, FILE);
        String old = address(posted);
        String seen = general.messages().getFirst().files().getFirst().url();
        clock.advance(Duration.ofHours(23));
        assertThat(bot.download(old).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofHours(1));

        assertThat(bot.download(old).statusCode()).isEqualTo(404);
        assertThat(bot.download(seen).statusCode()).isEqualTo(404);
        String fresh = address(bot.get(messages(general) + "/" + posted.id()));
        assertThat(fresh).isNotEqualTo(old).contains("?ex=", "&is=", "&hm=");
        assertThat(new String(bot.download(fresh).body(), StandardCharsets.UTF_8))
                .isEqualTo("sound");
        String listed =
                bot.get(messages(general)).body().at("/0/attachments/0/url").asText();
        assertThat(bot.download(listed).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?ex=ffffffff&is=0&hm=00", "?ex=&is=&hm="})
    void anAddressCannotBeForged(String query) throws Exception {
        String address = address(bot.upload("POST", messages(general), SONG, FILE));
        String plain = address.substring(0, address.indexOf('?'));

        assertThat(bot.download(plain + query).statusCode()).isEqualTo(404);
        assertThat(bot.download(address.replaceFirst("ex=[0-9a-f]+", "ex=ffffffff"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(bot.download(address.replace("song.mp3", "other.mp3")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void readingAMessageNeedsTheChannelAndItsHistory() throws Exception {
        String message =
                messages(general) + "/" + bot.post(messages(general), SONG).id();
        general.deny(home.botRole(), Permission.READ_MESSAGE_HISTORY);
        Reply withoutHistory = bot.get(message);
        general.deny(home.botRole(), Permission.VIEW_CHANNEL);
        Reply withoutChannel = bot.get(message);

        assertThat(withoutHistory.code()).isEqualTo(50013);
        assertThat(withoutChannel.code()).isEqualTo(50001);
        assertThat(bot.delete(message).code()).isEqualTo(50001);
        assertThat(general.messages()).hasSize(1);
    }

    @Test
    void theBotDeletesItsOwnMessageWithoutAnyPermissionButToSeeIt() throws Exception {
        Reply posted = bot.post(messages(general), SONG);
        general.deny(home.botRole(), Permission.SEND_MESSAGES, Permission.READ_MESSAGE_HISTORY);

        assertThat(bot.delete(messages(general) + "/" + posted.id()).status()).isEqualTo(204);
        assertThat(bot.delete(messages(general) + "/" + posted.id()).code()).isEqualTo(10008);
        assertThat(general.messages()).isEmpty();
    }

    @Test
    void inDirectMessagesOnlyOnesOwnCanBeDeleted() throws Exception {
        SandboxMessage hers = alice.inDirectMessages().posts("hello");
        Reply its = bot.post(messages(hers.channel()), SONG);

        assertThat(bot.delete(messages(hers.channel()) + "/" + hers.id()).code())
                .isEqualTo(50003);
        SandboxMessage song = alice.directMessages().getLast();
        assertThatThrownBy(() -> alice.inDirectMessages().deletes(song)).isInstanceOf(ClientRefusalException.class);
        assertThat(bot.delete(messages(hers.channel()) + "/" + its.id()).status())
                .isEqualTo(204);
        alice.inDirectMessages().deletes(hers);
        assertThat(alice.directMessages()).isEmpty();
    }

    @Test
    void aMemberDeletesTheirOwnMessageAndAModeratorAnyones() throws Exception {
        SandboxMessage hers = alice.in(general).posts("hello");
        bot.post(messages(general), SONG);
        SandboxMessage song = general.messages().getLast();

        assertThatThrownBy(() -> alice.in(general).deletes(song)).isInstanceOf(ClientRefusalException.class);
        alice.in(general).deletes(hers);
        home.owner().in(general).deletes(song);

        assertThat(general.messages()).isEmpty();
        assertThat(bot.get(messages(general) + "/" + song.id()).code()).isEqualTo(10008);
    }

    @Test
    void theBotHearsWhichMessageIsGoneUnlessItWasEphemeral() throws Exception {
        List<String> gone = new CopyOnWriteArrayList<>();
        try (JdaBot jda =
                JdaBot.logIn(sandbox, JdaBot.on(MessageDeleteEvent.class, event -> gone.add(event.getMessageId())))) {
            SandboxInteraction run = alice.in(general).sends("song", Map.of());
            bot.answer(run, "{\"type\": 4, \"data\": {\"content\": \"for you\", \"flags\": 64}}");
            bot.delete(bot.hook(run) + "/messages/@original");
            SandboxMessage hers = alice.in(general).posts("hello");
            alice.in(general).deletes(hers);

            assertThat(sandbox.await(Duration.ofSeconds(20), () -> !gone.isEmpty()))
                    .isTrue();
            assertThat(gone).containsExactly(Long.toString(hers.id()));
            assertThat(jda.complaints()).isEmpty();
        }
    }

    @Test
    void answersAndFollowUpsAreFetchedAndDeletedByTheirToken() throws Exception {
        SandboxInteraction run = alice.in(general).sends("song", Map.of());
        bot.answer(run, "{\"type\": 4, \"data\": {\"content\": \"first\", \"flags\": 64}}");
        String original = bot.hook(run) + "/messages/@original";
        String followUp =
                bot.hook(run) + "/messages/" + bot.post(bot.hook(run), SONG).id();

        assertThat(bot.get(original).body().path("content").asText()).isEqualTo("first");
        assertThat(bot.get(followUp).body().path("content").asText()).isEqualTo("your song");
        assertThat(bot.delete(followUp).status()).isEqualTo(204);
        assertThat(bot.delete(original).status()).isEqualTo(204);
        assertThat(bot.get(followUp).code()).isEqualTo(10008);
        assertThat(bot.delete(original).code()).isEqualTo(10008);
        assertThat(bot.get(original).code()).isEqualTo(10008);
        assertThat(alice.sees(general)).isEmpty();
        clock.advance(Duration.ofMinutes(16));
        assertThat(bot.get(original).code()).isEqualTo(50027);
    }

    @Test
    void anEphemeralMessageIsNotInTheChannel() throws Exception {
        SandboxInteraction run = alice.in(general).sends("song", Map.of());
        bot.answer(run, "{\"type\": 4, \"data\": {\"content\": \"for you\", \"flags\": 64}}");
        String path = messages(general) + "/" + run.response().id();

        assertThat(bot.get(path).code()).isEqualTo(10008);
        assertThat(bot.delete(path).code()).isEqualTo(10008);
        assertThat(bot.get(messages(general)).body()).isEmpty();
        assertThat(run.response().content()).isEqualTo("for you");
        home.owner().in(general).posts("hello");
        assertThatThrownBy(() -> home.owner().in(general).deletes(run.response()))
                .isInstanceOf(ClientRefusalException.class);
    }

    @Test
    void whatMembersWriteIsHiddenFromABotThatIsNeitherMeantNorTrusted() throws Exception {
        SandboxMessage hers = alice.in(general).posts("secret", Attached.bytes("a.mp3", new byte[] {1}));
        SandboxMessage mentioning =
                alice.in(general).posts("hello " + home.bot().mention());

        Reply hidden = bot.get(messages(general) + "/" + hers.id());
        assertThat(hidden.status()).isEqualTo(200);
        assertThat(hidden.body().path("content").asText()).isEmpty();
        assertThat(hidden.body().path("attachments")).isEmpty();
        assertThat(bot.get(messages(general) + "/" + mentioning.id())
                        .body()
                        .path("content")
                        .asText())
                .startsWith("hello");
        try (Sandbox trusting = Sandbox.start(config().withPrivilegedIntents())) {
            SandboxChannel channel = trusting.guild("Home").channel("general");
            SandboxMessage open =
                    trusting.guild("Home").member("alice").in(channel).posts("open");
            assertThat(new RawBot(trusting)
                            .get(messages(channel) + "/" + open.id())
                            .body()
                            .path("content")
                            .asText())
                    .isEqualTo("open");
        }
    }

    private static String address(Reply message) {
        return message.body().at("/attachments/0/url").asText();
    }
}
