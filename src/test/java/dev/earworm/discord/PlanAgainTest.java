package dev.earworm.discord;

import static dev.earworm.discord.PlanCards.PLAN;
import static dev.earworm.discord.PlanCards.answer;
import static dev.earworm.discord.PlanCards.edits;
import static dev.earworm.discord.PlanCards.now;
import static dev.earworm.discord.PlanCards.plans;
import static dev.earworm.discord.PlanCards.presses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.BotRig.Scene;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobState;
import dev.earworm.jobs.MessageId;
import dev.earworm.jobs.Refusal;
import dev.earworm.jobs.Refusal.Reason;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMessage;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanAgainTest {
    private static final String USED = "That plan was already ordered. Should its song fail, Render works again.";

    private static final ScriptedPlanner PLANNER = new ScriptedPlanner(PLAN);
    private static BotRig rig;

    @BeforeAll
    static void start(@TempDir Path folder) throws InterruptedException {
        rig = BotRig.loggedIn(folder, Catalogue.planning(PLANNER));
    }

    @BeforeEach
    void forget() {
        PLANNER.forget();
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    void aPlanWhoseSongFailedIsRenderedAgainAsItIsByThen() {
        Scene scene = rig.scene();
        SandboxMessage card = plans(scene);
        Job first = ordered(scene, card);
        scene.fails(first, Refusal.because(Reason.UNAVAILABLE));
        edits(scene, card, 0, Map.of("name", "Overture"));
        rig.eventually(() -> now(scene, card).content().contains("Overture"));

        Job second = ordered(scene, card);

        assertThat(second.id()).isEqualTo(first.id().successor());
        assertThat(second.request().plan().orElseThrow().sections().getFirst().name())
                .isEqualTo("Overture");
        assertThat(scene.find(first).state()).isEqualTo(JobState.FAILED);
    }

    @Test
    void soIsOneWhoseSongWasCalledBack() {
        Scene scene = rig.scene();
        SandboxMessage card = plans(scene);
        Job first = ordered(scene, card);
        assertThat(scene.says(scene.alice, "cancel").content()).startsWith("Called back: ");

        assertThat(ordered(scene, card).id()).isEqualTo(first.id().successor());
    }

    @Test
    void eachAttemptMakesOneSongHoweverOftenItIsPressed() throws Exception {
        Scene scene = rig.scene();
        SandboxMessage card = plans(scene);
        Job first = ordered(scene, card);
        scene.fails(first, Refusal.because(Reason.UNAVAILABLE));
        String render = card.button("Render").customId();

        try (ExecutorService fingers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                fingers.execute(() -> scene.alice.in(scene.general).pressesForged(card, render));
            }
        }

        assertThat(answer(rig, presses(scene, card, "Render")).content()).isEqualTo(USED);
        assertThat(scene.unfinished())
                .filteredOn(job -> job.state() == JobState.QUEUED)
                .singleElement()
                .satisfies(job -> assertThat(job.id()).isEqualTo(first.id().successor()));
    }

    @Test
    void aPlanWhoseSongCameIsNotRenderedTwice() {
        Scene scene = rig.scene();
        SandboxMessage card = plans(scene);
        Job first = ordered(scene, card);
        scene.fails(first, Refusal.because(Reason.UNAVAILABLE));
        Job second = ordered(scene, card);
        scene.rendered(second);
        scene.delivered(second, new MessageId(card.id()));

        SandboxInteraction press = presses(scene, card, "Render");

        assertThat(answer(rig, press).content()).isEqualTo(USED);
        assertThat(answer(rig, press).isEphemeral()).isTrue();
        assertThat(scene.says(scene.alice, "quota").content()).contains("1 of 4, 3 left");
    }

    @Test
    void aMemberCanHaveTenPlansInTenMinutesAndReadsWhenThereIsTheNext() {
        Scene scene = rig.scene();
        SandboxMessage card = plans(scene);
        for (int i = 1; i < 10; i++) {
            plans(scene);
        }

        SandboxMessage eleventh = plans(scene);
        edits(scene, card, 0, Map.of("step", "REDO"));

        assertThat(eleventh.content())
                .matches("That was 10 plans within 10 minutes, which is as many as one member can ask for. "
                        + "The next one can be had <t:\\d+:R>\\.");
        rig.eventually(() -> now(scene, card).content().contains("That was 10 plans within 10 minutes"));
        assertThat(PLANNER.asked).hasSize(10);
        assertThat(PLANNER.askedAnew).isEmpty();
        assertThat(scene.says(scene.bob, "plan", Map.of("prompt", "a calm river"))
                        .content())
                .as("each member has ten")
                .startsWith("**A plan for");
    }

    @Test
    void whatIsRefusedBeforeThePlannerIsAskedDoesNotCount() {
        Scene scene = rig.scene();
        for (int i = 0; i < 10; i++) {
            scene.says(scene.alice, "plan", Map.of("prompt", "a calm river", "length", 4000));
        }

        assertThat(plans(scene).content()).startsWith("**A plan for");
    }

    @Test
    void whereNoModelPlansTheCommandSaysSo(@TempDir Path folder) throws InterruptedException {
        try (BotRig without = BotRig.loggedIn(folder)) {
            Scene scene = without.scene();

            assertThat(plans(scene).content()).isEqualTo("No model here follows plans.");
            assertThat(scene.alice.in(scene.general).completes("plan", "model", "", Map.of("prompt", "x")))
                    .isEmpty();
        }
    }

    private static Job ordered(Scene scene, SandboxMessage card) {
        assertThat(answer(rig, presses(scene, card, "Render")).content())
                .startsWith("Your song is in the works: “a calm river”");
        return scene.unfinished().getLast();
    }
}
