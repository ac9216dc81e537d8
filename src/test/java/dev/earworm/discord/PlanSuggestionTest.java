package dev.earworm.discord;

import static dev.earworm.discord.PlanCards.CARD;
import static dev.earworm.discord.PlanCards.PLAN;
import static dev.earworm.discord.PlanCards.answer;
import static dev.earworm.discord.PlanCards.now;
import static dev.earworm.discord.PlanCards.plans;
import static dev.earworm.discord.PlanCards.presses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.BotRig.Scene;
import dev.earworm.drafts.Draft;
import dev.earworm.drafts.SongForm;
import dev.earworm.music.JobId;
import dev.earworm.music.Planner.Planning;
import dev.earworm.music.Planner.Planning.NotPlanned;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.Suggestion;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanSuggestionTest {
    private static final String USE_PROMPT = "Plan with this prompt";
    private static final String USE_PLAN = "Use its plan";

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
    void aRefusedPlanComesWithThePromptThatWouldBeTakenAndAButtonForIt() {
        Scene scene = rig.scene();
        PLANNER.answers.add(otherPrompt("guitar *pop*"));

        SandboxMessage refusal = plans(scene);

        assertThat(refusal.content())
                .startsWith("The provider does not make songs like this one")
                .endsWith("\nThis prompt would be taken: “guitar \\*pop\\*”")
                .doesNotContain("secret");
        assertThat(refusal.buttons()).extracting(button -> button.label()).containsExactly(USE_PROMPT);
        assertThat(refusal.files()).isEmpty();
    }

    @Test
    void itsButtonPlansWithThatPromptAndAllElseAsItWasAsked() {
        Scene scene = rig.scene();
        PLANNER.answers.add(otherPrompt("guitar *pop*"));
        SandboxMessage refusal = scene.says(scene.alice, "plan", Map.of("prompt", "like that band", "length", 90));

        presses(scene, refusal, USE_PROMPT);

        rig.eventually(() -> now(scene, refusal).content().startsWith("**A plan for “guitar \\*pop\\*”**"));
        assertThat(now(scene, refusal).buttons())
                .extracting(button -> button.label())
                .containsExactly("Render", "Edit the whole song");
        assertThat(now(scene, refusal).files()).hasSize(1);
        assertThat(PLANNER.asked).last().satisfies(asked -> {
            assertThat(asked.prompt()).isEqualTo("guitar *pop*");
            assertThat(asked.length()).contains(Duration.ofSeconds(90));
            assertThat(asked.model()).hasToString("desk/drafter");
        });
    }

    @Test
    void aLengthThatWasNotAskedForIsNotAskedForThenEither() {
        Scene scene = rig.scene();
        PLANNER.answers.add(otherPrompt("guitar pop"));
        SandboxMessage refusal = plans(scene);

        presses(scene, refusal, USE_PROMPT);

        rig.eventually(() -> now(scene, refusal).content().startsWith("**A plan for “guitar pop”**"));
        assertThat(PLANNER.asked)
                .last()
                .satisfies(asked -> assertThat(asked.length()).isEmpty());
    }

    @Test
    void wherePlanningFailsThenTheButtonStaysForAnotherTime() {
        Scene scene = rig.scene();
        PLANNER.answers.add(otherPrompt("guitar pop"));
        PLANNER.answers.add(new NotPlanned(new ProviderFailure.Unavailable("secret")));
        SandboxMessage refusal = plans(scene);

        SandboxInteraction press = presses(scene, refusal, USE_PROMPT);

        assertThat(answer(rig, press).content())
                .isEqualTo("The provider could not be reached. Please try again later.");
        assertThat(answer(rig, press).isEphemeral()).isTrue();
        assertThat(now(scene, refusal).buttons()).hasSize(1);
        presses(scene, refusal, USE_PROMPT);
        rig.eventually(() -> now(scene, refusal).content().startsWith("**A plan for “guitar pop”**"));
    }

    @Test
    void aPlanThatTheProviderWouldTakeIsShownAtThePressOfAButton() {
        Scene scene = rig.scene();
        PLANNER.answers.add(new NotPlanned(
                new ProviderFailure.ContentRefused("secret", Optional.of(new Suggestion.OtherPlan(PLAN)))));

        SandboxMessage refusal = plans(scene);
        presses(scene, refusal, USE_PLAN);

        assertThat(refusal.content())
                .startsWith("The provider does not make songs like this one")
                .endsWith("\nThe provider suggests a plan that it would take.");
        rig.eventually(() -> now(scene, refusal).content().equals(CARD));
        SandboxInteraction render = presses(scene, refusal, "Render");
        assertThat(answer(rig, render).content()).startsWith("Your song is in the works: “a calm river”");
        assertThat(scene.unfinished().getFirst().request().plan()).contains(PLAN);
        assertThat(PLANNER.asked).hasSize(1);
    }

    @Test
    void aSuggestionThatSaysNothingIsNone() {
        Scene scene = rig.scene();
        List<Suggestion> nothing =
                List.of(new Suggestion.OtherPrompt(" \u200b"), new Suggestion.OtherPlan(PLAN.withSections(List.of())));
        nothing.forEach(suggestion ->
                PLANNER.answers.add(new NotPlanned(new ProviderFailure.ContentRefused("", Optional.of(suggestion)))));

        for (int i = 0; i < nothing.size(); i++) {
            assertThat(plans(scene).buttons()).isEmpty();
        }
    }

    @Test
    void nobodyElseCanUseItAndAForgedOneIsNone() {
        Scene scene = rig.scene();
        PLANNER.answers.add(otherPrompt("guitar pop"));
        SandboxMessage refusal = plans(scene);
        SandboxMessage visible = scene.status(scene.asks(scene.alice, "a song"));
        String id = refusal.button(USE_PROMPT).customId();

        SandboxInteraction bobs = scene.bob.in(scene.general).pressesForged(visible, id);
        SandboxInteraction unknown =
                scene.alice.in(scene.general).pressesForged(visible, "plan_suggested:" + "0".repeat(16));
        rig.database.drafts().forget(Instant.now().plusSeconds(60));
        SandboxInteraction late = presses(scene, refusal, USE_PROMPT);

        assertThat(answer(rig, bobs).content())
                .isEqualTo("Only the member who asked for the song can use that suggestion.");
        assertThat(answer(rig, unknown).content()).isEqualTo("There is no such suggestion any more.");
        assertThat(answer(rig, late).content()).isEqualTo("There is no such suggestion any more.");
        assertThat(PLANNER.asked).hasSize(1);
    }

    @Test
    void aDraftOfAnotherSortThatAMemberForgesInsteadOfOnePlansWhatStandsInIt() {
        Scene scene = rig.scene();
        PLANNER.answers.add(otherPrompt("guitar pop"));
        SandboxMessage refusal = plans(scene);
        JobId form = JobId.next(Instant.now());
        rig.database
                .drafts()
                .add(
                        new Draft.Typed(
                                form,
                                scene.account(scene.alice),
                                new SongForm("a wild sea", "la la", "loud", "soon", "")),
                        Instant.now());

        scene.alice.in(scene.general).pressesForged(refusal, "plan_suggested:" + form);

        rig.eventually(() -> now(scene, refusal).content().startsWith("**A plan for “a wild sea”**"));
        assertThat(scene.unfinished()).isEmpty();
    }

    private static Planning otherPrompt(String prompt) {
        return new NotPlanned(new ProviderFailure.ContentRefused(
                "422 secret detail", Optional.of(new Suggestion.OtherPrompt(prompt))));
    }
}
