package dev.earworm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.sandbox.Permission;
import dev.earworm.sandbox.SandboxChannel;
import dev.earworm.sandbox.SandboxChatChannel.Kind;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.sandbox.SandboxThread;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In which places of a guild a song can be asked for, and that it comes there. */
class GuildPlacesTest {
    @TempDir
    private Path folder;

    private StagedProvider vendor;
    private FrontDoor bot;

    @BeforeEach
    void open() throws Exception {
        vendor = new StagedProvider(Wav.tone(folder.resolve("song.wav"), Duration.ofSeconds(30)), 1);
        bot = new FrontDoor(folder.resolve("data"), FrontDoor.THREE_SONGS, vendor);
        bot.editsSoon();
        bot.start(PowerSwitch.never());
    }

    @AfterEach
    void close() {
        bot.close();
        assertThat(bot.sandbox.unknownRequests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aSongComesInTheChatOfAChannelOfAnyKind(Kind kind) {
        comesIn(bot.home.channel("lounge", kind));
    }

    @Test
    void aSongComesInAThread() {
        comesIn(bot.alice.in(bot.general).startsThread("rivers"));
    }

    @Test
    void aSongComesInAPostOfAForum() {
        comesIn(bot.alice.in(bot.home.forum("songs")).startsPost("rivers", "All about them"));
    }

    @Test
    void aSongComesInAPrivateThreadThatTheBotWasAddedTo() {
        SandboxThread secret = bot.alice.in(bot.general).startsPrivateThread("secret");
        secret.add(bot.home.bot());

        comesIn(secret);
    }

    @Test
    void inAPrivateThreadThatTheBotDoesNotSeeTheSongAnswersTheCommand() {
        SandboxThread secret = bot.alice.in(bot.general).startsPrivateThread("secret");
        SandboxInteraction asked = asks(secret);

        vendor.finishesSongs();

        bot.eventually(() -> !bot.tracks(secret).isEmpty());
        SandboxMessage track = bot.tracks(secret).getFirst();
        assertThat(track.content())
                .isEqualTo(bot.alice.mention()
                        + " Your song **a calm river** is ready: 0:30, made by The staged band. 2 songs left today.");
        assertThat(track.pings().users()).containsExactly(bot.alice.id());
        bot.eventually(() -> asked.response().content().startsWith("Your song is done: “a calm river”\n"));
        assertThat(bot.tracks(secret)).hasSize(1);
    }

    @Test
    void inAThreadOnlyItsOwnPermissionToWriteCounts() {
        bot.general.deny(bot.home.botRole(), Permission.SEND_MESSAGES);
        comesIn(bot.alice.in(bot.general).startsThread("rivers"));
    }

    @Test
    void whereTheBotMayNotWriteInThreadsThatIsSaidBeforeAnythingIsMade() {
        SandboxThread thread = bot.alice.in(bot.general).startsThread("rivers");
        bot.general.deny(bot.home.botRole(), Permission.SEND_MESSAGES_IN_THREADS);

        bot.reads(
                bot.alice.in(thread),
                "song",
                Map.of("prompt", "a calm river"),
                "I cannot post a song here. I need this permission in this channel: Send Messages in Threads.");
    }

    @Test
    void inAVoiceChannelThatTheBotMayNotJoinThatIsSaidBeforeAnythingIsMade() {
        SandboxChannel lounge = bot.home.channel("lounge", Kind.VOICE);
        lounge.deny(bot.home.botRole(), Permission.CONNECT);

        bot.reads(
                bot.alice.in(lounge),
                "song",
                Map.of("prompt", "a calm river"),
                "I cannot post a song here. I need this permission in this channel: Connect.");
    }

    @Test
    void aThreadThatWasArchivedMeanwhileIsWokenByItsSong() {
        SandboxThread thread = bot.alice.in(bot.general).startsThread("rivers");
        SandboxInteraction asked = asks(thread);
        thread.archive();

        vendor.finishesSongs();

        comes(thread, asked);
        assertThat(thread.isArchived()).isFalse();
    }

    @Test
    void aThreadThatWasArchivedWhileTheBotWasAwayIsWokenTooThoughNothingToldOfIt() throws Exception {
        SandboxThread thread = bot.alice.in(bot.general).startsThread("rivers");
        SandboxInteraction asked = asks(thread);
        bot.stop();
        thread.archive();
        bot.sandbox.tokenLifetime(Duration.ZERO);

        bot.start(PowerSwitch.never());
        vendor.finishesSongs();

        comes(thread, asked);
        assertThat(thread.isArchived()).isFalse();
        assertThat(bot.alice.directMessages()).isEmpty();
    }

    private void comesIn(SandboxChannel channel) {
        SandboxInteraction asked = asks(channel);
        vendor.finishesSongs();
        comes(channel, asked);
    }

    private SandboxInteraction asks(SandboxChannel channel) {
        SandboxInteraction asked = bot.alice.in(channel).runs("song", Map.of("prompt", "a calm river"));
        bot.eventually(() -> bot.statuses() == 1);
        return asked;
    }

    private void comes(SandboxChannel channel, SandboxInteraction asked) {
        bot.eventually(() -> !bot.tracks(channel).isEmpty());
        SandboxMessage track = bot.tracks(channel).getFirst();
        assertThat(track.content()).isEqualTo(bot.alice.mention() + " Your song is ready.");
        assertThat(track.files().getFirst().name()).isEqualTo("a-calm-river.mp3");
        assertThat(track.pings().users()).containsExactly(bot.alice.id());
        bot.eventually(() -> asked.response()
                .content()
                .equals("Your song is done: “a calm river”\nhttps://discord.com/channels/%d/%d/%d"
                        .formatted(bot.home.id(), channel.id(), track.id())));
        assertThat(bot.tracks(channel)).hasSize(1);
    }
}
