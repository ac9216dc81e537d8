package dev.earworm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.ProviderFailure;
import dev.earworm.sandbox.Permission;
import dev.earworm.sandbox.SandboxChannel;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.sandbox.SandboxThread;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a finished song whose place has changed since it was asked for: it comes once, by the next way. */
class DeliveryLadderTest {
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

    @Test
    void aQuarterOfAnHourLaterTheSongStillComesToTheChannelAndTheStatusSaysWhere() {
        SandboxInteraction asked = asks(bot.general);
        theTokenDies();

        vendor.finishesSongs();

        SandboxMessage track = comesTo(bot.general);
        bot.eventually(() -> statusOf(asked)
                .equals("Your song is done: “a calm river”\nhttps://discord.com/channels/%d/%d/%d"
                        .formatted(bot.home.id(), bot.general.id(), track.id())));
        assertThat(bot.alice.directMessages()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SEND_MESSAGES", "ATTACH_FILES", "VIEW_CHANNEL"})
    void whereTheBotMayNotPostAnyMoreTheSongAnswersTheCommand(Permission taken) {
        SandboxInteraction asked = asks(bot.general);
        bot.general.deny(bot.home.botRole(), taken);

        vendor.finishesSongs();

        SandboxMessage track = comesTo(bot.general);
        assertThat(track.content())
                .isEqualTo(bot.alice.mention()
                        + " Your song **a calm river** is ready: 0:30, made by The staged band. 2 songs left today.");
        bot.eventually(() -> statusOf(asked).startsWith("Your song is done: “a calm river”\nhttps://discord.com/"));
        assertThat(bot.alice.directMessages()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SEND_MESSAGES", "ATTACH_FILES", "VIEW_CHANNEL"})
    void aQuarterOfAnHourLaterItComesAsADirectMessage(Permission taken) {
        asks(bot.general);
        bot.general.deny(bot.home.botRole(), taken);
        theTokenDies();

        vendor.finishesSongs();

        comesDirectly();
        assertThat(bot.tracks()).isEmpty();
    }

    @Test
    void aSongWhoseChannelWasDeletedComesAsADirectMessage() {
        SandboxChannel studio = bot.home.channel("studio");
        asks(studio);
        bot.home.removeChannel(studio);

        vendor.finishesSongs();

        comesDirectly();
    }

    @Test
    void aSongWhoseThreadWasDeletedComesAsADirectMessage() {
        SandboxThread thread = bot.alice.in(bot.general).startsThread("rivers");
        asks(thread);
        bot.home.removeChannel(thread);

        vendor.finishesSongs();

        comesDirectly();
        assertThat(bot.tracks()).isEmpty();
    }

    @Test
    void aSongWhoseThreadWasClosedForGoodComesAsADirectMessage() {
        SandboxThread thread = bot.alice.in(bot.general).startsThread("rivers");
        asks(thread);
        thread.lock();
        thread.archive();
        theTokenDies();

        vendor.finishesSongs();

        comesDirectly();
        assertThat(bot.tracks(thread)).isEmpty();
        assertThat(thread.isArchived()).isTrue();
    }

    @Test
    void theSongOfAMemberWhoLeftComesToTheChannelAllTheSame() {
        SandboxInteraction asked = asks(bot.general);
        bot.alice.leaves();

        vendor.finishesSongs();

        bot.eventually(() -> bot.tracks().size() == 1);
        bot.eventually(() -> statusOf(asked).startsWith("Your song is done: “a calm river”\nhttps://discord.com/"));
    }

    @Test
    void aPrivateSongWhoseMemberClosedTheirDirectMessagesComesAsAnAnswerThatOnlyTheySee() {
        SandboxInteraction asked = asks(bot.general, Map.of("prompt", "a calm river", "private", true));
        bot.alice.closesDirectMessages();

        vendor.finishesSongs();

        bot.eventually(() -> asked.followUps().size() == 1);
        SandboxMessage track = asked.followUps().getFirst();
        assertThat(track.isEphemeral()).isTrue();
        assertThat(track.files()).hasSize(1);
        bot.eventually(() -> statusOf(asked).equals("Your song is done: “a calm river”\nIt is below."));
        assertThat(bot.bob.sees(bot.general)).isEmpty();
    }

    @Test
    void aPrivateSongComesAsADirectMessageThoughItsChannelIsGone() {
        SandboxChannel studio = bot.home.channel("studio");
        asks(studio, Map.of("prompt", "a calm river", "private", true));
        bot.home.removeChannel(studio);

        vendor.finishesSongs();

        comesDirectly();
    }

    @Test
    void theSongOfAGuildThatTheBotWasThrownOutOfIsTriedByEveryOtherWay() {
        bot.sandbox.guild("Another").member("alice");
        asks(bot.general);
        bot.home.bot().leaves();
        theTokenDies();

        vendor.finishesSongs();

        comesDirectly();
        assertThat(bot.tracks()).isEmpty();
    }

    @Test
    void aRefusalClimbsTheSameLadder() {
        SandboxChannel studio = bot.home.channel("studio");
        asks(bot.general);
        vendor.refusesNext(new ProviderFailure.BadRequest("no"));
        bot.reads(bot.alice.in(studio), "song", Map.of("prompt", "a wild river"), "in the works");
        bot.home.removeChannel(studio);

        // The one song that the vendor makes at a time, so that the other is refused only now.
        vendor.finishesSongs();

        bot.eventually(() -> !bot.alice.directMessages().isEmpty());
        assertThat(bot.alice.directMessages())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.content())
                        .startsWith(bot.alice.mention() + " Your song could not be made: “a wild river”\n"));
    }

    private SandboxInteraction asks(SandboxChannel channel) {
        return asks(channel, Map.of("prompt", "a calm river"));
    }

    private SandboxInteraction asks(SandboxChannel channel, Map<String, ?> options) {
        SandboxInteraction asked = bot.alice.in(channel).runs("song", options);
        bot.eventually(() -> vendor.submits.size() == 1 && bot.statuses() == 1);
        return asked;
    }

    private void theTokenDies() {
        bot.sandbox.tokenLifetime(Duration.ZERO);
    }

    /** Once, and its member is the only one who is told. */
    private SandboxMessage comesTo(SandboxChannel channel) {
        bot.eventually(() -> !bot.tracks(channel).isEmpty());
        return theOne(bot.tracks(channel));
    }

    private SandboxMessage comesDirectly() {
        bot.eventually(() -> !bot.alice.directMessages().isEmpty());
        SandboxMessage track = theOne(bot.alice.directMessages());
        assertThat(track.content()).isEqualTo(bot.alice.mention() + " Your song is ready.");
        return track;
    }

    private SandboxMessage theOne(List<SandboxMessage> tracks) {
        bot.eventually(() -> bot.untold() == 0 && bot.rendering() == 0);
        assertThat(tracks).hasSize(1);
        assertThat(tracks.getFirst().files().getFirst().name()).isEqualTo("a-calm-river.mp3");
        assertThat(tracks.getFirst().pings().users()).containsExactly(bot.alice.id());
        return tracks.getFirst();
    }

    private static String statusOf(SandboxInteraction asked) {
        return asked.response().content();
    }
}
