package dev.earworm.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.BotRig.Scene;
import dev.earworm.music.SongRequest;
import dev.earworm.sandbox.Permission;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.sandbox.SandboxModal;
import dev.earworm.sandbox.SandboxModal.Field;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeTest {
    private static final String AGAIN = "Open the form again";

    private static BotRig rig;

    @BeforeAll
    static void start(@TempDir Path folder) throws InterruptedException {
        rig = BotRig.loggedIn(folder);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    void theFormAsksForPromptLyricsStyleLengthAndModel() {
        Scene scene = rig.scene();

        SandboxModal form =
                scene.alice.in(scene.general).runs("compose").modal().orElseThrow();

        assertThat(form.title()).isEqualTo("A new song");
        assertThat(form.fields())
                .extracting(Field::label)
                .containsExactly(
                        "What it shall sound like", "Words to sing", "Style", "How long, in seconds", "Who makes it");
        assertThat(form.fields()).extracting(Field::isRequired).containsExactly(true, false, false, false, true);
        assertThat(form.fields()).extracting(Field::prefilled).containsExactly("", "", "", "", "studio/grand");
        assertThat(form.fields().getLast().values()).containsExactly("studio/grand", "booth/tiny");
    }

    @Test
    void whatIsInTheFormIsOrderedAsSongDoes() {
        Scene scene = rig.scene();

        SandboxMessage status = submits(
                        scene,
                        Map.of(
                                "prompt", "a calm\nriver",
                                "style", "bossa nova",
                                "lyrics", "down it goes\n\nto the sea",
                                "length", "1:17"))
                .awaitResponse(BotRig.SOON);

        assertThat(status.content())
                .startsWith("Your song is in the works: “a calm river, bossa nova”\nGrand Studio · 1:17 · ")
                .endsWith("3 songs left today.");
        assertThat(status.isEphemeral()).isFalse();
        SongRequest request = scene.unfinished().getFirst().request();
        assertThat(request.lyrics()).contains("down it goes\n\nto the sea");
        assertThat(request.length()).isEqualTo(Duration.ofSeconds(77));
        assertThat(request.instrumental()).isFalse();
        assertThat(request.plan()).isEmpty();
    }

    @Test
    void aPromptIsEnoughAndTheChosenModelMakesIt() {
        Scene scene = rig.scene();

        submits(scene, Map.of("prompt", "a calm river", "model", "booth/tiny")).awaitResponse(BotRig.SOON);

        assertThat(scene.unfinished().getFirst().request().model()).hasToString("booth/tiny");
        assertThat(scene.unfinished().getFirst().request().lyrics()).isEmpty();
    }

    @Test
    void aFormThatCannotBeTakenOpensAgainWithEverythingThatWasTyped() {
        Scene scene = rig.scene();
        Map<String, String> typed =
                Map.of("prompt", "a calm river", "style", "bossa", "lyrics", "la 🎵".repeat(1000), "length", "90 s");
        SandboxMessage refusal = submits(scene, typed).awaitResponse(BotRig.SOON);
        assertThat(refusal.content()).contains("Grand Studio takes lyrics of at most 1,000 characters; yours have");

        SandboxInteraction again = scene.alice.in(scene.general).presses(refusal, AGAIN);

        SandboxModal form = again.modal().orElseThrow();
        assertThat(form.fields())
                .extracting(Field::prefilled)
                .containsExactly("a calm river", "la 🎵".repeat(1000), "bossa", "90 s", "studio/grand");
        SandboxMessage status = scene.alice
                .in(scene.general)
                .submits(again, Map.of("lyrics", "la la"))
                .awaitResponse(BotRig.SOON);
        assertThat(scene.unfinished())
                .singleElement()
                .satisfies(job -> assertThat(job.request().lyrics()).contains("la la"));
        assertThat(status.id()).isNotEqualTo(refusal.id());
    }

    @Test
    void aLengthThatIsNoneIsSaidInWordsAndNothingIsOrdered() {
        Scene scene = rig.scene();

        SandboxMessage refusal = submits(scene, Map.of("prompt", "a calm river", "length", "*two* songs"))
                .awaitResponse(BotRig.SOON);

        assertThat(refusal.content())
                .isEqualTo("“\\*two\\* songs” is no length. Write it in seconds, as in 90, or as 1:30.");
        assertThat(refusal.buttons()).hasSize(1);
        assertThat(scene.unfinished()).isEmpty();
    }

    @Test
    void overQuotaTheFormIsKeptForAnotherTime() {
        Scene scene = rig.scene();
        for (int i = 0; i < 3; i++) {
            scene.asks(scene.alice, "song " + i);
        }
        SandboxMessage refusal = submits(scene, Map.of("prompt", "one more")).awaitResponse(BotRig.SOON);
        assertThat(refusal.content()).startsWith("You have 3 songs in the works");

        SandboxInteraction again = scene.alice.in(scene.general).presses(refusal, AGAIN);

        assertThat(again.modal().orElseThrow().fields().getFirst().prefilled()).isEqualTo("one more");
    }

    @Test
    void nobodyElseCanOpenIt() {
        Scene scene = rig.scene();
        SandboxMessage refusal =
                submits(scene, Map.of("prompt", "a secret", "length", "x")).awaitResponse(BotRig.SOON);

        SandboxInteraction press = scene.bob.in(scene.general).presses(refusal, AGAIN);

        assertThat(press.modal()).isEmpty();
        assertThat(press.response().content()).isEqualTo("Only the member who filled in that form can open it again.");
        assertThat(press.response().isEphemeral()).isTrue();
    }

    @Test
    void aFormThatWasForgottenIsSaidToBeGone() {
        Scene scene = rig.scene();
        SandboxMessage refusal =
                submits(scene, Map.of("prompt", "a secret", "length", "x")).awaitResponse(BotRig.SOON);
        rig.database.drafts().forget(Instant.now().plusSeconds(60));

        SandboxInteraction press = scene.alice.in(scene.general).presses(refusal, AGAIN);

        assertThat(press.response().content())
                .isEqualTo("What stood in that form is no longer here. With /compose you get an empty one.");
    }

    @Test
    void aForgedIdOpensNothing() {
        Scene scene = rig.scene();
        SandboxMessage status = scene.status(scene.asks(scene.alice, "a calm river"));

        SandboxInteraction press = scene.alice.in(scene.general).pressesForged(status, "compose:0000000000000000");

        assertThat(press.modal()).isEmpty();
        assertThat(press.response().content()).startsWith("What stood in that form is no longer here.");
    }

    @Test
    void whereNoSongCanBePostedTheFormDoesNotOpen() {
        Scene scene = rig.scene();
        scene.general.deny(scene.guild.botRole(), Permission.ATTACH_FILES);

        SandboxInteraction run = scene.alice.in(scene.general).runs("compose");

        assertThat(run.modal()).isEmpty();
        assertThat(run.response().content())
                .isEqualTo("I cannot post a song here. I need this permission in this channel: Attach Files.");
    }

    private static SandboxInteraction submits(Scene scene, Map<String, String> fields) {
        return scene.alice
                .in(scene.general)
                .submits(scene.alice.in(scene.general).runs("compose"), fields);
    }
}
