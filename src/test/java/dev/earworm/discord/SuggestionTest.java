package dev.earworm.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.BotRig.Scene;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobState;
import dev.earworm.jobs.Refusal;
import dev.earworm.jobs.Refusal.Reason;
import dev.earworm.jobs.Visibility;
import dev.earworm.music.Suggestion;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMessage;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuggestionTest {
    private static final String BUTTON = "Use this prompt";

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
    void theSuggestedPromptIsOrderedWithEverythingElseAsItWasAndTheButtonGoes() {
        Scene scene = rig.scene();
        Job refused = refused(scene, Map.of("prompt", "like that band", "length", 77, "seed", 5));
        SandboxMessage refusal = scene.general.messages().getLast();

        SandboxInteraction press = scene.alice.in(scene.general).presses(refusal, BUTTON);

        rig.eventually(() -> !press.followUps().isEmpty());
        SandboxMessage status = press.followUps().getFirst();
        assertThat(status.content()).startsWith("Your song is in the works: “guitar pop”\nGrand Studio · 1:17 · ");
        rig.eventually(() -> press.response().buttons().isEmpty());
        Job ordered = scene.unfinished().getLast();
        assertThat(ordered.request()).isEqualTo(refused.request().withPrompt("guitar pop"));
        assertThat(ordered.id()).isEqualTo(refused.id().successor());
        scene.promote(ordered);
        scene.statusBecomes(ordered, "being made: “guitar pop”");
        assertThat(press.response().content()).isEqualTo(refusal.content());
    }

    @Test
    void aRefusalDidNotCountAgainstTheQuotaAndTheNewSongDoesOnce() {
        Scene scene = rig.scene();
        refused(scene, Map.of("prompt", "like that band"));
        SandboxMessage refusal = scene.general.messages().getLast();
        assertThat(scene.says(scene.alice, "quota").content()).contains("4 left");

        SandboxInteraction press = scene.alice.in(scene.general).presses(refusal, BUTTON);

        rig.eventually(() -> !press.followUps().isEmpty());
        assertThat(press.followUps().getFirst().content()).endsWith("3 songs left today.");
    }

    @Test
    void twoPressesAtOnceMakeOneSong() throws Exception {
        Scene scene = rig.scene();
        Job refused = refused(scene, Map.of("prompt", "like that band"));
        SandboxMessage refusal = scene.general.messages().getLast();

        try (ExecutorService fingers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 2; i++) {
                fingers.execute(() -> scene.alice.in(scene.general).pressesForged(refusal, "suggest:" + refused.id()));
            }
        }
        SandboxInteraction third = scene.alice.in(scene.general).pressesForged(refusal, "suggest:" + refused.id());

        rig.eventually(() -> !third.followUps().isEmpty());
        assertThat(third.followUps().getFirst().content()).isEqualTo("That suggestion was already used.");
        assertThat(scene.unfinished())
                .filteredOn(job -> job.state() == JobState.QUEUED)
                .hasSize(1);
    }

    @Test
    void anotherMemberCannotUseIt() {
        Scene scene = rig.scene();
        refused(scene, Map.of("prompt", "like that band"));
        SandboxMessage refusal = scene.general.messages().getLast();

        SandboxInteraction press = scene.bob.in(scene.general).presses(refusal, BUTTON);

        rig.eventually(() -> !press.followUps().isEmpty());
        assertThat(press.followUps().getFirst().isEphemeral()).isTrue();
        assertThat(press.followUps().getFirst().content())
                .isEqualTo("Only the member who asked for the song can use that suggestion.");
        assertThat(scene.unfinished()).noneMatch(job -> job.state() == JobState.QUEUED);
        assertThat(press.response().buttons()).hasSize(1);
    }

    @Test
    void withoutQuotaTheButtonStaysForAnotherTime() {
        Scene scene = rig.scene();
        refused(scene, Map.of("prompt", "like that band"));
        SandboxMessage refusal = scene.general.messages().getLast();
        for (int i = 0; i < 3; i++) {
            scene.asks(scene.alice, "song " + i);
        }

        SandboxInteraction press = scene.alice.in(scene.general).presses(refusal, BUTTON);

        rig.eventually(() -> !press.followUps().isEmpty());
        assertThat(press.followUps().getFirst().content()).startsWith("You have 3 songs in the works");
        assertThat(press.response().buttons()).hasSize(1);
    }

    @Test
    void aPrivateSongsSuggestionIsTakenInDirectMessagesAndStaysPrivate() {
        Scene scene = rig.scene();
        refused(scene, Map.of("prompt", "like that band", "private", true));
        SandboxMessage refusal = scene.alice.directMessages().getLast();

        SandboxInteraction press = scene.alice.inDirectMessages().presses(refusal, BUTTON);

        rig.eventually(() -> !press.followUps().isEmpty());
        assertThat(press.followUps().getFirst().content()).startsWith("Your song is in the works: “guitar pop”");
        assertThat(scene.unfinished().getLast().destination().visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(scene.bob.sees(scene.general)).isEmpty();
    }

    @Test
    void aSongThatWasNotRefusedHasNoSuggestion() {
        Scene scene = rig.scene();
        Job job = scene.asks(scene.alice, "a calm river");

        SandboxInteraction press =
                scene.alice.in(scene.general).pressesForged(scene.status(job), "suggest:" + job.id());

        rig.eventually(() -> !press.followUps().isEmpty());
        assertThat(press.followUps().getFirst().content()).isEqualTo("There is no such suggestion any more.");
    }

    /** A song whose provider suggested other words, and whose member has been told. */
    private static Job refused(Scene scene, Map<String, ?> options) {
        Job job = scene.asks(scene.alice, options);
        Job failed = scene.fails(
                job, new Refusal(Reason.CONTENT_REFUSED, Optional.of(new Suggestion.OtherPrompt("guitar pop"))));
        rig.publisher().refuse(failed, failed.refusal().orElseThrow());
        rig.database.jobs().told(job.id());
        return failed;
    }
}
