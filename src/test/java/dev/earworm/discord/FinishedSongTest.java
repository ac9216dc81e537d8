package dev.earworm.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.BotRig.Scene;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.Visibility;
import dev.earworm.music.JobId;
import dev.earworm.sandbox.Permission;
import dev.earworm.sandbox.SandboxButton;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.sandbox.SandboxModal;
import dev.earworm.sandbox.SandboxModal.Field;
import dev.earworm.sandbox.http.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.utils.TimeUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The buttons below a finished song. */
class FinishedSongTest {
    private static BotRig rig;

    @BeforeAll
    static void start(@TempDir Path folder) throws InterruptedException {
        rig = BotRig.loggedIn(folder);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @AfterEach
    void calmDown() {
        rig.sandbox.faults().clear();
    }

    @Test
    void belowASongStandWhatMakesOthersOfItAndWhatIsDoneWithIt() throws IOException {
        Scene scene = rig.scene();
        delivered(scene, Map.of("prompt", "a calm river"));

        SandboxMessage card = card(scene);

        assertThat(card.componentJson()).hasSize(2);
        assertThat(labels(card)).containsExactly("Again", "Change", "Send as voice message", "Delete");
    }

    @Test
    void whereTheBotMaySendNoVoiceMessagesNorEmbedsTheOtherButtonsAreThere() throws IOException {
        Scene scene = rig.scene();
        scene.general.deny(scene.guild.botRole(), Permission.SEND_VOICE_MESSAGES, Permission.EMBED_LINKS);
        rig.awaitLoss(scene.general, net.dv8tion.jda.api.Permission.MESSAGE_ATTACH_VOICE_MESSAGE);
        // Without embeds no song can be asked for, but one may be under way.
        scene.general.allow(scene.guild.botRole(), Permission.EMBED_LINKS);
        Job job = scene.rendered(scene.asks(scene.alice, "a calm river"));
        scene.general.deny(scene.guild.botRole(), Permission.EMBED_LINKS);
        rig.awaitLoss(scene.general, net.dv8tion.jda.api.Permission.MESSAGE_EMBED_LINKS);

        rig.publisher().publish(job, rig.track(1000));

        assertThat(card(scene).embeds()).isEmpty();
        assertThat(labels(card(scene))).containsExactly("Again", "Change", "Delete");
    }

    @Test
    void anAnswerThatOnlyItsMemberSeesCanBeNeitherDeletedNorSentAsAVoice() throws IOException {
        Scene scene = rig.scene();
        scene.alice.closesDirectMessages();
        Job job = scene.rendered(scene.asks(scene.alice, Map.of("prompt", "a secret", "private", true)));

        rig.publisher().publish(job, rig.track(1000));

        SandboxMessage answer = scene.alice.sees(scene.general).getLast();

        assertThat(answer.isEphemeral()).isTrue();
        assertThat(labels(answer)).containsExactly("Again", "Change");
    }

    @Test
    void againOrdersTheSameWithAnotherSeedAtOnce() throws IOException {
        Scene scene = rig.scene();
        Job first = delivered(
                scene, Map.of("prompt", "a calm river", "length", 77, "seed", 5, "lyrics", "la la", "format", "flac"));

        SandboxInteraction press = scene.alice.in(scene.general).presses(card(scene), "Again");

        rig.eventually(() -> !press.followUps().isEmpty());
        SandboxMessage status = press.followUps().getFirst();
        assertThat(status.content())
                .startsWith("Your song is in the works: “a calm river”\nGrand Studio · 1:17 · ")
                .endsWith("2 songs left today.");
        assertThat(status.isEphemeral()).isFalse();
        Job second = scene.unfinished().getFirst();
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.request().seed())
                .isPresent()
                .isNotEqualTo(first.request().seed());
        assertThat(second.request().withSeed(first.request().seed())).isEqualTo(first.request());
        assertThat(second.destination().channel()).isEqualTo(first.destination().channel());
    }

    @Test
    void aModelWithoutSeedsIsAskedAgainWithoutOne() throws IOException {
        Scene scene = rig.scene();
        delivered(scene, Map.of("prompt", "a calm river", "model", "booth/tiny"));

        pressed(scene, "Again");

        assertThat(scene.unfinished().getFirst().request().seed()).isEmpty();
        assertThat(scene.unfinished().getFirst().request().model()).hasToString("booth/tiny");
    }

