package dev.earworm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earworm.discord.OutsideConfig;
import dev.earworm.sandbox.Choice;
import dev.earworm.sandbox.ClientRefusalException;
import dev.earworm.sandbox.MemberInChannel;
import dev.earworm.sandbox.SandboxChannel;
import dev.earworm.sandbox.SandboxGuild;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMember;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.sandbox.http.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bot outside of its guilds: in direct messages, and wherever a member is who added it to their own account. */
class OutsideTest {
    private static final Map<String, String> RIVER = Map.of("prompt", "a calm river");

    @TempDir
    private Path folder;

    private StagedProvider vendor;
    private FrontDoor bot;
    private SandboxMember zoe;
    private SandboxChannel elsewhere;

    @BeforeEach
    void prepare() throws Exception {
        vendor = new StagedProvider(Wav.tone(folder.resolve("song.wav"), Duration.ofSeconds(30)), 1);
        bot = new FrontDoor(folder.resolve("data"), FrontDoor.THREE_SONGS, vendor);
        SandboxGuild away = bot.sandbox.guildWithoutBot("Away");
        zoe = away.member("zoe").installsApp();
        elsewhere = away.channel("general");
    }

    @AfterEach
    void close() {
        bot.close();
        assertThat(bot.sandbox.unknownRequests()).isEmpty();
    }

    @Test
    void byDefaultCommandsAreOfferedInServersAlone() throws Exception {
        startsWith();

        assertThatThrownBy(() -> bot.alice.inDirectMessages().runs("song", RIVER))
                .isInstanceOf(ClientRefusalException.class);
        assertThatThrownBy(() -> zoe.in(elsewhere).runs("song", RIVER)).isInstanceOf(ClientRefusalException.class);
    }

    @Test
    void eachOfTheTwoIsAllowedByItself() throws Exception {
        startsWith(OutsideConfig.DIRECT_MESSAGES);
        bot.reads(bot.alice.inDirectMessages(), "quota", Map.of(), "0 of 3, 3 left");
        assertThatThrownBy(() -> zoe.in(elsewhere).runs("quota")).isInstanceOf(ClientRefusalException.class);
        bot.stop();

        startsWith(OutsideConfig.USER_INSTALL);
        bot.reads(zoe.in(elsewhere), "quota", Map.of(), "0 of 3, 3 left");
        assertThatThrownBy(() -> bot.alice.inDirectMessages().runs("quota")).isInstanceOf(ClientRefusalException.class);
    }

    @Test
    void whereDiscordStillOffersWhatTheOperatorForbadeItIsKindlyRefused() throws Exception {
        startsWith(OutsideConfig.DIRECT_MESSAGES, OutsideConfig.USER_INSTALL);
        bot.stop();
        bot.sandbox.faults().next(1, "PUT /applications/*/commands", new Fault.Status(400));
        startsWith();

        bot.reads(bot.alice.inDirectMessages(), "song", RIVER, "Songs can be asked for in servers only.");
        bot.reads(zoe.with(zoe.guild().member("yan")), "song", RIVER, "Songs can be asked for in servers only.");
        bot.reads(zoe.in(elsewhere), "song", RIVER, "I am not a member of this server, so I cannot post songs here.");
        assertThat(bot.alice.inDirectMessages().completes("song", "model", "")).isEmpty();
        assertThat(bot.songs()).isZero();
    }

    @Test
    void inDirectMessagesTheSongComesAsANewMessageBelow() throws Exception {
        startsWith(OutsideConfig.DIRECT_MESSAGES);
        SandboxInteraction asked =
                bot.reads(bot.alice.inDirectMessages(), "song", RIVER, "in the works", "2 songs left");

        vendor.finishesSongs();

        bot.becomes(asked, "Your song is done: “a calm river”\nIt is below.");
        SandboxMessage track = onlyTrackOf(bot.alice.directMessages());
        assertThat(track.content()).isEqualTo(bot.alice.mention() + " Your song is ready.");
        assertThat(TryText.of(track, Instant.now())).contains("a calm river", "0:30", "2 songs left today");
        assertThat(asked.followUps()).isEmpty();
        assertThat(bot.general.messages()).isEmpty();
    }

