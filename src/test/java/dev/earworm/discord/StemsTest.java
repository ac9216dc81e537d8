package dev.earworm.discord;

import static dev.earworm.quota.QuotaFixtures.used;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.BotRig.Scene;
import dev.earworm.jobs.Finished.NamedFile;
import dev.earworm.jobs.FinishedStems;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.PostedAt;
import dev.earworm.jobs.Publication;
import dev.earworm.jobs.Refusal;
import dev.earworm.jobs.Refusal.Reason;
import dev.earworm.jobs.Visibility;
import dev.earworm.jobs.Work;
import dev.earworm.music.StemSeparator.StemSet;
import dev.earworm.music.TrackDetails;
import dev.earworm.quota.QuotaDay;
import dev.earworm.sandbox.Permission;
import dev.earworm.sandbox.SandboxButton;
import dev.earworm.sandbox.SandboxEmbed.Field;
import dev.earworm.sandbox.SandboxFile;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.sandbox.http.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The button "Stems" below a finished song, and what comes of it. */
class StemsTest {
    private static BotRig rig;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start(@TempDir Path folder) throws InterruptedException {
        rig = BotRig.loggedIn(folder, Catalogue.keeping());
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
    void theButtonAsksHowFarAndSaysWhatItCounts() throws IOException {
        Scene scene = rig.scene();
        song(scene);

        SandboxMessage question = asked(scene).response();

        assertThat(question.isEphemeral()).isTrue();
        assertThat(question.content())
                .isEqualTo("Take this song apart: “a \\*calm\\* river”\n"
                        + "**Two** are the leading voice and everything else. **Six** are as many instruments apart as"
                        + " the song has, six at most. It counts as a song of the same length.");
        assertThat(question.buttons()).extracting(SandboxButton::label).containsExactly("Two stems", "Six stems");
    }

    @Test
    void aChoiceOrdersThemOnceAndTheQuestionGoes() throws IOException {
        Scene scene = rig.scene();
        Job song = song(scene);
        SandboxInteraction question = asked(scene);

        SandboxInteraction press = scene.alice.in(scene.general).presses(question.response(), "Six stems");

        rig.eventually(() -> question.response().buttons().isEmpty());
        assertThat(question.response().content()).isEqualTo("Your stems are in the works; see the message below.");
        SandboxMessage status = press.followUps().getFirst();
        assertThat(status.content())
                .startsWith("Your stems are in the works: of “a \\*calm\\* river”\nNext in line · ready <t:")
                .endsWith("2 songs left today.");
        assertThat(status.isEphemeral()).isFalse();
        Job stems = scene.unfinished().getFirst();
        assertThat(stems.work()).isEqualTo(new Work.Stems(song.id(), StemSet.SIX));
        assertThat(stems.request()).isEqualTo(song.request());
        assertThat(rig.database.ledger().usage(scene.account(scene.alice), QuotaDay.of(Instant.now())))
                .isEqualTo(used(2, 60, 1));
    }

    @Test
    void whileTheyAreInTheWorksAnotherPressOrdersNothing() throws IOException {
        Scene scene = rig.scene();
        song(scene);
        SandboxMessage first = asked(scene).response();
        SandboxInteraction second = asked(scene);
        SandboxInteraction press = scene.alice.in(scene.general).presses(first, "Two stems");
        rig.eventually(() -> !press.followUps().isEmpty());

        scene.alice.in(scene.general).presses(second.response(), "Two stems");

        rig.eventually(() -> second.response().content().equals("These stems are in the works already."));
        assertThat(scene.unfinished()).hasSize(1);
    }

    @Test
    void theirStatusFollowsThemAndSpeaksOfStems() throws IOException {
        Scene scene = rig.scene();
        Job stems = ordered(scene, song(scene), "Two stems");
        assertThat(scene.says(scene.bob, "queue").content()).contains("the stems of “a \\*calm\\* river”");
        scene.promote(stems);
        scene.statusBecomes(stems, "Your stems are being made: of “a \\*calm\\* river”");

        scene.delivered(stems, posted(rendered(scene, stems)));

        scene.statusBecomes(
                stems,
                "Your stems are done: of “a \\*calm\\* river”\nhttps://discord.com/channels/" + scene.guild.id());
    }

    @Test
    void theyComeInOneMessageEachAsAFileThatPlays() throws IOException {
        Scene scene = rig.scene();
        Job stems = ordered(scene, song(scene), "Two stems");
        scene.promote(stems);

        rig.publisher().publish(rendered(scene, stems), finished());

        SandboxMessage posted = scene.general.messages().getLast();
        assertThat(posted.content())
                .isEqualTo(scene.alice.mention() + " The stems of **a \\*calm\\* river** are ready.");
        assertThat(posted.pings().users()).containsExactly(scene.alice.id());
        assertThat(posted.files())
                .extracting(SandboxFile::name)
                .containsExactly("a-calm-river-drums.mp3", "a-calm-river-vocals.mp3");
        assertThat(posted.embeds().getFirst().title()).isEqualTo("Stems of a \\*calm\\* river");
        assertThat(posted.embeds().getFirst().description()).isEqualTo("drums, vocals");
        assertThat(posted.embeds().getFirst().fields())
                .containsExactly(
                        new Field("Length", "0:30"),
                        new Field("Made by", "The Keeper"),
                        new Field("Asked for by", scene.alice.mention()),
                        new Field("Your quota", "2 songs left today"));
    }

    @Test
    void aRepeatAfterALostReplyPostsThemOnce() throws IOException {
        Scene scene = rig.scene();
        Job stems = ordered(scene, song(scene), "Two stems");
        scene.promote(stems);
        Job job = rendered(scene, stems);
        rig.sandbox.faults().next(9, "POST /channels/*/messages", new Fault.LostReply());
        Publication lost = rig.publisher().publish(job, finished());
        rig.sandbox.faults().clear();

        Publication repeated = rig.publisher().publish(job, finished());

        assertThat(lost).isInstanceOf(Publication.TryLater.class);
        assertThat(repeated).isInstanceOf(Publication.Published.class);
        assertThat(scene.general.messages().stream()
                        .filter(message -> message.files().size() == 2))
                .hasSize(1);
    }

    @Test
    void whereTheBotMayNotEmbedTheyComeInOneLine() throws IOException {
        Scene scene = rig.scene();
        Job stems = ordered(scene, song(scene), "Two stems");
        scene.promote(stems);
        scene.general.deny(scene.guild.botRole(), Permission.EMBED_LINKS);
        rig.awaitLoss(scene.general, net.dv8tion.jda.api.Permission.MESSAGE_EMBED_LINKS);

        rig.publisher().publish(rendered(scene, stems), finished());

        SandboxMessage posted = scene.general.messages().getLast();
        assertThat(posted.embeds()).isEmpty();
        assertThat(posted.content())
                .isEqualTo(scene.alice.mention()
                        + " The stems of **a \\*calm\\* river** are ready: drums, vocals. 2 songs left today.");
        assertThat(posted.files()).hasSize(2);
    }

    @Test
    void stemsThatDoNotComeAreToldAndDoNotCount() throws IOException {
        Scene scene = rig.scene();
        Job stems = ordered(scene, song(scene), "Two stems");
        Job failed = scene.fails(stems, Refusal.because(Reason.OUTCOME_UNKNOWN));

        rig.publisher().refuse(failed, failed.refusal().orElseThrow());

        assertThat(scene.general.messages().getLast().content())
                .isEqualTo(scene.alice.mention()
                        + " The stems of “a \\*calm\\* river” could not be made.\nThe connection to the provider was lost"
                        + " at the wrong moment, and asking again might have cost twice. Please try again."
                        + " They do not count against your quota.");
    }

    @Test
    void stemsThatWaitCanBeCalledBack() throws IOException {
        Scene scene = rig.scene();
        Job stems = ordered(scene, song(scene), "Two stems");

        scene.alice.in(scene.general).presses(scene.status(stems), "Cancel");

        scene.statusBecomes(stems, "You called these stems back: of “a \\*calm\\* river”");
        assertThat(rig.database.ledger().usage(scene.account(scene.alice), QuotaDay.of(Instant.now())))
                .isEqualTo(used(1, 30, 0));
    }

    @Test
    void aPrivateSongsStemsArePrivate() throws IOException {
        Scene scene = rig.scene();
        rig.delivered(scene, Map.of("prompt", "a secret", "private", true), TrackDetails.NONE);
        SandboxMessage card = scene.alice.directMessages().getLast();
        SandboxInteraction question = scene.alice.inDirectMessages().presses(card, "Stems");
        question.awaitResponse(BotRig.SOON);

        SandboxInteraction press = scene.alice.inDirectMessages().presses(question.response(), "Six stems");

        rig.eventually(() -> !press.followUps().isEmpty());
        Job stems = scene.unfinished().getFirst();
        assertThat(stems.destination().visibility()).isEqualTo(Visibility.PRIVATE);
        scene.promote(stems);
        rig.publisher().publish(rendered(scene, stems), finished());
        assertThat(scene.alice.directMessages().getLast().files()).hasSize(2);
        assertThat(scene.bob.sees(scene.general)).isEmpty();
    }

    @Test
    void anotherMemberAnotherServerAndAModelWithoutTheAbilityOrderNothing() throws IOException {
        Scene scene = rig.scene();
        Job job = song(scene);
        SandboxMessage card = card(scene);
        Scene elsewhere = rig.scene();
        SandboxMessage status = elsewhere.status(elsewhere.asks(elsewhere.alice, "a loud river"));
        Job unable = rig.delivered(scene, Map.of("prompt", "rain", "model", "studio/grand"), TrackDetails.NONE);

        assertThat(answer(scene.bob.in(scene.general).pressesForged(card, "six_stems:" + job.id())))
                .isEqualTo("This is somebody else's song. With /song you can make your own.");
        assertThat(answer(elsewhere.alice.in(elsewhere.general).pressesForged(status, "six_stems:" + job.id())))
                .isEqualTo("There is no such song here any more.");
        assertThat(answer(scene.alice.in(scene.general).pressesForged(card, "six_stems:" + unable.id())))
                .isEqualTo("The model that made this song cannot take it apart.");
        assertThat(scene.alice
                        .in(scene.general)
                        .pressesForged(card, "stems:" + unable.id())
                        .awaitResponse(BotRig.SOON)
                        .content())
                .isEqualTo("The model that made this song cannot take it apart.");
        assertThat(scene.unfinished()).isEmpty();
    }

    @Test
    void nothingIsMadeOfStems() throws IOException {
        Scene scene = rig.scene();
        Job stems = ordered(scene, song(scene), "Two stems");
        scene.promote(stems);
        scene.delivered(stems, posted(rendered(scene, stems)));

        for (String action : List.of("six_stems", "again")) {
            assertThat(answer(scene.alice.in(scene.general).pressesForged(card(scene), action + ":" + stems.id())))
                    .isEqualTo("There is no such song here any more.");
        }
        assertThat(scene.unfinished()).isEmpty();
    }

    private static String answer(SandboxInteraction press) {
        rig.eventually(() -> !press.followUps().isEmpty());
        assertThat(press.followUps().getFirst().isEphemeral()).isTrue();
        return press.followUps().getFirst().content();
    }

    private static Job song(Scene scene) throws IOException {
        return rig.delivered(scene, Map.of("prompt", "a *calm* river"), TrackDetails.NONE);
    }

    private static SandboxInteraction asked(Scene scene) {
        SandboxInteraction press = scene.alice.in(scene.general).presses(card(scene), "Stems");
        press.awaitResponse(BotRig.SOON);
        return press;
    }

    /** And waits until the bot has written where their status is. */
    private static Job ordered(Scene scene, Job song, String label) {
        SandboxInteraction press =
                scene.alice.in(scene.general).presses(asked(scene).response(), label);
        rig.eventually(() ->
                scene.unfinished().stream().anyMatch(job -> job.statusMessage().isPresent()));
        assertThat(press.followUps()).hasSize(1);
        assertThat(song.work().isSong()).isTrue();
        return scene.unfinished().getLast();
    }

    private static Job rendered(Scene scene, Job stems) {
        rig.database.jobs().rendered(stems.id(), TrackDetails.NONE, Instant.now());
        return scene.tell(stems);
    }

    private PostedAt posted(Job stems) throws IOException {
        return ((Publication.Published) rig.publisher().publish(stems, finished())).at();
    }

    private FinishedStems finished() throws IOException {
        return new FinishedStems("a *calm* river", Duration.ofSeconds(30), List.of(stem("drums"), stem("vocals")));
    }

    private FinishedStems.Stem stem(String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name), name);
        return new FinishedStems.Stem(name, new NamedFile("a-calm-river-" + name + ".mp3", file), name.length());
    }

    private static SandboxMessage card(Scene scene) {
        return scene.general.messages().stream()
                .filter(message -> !message.files().isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