    @Test
    void eachPressMakesOneSongWhoseNameFollowsFromThePress() throws IOException {
        Scene scene = rig.scene();
        delivered(scene, Map.of("prompt", "a calm river"));

        SandboxInteraction one = pressed(scene, "Again");
        SandboxInteraction two = pressed(scene, "Again");

        assertThat(scene.unfinished()).extracting(Job::id).containsExactly(song(one), song(two));
    }

    private static JobId song(SandboxInteraction press) {
        return JobId.at(TimeUtil.getTimeCreated(press.id()).toInstant(), (int) (press.id() & 0x3F_FFFF));
    }

    @Test
    void aPressThatDiscordDidNotTakeOrdersNothing() throws IOException {
        Scene scene = rig.scene();
        Job job = delivered(scene, Map.of("prompt", "a calm river"));
        rig.sandbox.faults().next(1, "POST /interactions/*/*/callback", new Fault.Status(500));

        scene.alice.in(scene.general).sendsPress(card(scene), "again:" + job.id());
        rig.eventually(() -> rig.sandbox.requests().stream().anyMatch(request -> request.status() == 500));
        pressed(scene, "Again");

        assertThat(scene.unfinished()).hasSize(1);
    }

    @Test
    void withoutQuotaAgainSaysSoToItsMemberAlone() throws IOException {
        Scene scene = rig.scene();
        delivered(scene, Map.of("prompt", "a calm river"));
        for (int i = 0; i < 3; i++) {
            scene.asks(scene.alice, "song " + i);
        }

        SandboxMessage answer = pressed(scene, "Again").followUps().getFirst();

        assertThat(answer.content()).startsWith("You have had 4 songs today, and the limit is 4 a day.");
        assertThat(answer.isEphemeral()).isTrue();
    }