    @Test
    void inDirectMessagesTheSongAndItsStatusComeAlsoWhenTheTokenIsDead() throws Exception {
        startsWith(OutsideConfig.DIRECT_MESSAGES);
        SandboxInteraction asked = bot.reads(bot.alice.inDirectMessages(), "song", RIVER, "in the works");
        bot.eventually(() -> vendor.submits.size() == 1);
        bot.sandbox.tokenLifetime(Duration.ZERO);

        vendor.finishesSongs();

        bot.becomes(asked, "Your song is done: “a calm river”\nIt is below.");
        onlyTrackOf(bot.alice.directMessages());
    }

    @Test
    void inDirectMessagesEveryCommandIsAnsweredAndEveryButtonWorks() throws Exception {
        startsWith(OutsideConfig.DIRECT_MESSAGES);
        MemberInChannel direct = bot.alice.inDirectMessages();
        SandboxInteraction first = bot.reads(direct, "song", RIVER, "in the works");
        bot.eventually(() -> vendor.submits.size() == 1);
        SandboxInteraction second = bot.reads(direct, "song", Map.of("prompt", "a storm"), "in the works");
        bot.reads(bot.bob.inDirectMessages(), "song", Map.of("prompt", "bob's song"), "in the works");

        assertThat(bot.reads(direct, "queue", Map.of(), "a calm river", "a storm")
                        .response()
                        .content())
                .doesNotContain("bob");
        assertThat(direct.completes("cancel", "song", ""))
                .extracting(Choice::name)
                .containsExactly("a storm");
        bot.reads(direct, "help", Map.of(), "/song");
        SandboxMessage cancelled = direct.presses(second.response(), "Cancel").awaitResponse(FrontDoor.SOON);
        assertThat(cancelled.content()).startsWith("Called back: “a storm”");

        SandboxInteraction form = direct.runs("compose");
        direct.submits(form, Map.of("prompt", "a meadow"));
        vendor.finishesSongs();
        bot.eventually(() -> tracks(bot.alice.directMessages()).size() == 2);
        bot.becomes(first, "Your song is done: “a calm river”\nIt is below.");
        direct.presses(tracks(bot.alice.directMessages()).getFirst(), "Again");
        bot.eventually(() -> tracks(bot.alice.directMessages()).size() == 3);
        assertThat(vendor.prompts())
                .containsExactlyInAnyOrder("a calm river", "a meadow", "a calm river", "bob's song");
    }

    @Test
    void commandsForAdminsAreForServersOnly() throws Exception {
        startsWith(OutsideConfig.DIRECT_MESSAGES, OutsideConfig.USER_INSTALL);

        assertThatThrownBy(() -> bot.alice.inDirectMessages().runs("admin settings"))
                .isInstanceOf(ClientRefusalException.class);
        assertThatThrownBy(() -> zoe.guild().owner().installsApp().in(elsewhere).runs("admin settings"))
                .isInstanceOf(ClientRefusalException.class);
    }

    @Test
    void aMemberHasOneQuotaOutsideAndAnotherInEachServer() throws Exception {
        startsWith(OutsideConfig.DIRECT_MESSAGES, OutsideConfig.USER_INSTALL);
        bot.alice.installsApp();
        bot.reads(bot.alice.inDirectMessages(), "song", RIVER, "2 songs left today");

        bot.reads(bot.alice.with(bot.bob), "quota", Map.of(), "1 of 3, 2 left");
        bot.reads(bot.alice, "quota", Map.of(), "0 of 3, 3 left");
        bot.reads(zoe.in(elsewhere), "quota", Map.of(), "0 of 3, 3 left");
    }

    @Test
    void outsideAMemberIsSpokenToInTheirOwnLanguage() throws Exception {
        startsWith(OutsideConfig.DIRECT_MESSAGES, OutsideConfig.USER_INSTALL);
        bot.alice.speaking("de");
        zoe.speaking("de");
        SandboxInteraction direct = bot.reads(bot.alice.inDirectMessages(), "song", RIVER, "Dein Song ist in Arbeit");
        SandboxInteraction away = bot.reads(zoe.in(elsewhere), "song", RIVER, "Dein Song ist in Arbeit");

        vendor.finishesSongs();

        bot.becomes(direct, "Dein Song ist fertig: „a calm river“\nEr ist gleich hier drunter.");
        bot.becomes(away, "Dein Song ist fertig: „a calm river“\nEr ist gleich hier drunter.");
    }