    @Test
    void aPrivateSongIsMadeAgainInPrivateAndFromDirectMessages() throws IOException {
        Scene scene = rig.scene();
        delivered(scene, Map.of("prompt", "a secret", "private", true));
        SandboxMessage card = scene.alice.directMessages().getLast();
        assertThat(labels(card)).containsExactly("Again", "Change", "Send as voice message", "Delete");

        SandboxInteraction press = scene.alice.inDirectMessages().presses(card, "Again");

        rig.eventually(() -> !press.followUps().isEmpty());
        assertThat(press.followUps().getFirst().content()).startsWith("Your song is in the works: “a secret”");
        Job second = scene.unfinished().getFirst();
        assertThat(second.destination().visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(second.account()).isEqualTo(scene.account(scene.alice));
        assertThat(scene.bob.sees(scene.general)).isEmpty();
    }

    @Test
    void whereNoSongCanBePostedAnyMoreAgainNamesWhatIsMissing() throws IOException {
        Scene scene = rig.scene();
        delivered(scene, Map.of("prompt", "a calm river"));
        scene.general.deny(scene.guild.botRole(), Permission.ATTACH_FILES);
        rig.awaitLoss(scene.general, net.dv8tion.jda.api.Permission.MESSAGE_ATTACH_FILES);

        assertThat(pressed(scene, "Again").followUps().getFirst().content())
                .isEqualTo("I cannot post a song here. I need this permission in this channel: Attach Files.");
        assertThat(scene.unfinished()).isEmpty();
    }

    @Test
    void theButtonsOfASongAreItsMembersAlone() throws IOException {
        Scene scene = rig.scene();
        Job job = delivered(scene, Map.of("prompt", "a calm river"));
        String not = "This is somebody else's song. With /song you can make your own.";

        SandboxInteraction again = scene.bob.in(scene.general).presses(card(scene), "Again");
        rig.eventually(() -> !again.followUps().isEmpty());
        assertThat(again.followUps().getFirst().content()).isEqualTo(not);
        assertThat(again.followUps().getFirst().isEphemeral()).isTrue();
        SandboxInteraction change = scene.bob.in(scene.general).presses(card(scene), "Change");
        assertThat(change.modal()).isEmpty();
        assertThat(change.response().content()).isEqualTo(not);
        assertThat(change.response().isEphemeral()).isTrue();
        for (String label : List.of("Send as voice message", "Delete")) {
            SandboxInteraction press = scene.bob.in(scene.general).presses(card(scene), label);
            assertThat(press.awaitResponse(BotRig.SOON).content()).isEqualTo(not);
            assertThat(press.response().isEphemeral()).isTrue();
        }
        SandboxInteraction forged = scene.bob.in(scene.general).pressesForged(card(scene), "remove:" + job.id());
        rig.eventually(() -> !forged.followUps().isEmpty());
        assertThat(forged.followUps().getFirst().content()).isEqualTo(not);
        assertThat(scene.general.messages()).anyMatch(message -> message.id() == cardId(scene, job));
        assertThat(scene.unfinished()).isEmpty();
    }

    @Test
    void aSongOfAnotherServerIsNotHere() throws IOException {
        Scene there = rig.scene();
        Job job = delivered(there, Map.of("prompt", "a calm river"));
        Scene here = rig.scene();
        SandboxMessage status = here.status(here.asks(here.alice, "a loud river"));

        for (String action : List.of("again", "remove")) {
            SandboxInteraction press = here.alice.in(here.general).pressesForged(status, action + ":" + job.id());
            rig.eventually(() -> !press.followUps().isEmpty());
            assertThat(press.followUps().getFirst().content()).isEqualTo("There is no such song here any more.");
        }
        for (String action : List.of("voice", "delete", "change")) {
            SandboxInteraction press = here.alice.in(here.general).pressesForged(status, action + ":" + job.id());
            assertThat(press.awaitResponse(BotRig.SOON).content()).isEqualTo("There is no such song here any more.");
        }
    }

    @Test
    void theButtonsOutliveTheProcess(@TempDir Path folder) throws Exception {
        try (BotRig before = BotRig.loggedIn(folder)) {
            Scene scene = before.scene();
            Job job = before.delivered(scene, Map.of("prompt", "a calm river"));
            before.connection.close();
            assertThat(before.anotherBot().logIn()).isInstanceOf(Login.LoggedIn.class);

            SandboxInteraction press = scene.alice.in(scene.general).presses(message(scene, job), "Again");

            before.eventually(() -> !press.followUps().isEmpty());
            assertThat(press.followUps().getFirst().content()).startsWith("Your song is in the works");
        }
    }

    @Test
    void changeOpensTheFormWithPromptLyricsLengthAndModelOfTheSong() throws IOException {
        Scene scene = rig.scene();
        delivered(scene, Map.of("prompt", "a calm river", "length", 20, "lyrics", "la la", "model", "studio/grand"));

        SandboxModal form = scene.alice
                .in(scene.general)
                .presses(card(scene), "Change")
                .modal()
                .orElseThrow();

        assertThat(form.title()).isEqualTo("Change the song");
        assertThat(form.fields())
                .extracting(Field::prefilled)
                .containsExactly("a calm river", "la la", "", "0:20", "studio/grand");
    }

    @Test
    void whatWasChangedIsOrderedAndTheRestStaysAsItWas() throws IOException {
        Scene scene = rig.scene();
        Job first = delivered(
                scene,
                Map.of("prompt", "a calm river", "length", 77, "instrumental", true, "format", "flac", "seed", 5));

        SandboxInteraction sent = changes(scene, Map.of("prompt", "a wild river"));

        rig.eventually(() -> !sent.followUps().isEmpty());
        assertThat(sent.followUps().getFirst().content())
                .startsWith("Your song is in the works: “a wild river”\nGrand Studio · 1:17 · ");
        Job second = scene.unfinished().getFirst();
        assertThat(second.request().withSeed(first.request().seed()).withPrompt("a calm river"))
                .isEqualTo(first.request());
        assertThat(second.request().seed()).isNotEqualTo(first.request().seed());
    }

    @Test
    void wordsToSingEndThatNobodySings() throws IOException {
        Scene scene = rig.scene();
        delivered(scene, Map.of("prompt", "a calm river", "instrumental", true));

        SandboxInteraction sent = changes(scene, Map.of("lyrics", "down it goes", "length", "1:00"));

        rig.eventually(() -> !sent.followUps().isEmpty());
        assertThat(scene.unfinished().getFirst().request().instrumental()).isFalse();
        assertThat(scene.unfinished().getFirst().request().lyrics()).contains("down it goes");
        assertThat(scene.unfinished().getFirst().request().length()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aChangeThatCannotBeTakenIsSaidToItsMemberAndNothingOfItIsLost() throws IOException {
        Scene scene = rig.scene();
        delivered(scene, Map.of("prompt", "a calm river"));
        String lyrics = "la ".repeat(500);
        SandboxInteraction sent = changes(scene, Map.of("prompt", "a wild river", "lyrics", lyrics));
        rig.eventually(() -> !sent.followUps().isEmpty());
        SandboxMessage refusal = sent.followUps().getFirst();
        assertThat(refusal.isEphemeral()).isTrue();
        assertThat(refusal.content()).contains("Grand Studio takes lyrics of at most 1,000 characters; yours have");

        SandboxInteraction again = scene.alice.in(scene.general).presses(refusal, "Open the form again");

        assertThat(again.modal().orElseThrow().fields())
                .extracting(Field::prefilled)
                .containsExactly("a wild river", lyrics, "", "0:30", "studio/grand");
        SandboxInteraction taken = scene.alice.in(scene.general).submits(again, Map.of("lyrics", "la"));
        rig.eventually(() -> !taken.followUps().isEmpty());
        assertThat(scene.unfinished().getFirst().request().lyrics()).contains("la");
        assertThat(scene.alice
                        .in(scene.general)
                        .presses(card(scene), "Change")
                        .modal()
                        .orElseThrow()
                        .fields()
                        .getFirst()
                        .prefilled())
                .isEqualTo("a calm river");
    }

    @Test
    void aLengthThatIsNoneIsSaidAndNothingIsOrdered() throws IOException {
        Scene scene = rig.scene();
        delivered(scene, Map.of("prompt", "a calm river"));

        SandboxInteraction sent = changes(scene, Map.of("length", "long"));

        rig.eventually(() -> !sent.followUps().isEmpty());
        assertThat(sent.followUps().getFirst().content())
                .isEqualTo("“long” is no length. Write it in seconds, as in 90, or as 1:30.");
        assertThat(scene.unfinished()).isEmpty();
    }

    @Test
    void aPrivateSongIsChangedInDirectMessages() throws IOException {
        Scene scene = rig.scene();
        delivered(scene, Map.of("prompt", "a secret", "private", true));
        SandboxMessage card = scene.alice.directMessages().getLast();

        SandboxInteraction sent = scene.alice
                .inDirectMessages()
                .submits(scene.alice.inDirectMessages().presses(card, "Change"), Map.of("prompt", "another secret"));

        rig.eventually(() -> !sent.followUps().isEmpty());
        assertThat(sent.followUps().getFirst().content()).startsWith("Your song is in the works: “another secret”");
        assertThat(scene.unfinished().getFirst().destination().visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(scene.bob.sees(scene.general)).isEmpty();
    }

    @Test
    void aVoiceMessageIsSentWhereTheSongIsAndOnlyOnce() throws IOException {
        Scene scene = rig.scene();
        delivered(scene, Map.of("prompt", "a calm river"));

        SandboxInteraction press = scene.alice.in(scene.general).presses(card(scene), "Send as voice message");

        String answer = press.awaitResponse(BotRig.SOON).content();
        SandboxMessage voice = scene.general.messages().getLast();
        assertThat(voice.isVoiceMessage()).isTrue();
        assertThat(voice.content()).isEmpty();
        assertThat(voice.files().getFirst().name()).isEqualTo("voice-message.ogg");
        assertThat(voice.files().getFirst().contentType()).isEqualTo("audio/ogg");
        assertThat(voice.voice().orElseThrow().duration()).isEqualTo(Duration.ofSeconds(30));
        assertThat(voice.voice().orElseThrow().points()).containsExactly(255, 128);
        assertThat(answer)
                .isEqualTo("Here it is as a voice message: https://discord.com/channels/%d/%d/%d"
                        .formatted(scene.guild.id(), scene.general.id(), voice.id()));
        assertThat(press.response().isEphemeral()).isTrue();

        SandboxInteraction second = scene.alice.in(scene.general).presses(card(scene), "Send as voice message");
        assertThat(second.awaitResponse(BotRig.SOON).content())
                .startsWith("It is there as a voice message already: https://discord.com/channels/");
        assertThat(voices(scene)).hasSize(1);
    }

    @Test
    void withoutThePermissionForVoiceMessagesItIsNamed() throws IOException {
        Scene scene = rig.scene();
        delivered(scene, Map.of("prompt", "a calm river"));
        scene.general.deny(scene.guild.botRole(), Permission.SEND_VOICE_MESSAGES);
        rig.awaitLoss(scene.general, net.dv8tion.jda.api.Permission.MESSAGE_ATTACH_VOICE_MESSAGE);

        SandboxInteraction press = scene.alice.in(scene.general).presses(card(scene), "Send as voice message");

        assertThat(press.awaitResponse(BotRig.SOON).content())
                .isEqualTo("I cannot send voice messages here. I need this permission in this channel:"
                        + " Send Voice Messages.");
        assertThat(voices(scene)).isEmpty();
    }

    @Test
    void withoutThePermissionToFetchTheSongItIsNamedToo() throws IOException {
        Scene scene = rig.scene();
        delivered(scene, Map.of("prompt", "a calm river"));
        scene.general.deny(scene.guild.botRole(), Permission.READ_MESSAGE_HISTORY);
        rig.awaitLoss(scene.general, net.dv8tion.jda.api.Permission.MESSAGE_HISTORY);

        SandboxInteraction press = scene.alice.in(scene.general).presses(card(scene), "Send as voice message");

        assertThat(press.awaitResponse(BotRig.SOON).content()).endsWith("in this channel: Read Message History.");
    }

    @Test
    void aSongWhoseFileWasTakenAwayHasNoVoice() throws IOException {
        Scene scene = rig.scene();
        delivered(scene, Map.of("prompt", "a calm river"));
        SandboxMessage card = card(scene);
        Job other = delivered(scene, Map.of("prompt", "a wild river"));
        scene.guild.owner().in(scene.general).deletes(message(scene, other));

        SandboxInteraction press = scene.alice.in(scene.general).pressesForged(card, "voice:" + other.id());

        assertThat(press.awaitResponse(BotRig.SOON).content())
                .isEqualTo("The song is no longer where it was posted, so I cannot make a voice message of it.");
    }

    @Test
    void aPrivateSongsVoiceComesAsADirectMessage() throws IOException {
        Scene scene = rig.scene();
        delivered(scene, Map.of("prompt", "a secret", "private", true));
        SandboxMessage card = scene.alice.directMessages().getLast();

        SandboxInteraction press = scene.alice.inDirectMessages().presses(card, "Send as voice message");

        assertThat(press.awaitResponse(BotRig.SOON).content()).startsWith("Here it is as a voice message: ");
        assertThat(scene.alice.directMessages()).anyMatch(SandboxMessage::isVoiceMessage);
        assertThat(scene.bob.sees(scene.general)).isEmpty();
    }

    @Test
    void aSongThatIsNotOutYetHasNoMessageToDoAnythingWith() {
        Scene scene = rig.scene();
        Job job = scene.asks(scene.alice, "a calm river");

        for (String action : List.of("voice", "delete")) {
            SandboxInteraction press =
                    scene.alice.in(scene.general).pressesForged(scene.status(job), action + ":" + job.id());
            assertThat(press.awaitResponse(BotRig.SOON).content())
                    .isEqualTo("That song has not been posted yet. Please try again in a moment.");
        }
    }

    @Test
    void deleteAsksOnceAndThenTakesEveryMessageOfTheSongAway() throws IOException {
        Scene scene = rig.scene();
        Job job = delivered(scene, Map.of("prompt", "a *calm* river"));
        Job other = delivered(scene, Map.of("prompt", "a wild river"));
        scene.alice
                .in(scene.general)
                .presses(message(scene, job), "Send as voice message")
                .awaitResponse(BotRig.SOON);

        SandboxInteraction asked = scene.alice.in(scene.general).presses(message(scene, job), "Delete");

        SandboxMessage question = asked.awaitResponse(BotRig.SOON);
        assertThat(question.isEphemeral()).isTrue();
        assertThat(question.content())
                .isEqualTo("Delete “a \\*calm\\* river”? It goes for everyone, with its file and its voice message."
                        + " That cannot be undone.");
        assertThat(scene.general.messages()).anyMatch(message -> message.id() == cardId(scene, job));

        SandboxInteraction meant = scene.alice.in(scene.general).presses(question, "Delete it");

        rig.eventually(() -> asked.response().content().equals("Deleted: “a \\*calm\\* river”."));
        assertThat(asked.response().buttons()).isEmpty();
        assertThat(meant.followUps()).isEmpty();
        assertThat(voices(scene)).isEmpty();
        assertThat(scene.bob.sees(scene.general))
                .extracting(SandboxMessage::id)
                .containsExactlyInAnyOrder(scene.status(other).id(), cardId(scene, other));
        assertThat(rig.database.voiceMessages().of(job.id())).isEmpty();
        assertThat(scene.says(scene.alice, "library").content())
                .contains("a wild river")
                .doesNotContain("calm");
    }

    @Test
    void aSongInDirectMessagesIsDeletedThere() throws IOException {
        Scene scene = rig.scene();
        delivered(scene, Map.of("prompt", "a secret", "private", true));
        SandboxMessage card = scene.alice.directMessages().getLast();
        SandboxMessage question =
                scene.alice.inDirectMessages().presses(card, "Delete").awaitResponse(BotRig.SOON);

        scene.alice.inDirectMessages().presses(question, "Delete it");

        rig.eventually(() -> scene.alice.directMessages().stream().noneMatch(message -> message.id() == card.id()));
    }

    @Test
    void whatSomebodyDeletedBeforeIsDeleted() throws IOException {
        Scene scene = rig.scene();
        Job job = delivered(scene, Map.of("prompt", "a calm river"));
        SandboxInteraction asked = scene.alice.in(scene.general).presses(message(scene, job), "Delete");
        SandboxMessage question = asked.awaitResponse(BotRig.SOON);
        scene.guild.owner().in(scene.general).deletes(message(scene, job));

        scene.alice.in(scene.general).presses(question, "Delete it");

        rig.eventually(() -> asked.response().content().equals("Deleted: “a calm river”."));
    }

    @Test
    void whileDiscordIsUnwellTheQuestionStays() throws IOException {
        Scene scene = rig.scene();
        Job job = delivered(scene, Map.of("prompt", "a calm river"));
        SandboxInteraction asked = scene.alice.in(scene.general).presses(message(scene, job), "Delete");
        SandboxMessage question = asked.awaitResponse(BotRig.SOON);
        rig.sandbox.faults().next(9, "DELETE /channels/*/messages/*", new Fault.Status(500));

        SandboxInteraction meant = scene.alice.in(scene.general).presses(question, "Delete it");

        rig.eventually(() -> !meant.followUps().isEmpty());
        assertThat(meant.followUps().getFirst().content())
                .isEqualTo("Discord did not take that just now. Please try again in a moment.");
        rig.sandbox.faults().clear();
        scene.alice.in(scene.general).presses(question, "Delete it");
        rig.eventually(() -> asked.response().content().equals("Deleted: “a calm river”."));
    }

    private static Job delivered(Scene scene, Map<String, ?> options) throws IOException {
        return rig.delivered(scene, options);
    }

    private static SandboxInteraction pressed(Scene scene, String label) {
        SandboxInteraction press = scene.alice.in(scene.general).presses(card(scene), label);
        rig.eventually(() -> !press.followUps().isEmpty());
        return press;
    }

    private static SandboxInteraction changes(Scene scene, Map<String, String> fields) {
        return scene.alice
                .in(scene.general)
                .submits(scene.alice.in(scene.general).presses(card(scene), "Change"), fields);
    }

    /** The oldest finished song in #general. */
    private static SandboxMessage card(Scene scene) {
        return scene.general.messages().stream()
                .filter(message -> !message.files().isEmpty() && !message.isVoiceMessage())
                .findFirst()
                .orElseThrow();
    }

    private static SandboxMessage message(Scene scene, Job job) {
        return scene.general.messages().stream()
                .filter(message -> message.id() == cardId(scene, job))
                .findFirst()
                .orElseThrow();
    }

    private static long cardId(Scene scene, Job job) {
        return scene.find(job).trackMessage().orElseThrow().message().value();
    }

    private static List<SandboxMessage> voices(Scene scene) {
        return scene.general.messages().stream()
                .filter(SandboxMessage::isVoiceMessage)
                .toList();
    }

    private static List<String> labels(SandboxMessage message) {
        return message.buttons().stream().map(SandboxButton::label).toList();
    }
}