    @Test
    void whereTheBotIsNotTheSongAnswersTheCommandAndItsStatusTakesNoneOfTheFiveAnswers() throws Exception {
        startsWith(OutsideConfig.USER_INSTALL);
        SandboxInteraction asked = bot.reads(zoe.in(elsewhere), "song", RIVER, "in the works", "2 songs left");

        vendor.finishesSongs();

        bot.becomes(asked, "Your song is done: “a calm river”\nIt is below.");
        assertThat(asked.followUps()).hasSize(1);
        SandboxMessage track = onlyTrackOf(elsewhere.messages());
        assertThat(track.content())
                .isEqualTo(zoe.mention()
                        + " Your song **a calm river** is ready: 0:30, made by The staged band. 2 songs left today.");
        assertThat(track.pings().users()).containsExactly(zoe.id());
    }

    @Test
    void aSongComesInTheMessagesOfFriendsToo() throws Exception {
        startsWith(OutsideConfig.USER_INSTALL);
        SandboxMember yan = zoe.guild().member("yan");
        MemberInChannel group = zoe.with(yan, zoe.guild().member("xena"));
        SandboxInteraction asked = bot.reads(group, "song", RIVER, "in the works");

        vendor.finishesSongs();

        bot.becomes(asked, "Your song is done: “a calm river”\nIt is below.");
        assertThat(asked.followUps()).singleElement().satisfies(track -> {
            assertThat(track.files()).hasSize(1);
            assertThat(track.isVisibleTo(yan.user())).isTrue();
        });
    }

    @Test
    void whereTheBotIsNotALateSongComesAsADirectMessage() throws Exception {
        startsWith(OutsideConfig.USER_INSTALL);
        bot.sandbox.guild("Home").member("zoe");
        bot.reads(zoe.in(elsewhere), "song", RIVER, "in the works");
        bot.eventually(() -> vendor.submits.size() == 1);
        bot.sandbox.tokenLifetime(Duration.ZERO);

        vendor.finishesSongs();

        bot.eventually(() -> !zoe.directMessages().isEmpty());
        onlyTrackOf(zoe.directMessages());
        assertThat(tracks(elsewhere.messages())).isEmpty();
    }

    @Test
    void aPrivateSongComesAsADirectMessageFromAnywhere() throws Exception {
        startsWith(OutsideConfig.USER_INSTALL);
        bot.home.member("zoe");
        SandboxInteraction asked =
                bot.reads(zoe.in(elsewhere), "song", Map.of("prompt", "a calm river", "private", true), "in the works");

        vendor.finishesSongs();

        bot.becomes(asked, "Your song is done: “a calm river”\nIt is in your direct messages.");
        onlyTrackOf(zoe.directMessages());
        assertThat(elsewhere.messages()).isEmpty();
    }

    @Test
    void theButtonsOfAPrivateSongWorkInDirectMessagesThoughCommandsDoNot() throws Exception {
        startsWith();
        bot.reads(bot.alice, "song", Map.of("prompt", "a calm river", "private", true), "in the works");
        vendor.finishesSongs();
        bot.eventually(() -> !bot.alice.directMessages().isEmpty());
        SandboxMessage track = onlyTrackOf(bot.alice.directMessages());

        bot.alice.inDirectMessages().presses(track, "Again");

        bot.eventually(() -> tracks(bot.alice.directMessages()).size() == 2);
        bot.reads(bot.alice, "quota", Map.of(), "2 of 3, 1 left");
    }

    private void startsWith(OutsideConfig... places) throws StartFailure {
        bot.worksIn(places);
        bot.start(PowerSwitch.never());
    }

    private SandboxMessage onlyTrackOf(List<SandboxMessage> messages) {
        assertThat(tracks(messages)).hasSize(1);
        assertThat(tracks(messages).getFirst().files().getFirst().name()).isEqualTo("a-calm-river.mp3");
        return tracks(messages).getFirst();
    }

    private static List<SandboxMessage> tracks(List<SandboxMessage> messages) {
        return messages.stream().filter(message -> !message.files().isEmpty()).toList();
    }
}
