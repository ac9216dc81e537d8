package dev.earworm.discord;

import static dev.earworm.discord.PlanCards.CARD;
import static dev.earworm.discord.PlanCards.PLAN;
import static dev.earworm.discord.PlanCards.edits;
import static dev.earworm.discord.PlanCards.menu;
import static dev.earworm.discord.PlanCards.names;
import static dev.earworm.discord.PlanCards.now;
import static dev.earworm.discord.PlanCards.plans;
import static dev.earworm.discord.PlanCards.rendered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.earworm.discord.BotRig.Scene;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobState;
import dev.earworm.jobs.Visibility;
import dev.earworm.music.CompositionPlan;
import dev.earworm.music.PlanSection;
import dev.earworm.music.Planner.PlanRequest;
import dev.earworm.music.Planner.Planning;
import dev.earworm.music.Planner.Planning.NotPlanned;
import dev.earworm.music.Planner.Planning.Planned;
import dev.earworm.music.ProviderFailure;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.sandbox.SandboxModal.Field;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTest {
    private static final ConcurrentLinkedQueue<Planning> ANSWERS = new ConcurrentLinkedQueue<>();
    private static final ConcurrentLinkedQueue<PlanRequest> ASKED = new ConcurrentLinkedQueue<>();

    private static BotRig rig;

    @BeforeAll
    static void start(@TempDir Path folder) throws InterruptedException {
        rig = BotRig.loggedIn(folder, Catalogue.planning(PlanTest::plan));
    }

    private static Planning plan(PlanRequest request) {
        ASKED.add(request);
        return Optional.ofNullable(ANSWERS.poll()).orElseGet(() -> new Planned(PLAN));
    }

    @BeforeEach
    void forget() {
        ANSWERS.clear();
        ASKED.clear();
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    void aPlanIsShownToItsMemberSectionBySection() {
        Scene scene = rig.scene();

        SandboxMessage card = plans(scene);

        assertThat(card.content()).isEqualTo(CARD);
        assertThat(card.isEphemeral()).isTrue();
        assertThat(ASKED).singleElement().satisfies(asked -> {
            assertThat(asked.model()).hasToString("desk/drafter");
            assertThat(asked.prompt()).isEqualTo("a calm river");
            assertThat(asked.length()).isEmpty();
        });
        assertThat(scene.unfinished()).isEmpty();
        assertThat(scene.says(scene.alice, "quota").content()).contains("4 left");
    }

    @Test
    void aTimelineOfTheSectionsIsBelowItWithWordsForThoseWhoDoNotSeeIt() throws IOException {
        Scene scene = rig.scene();

        SandboxMessage card = plans(scene);

        assertThat(card.files()).singleElement().satisfies(picture -> {
            assertThat(picture.name()).isEqualTo("timeline.png");
            assertThat(picture.contentType()).isEqualTo("image/png");
            assertThat(picture.description())
                    .contains(
                            "The plan of “a calm river” as a timeline: 0:00 1. Intro, 0:09 2. Verse 1. It ends at 0:30.");
        });
        assertThat(card.files().getFirst().bytes()).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void anEditReplacesTheTimeline() {
        Scene scene = rig.scene();
        SandboxMessage card = plans(scene);

        edits(scene, card, 0, Map.of("name", "Overture", "length", "0:20"));

        rig.eventually(() -> now(scene, card).content().contains("Overture"));
        assertThat(now(scene, card).files()).singleElement().satisfies(picture -> {
            assertThat(picture.id()).isNotEqualTo(card.files().getFirst().id());
            assertThat(picture.description())
                    .contains(
                            "The plan of “a calm river” as a timeline: 0:00 1. Overture, 0:20 2. Verse 1. It ends at 0:42.");
        });
    }

    @Test
    void theLengthThatWasAskedForIsThePlanners() {
        Scene scene = rig.scene();

        scene.says(scene.alice, "plan", Map.of("prompt", "a calm river", "length", 90));

        assertThat(ASKED.element().length()).contains(Duration.ofSeconds(90));
    }

    @Test
    void renderOrdersTheSongWithItsPlanForEveryoneToSee() {
        Scene scene = rig.scene();
        SandboxMessage card = plans(scene);

        SandboxInteraction press = scene.alice.in(scene.general).presses(card, "Render");

        rig.eventually(() -> !press.followUps().isEmpty());
        SandboxMessage status = press.followUps().getFirst();
        assertThat(status.content())
                .startsWith("Your song is in the works: “a calm river”\nDrafting Desk · 0:30 · ")
                .endsWith("3 songs left today.");
        assertThat(status.isEphemeral()).isFalse();
        assertThat(now(scene, card).content()).isEqualTo(CARD);
        Job job = scene.unfinished().getFirst();
        assertThat(job.request().plan()).contains(PLAN);
        assertThat(job.request().length()).isEqualTo(Duration.ofSeconds(30));
        assertThat(job.destination().visibility()).isEqualTo(Visibility.PUBLIC);
        scene.promote(job);
        scene.statusBecomes(job, "being made: “a calm river”");
    }

    @Test
    void renderPressedManyTimesMakesOneSong() throws Exception {
        Scene scene = rig.scene();
        SandboxMessage card = plans(scene);
        String render = card.button("Render").customId();

        try (ExecutorService fingers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 3; i++) {
                fingers.execute(() -> scene.alice.in(scene.general).pressesForged(card, render));
            }
        }
        SandboxInteraction last = scene.alice.in(scene.general).pressesForged(card, render);

        rig.eventually(() -> !last.followUps().isEmpty());
        assertThat(last.followUps().getFirst().content())
                .isEqualTo("That plan was already ordered. Should its song fail, Render works again.");
        assertThat(last.followUps().getFirst().isEphemeral()).isTrue();
        assertThat(scene.unfinished())
                .filteredOn(job -> job.state() == JobState.QUEUED)
                .hasSize(1);
    }

    @Test
    void aPlanOutlivesARestart(@TempDir Path other) throws Exception {
        try (BotRig restarted = BotRig.loggedIn(other, Catalogue.planning(PlanTest::plan))) {
            Scene scene = restarted.scene();
            SandboxMessage card = plans(scene);
            restarted.connection.close();
            assertThat(restarted.anotherBot().logIn()).isInstanceOf(Login.LoggedIn.class);

            SandboxInteraction press = scene.alice.in(scene.general).presses(card, "Render");

            restarted.eventually(() -> !press.followUps().isEmpty());
            assertThat(press.followUps().getFirst().content()).startsWith("Your song is in the works: “a calm river”");
            assertThat(scene.unfinished()).hasSize(1);
        }
    }

    @Test
    void overQuotaThePlanStaysForAnotherTime() {
        Scene scene = rig.scene();
        SandboxMessage card = plans(scene);
        for (int i = 0; i < 3; i++) {
            scene.asks(scene.alice, "song " + i);
        }

        SandboxInteraction press = scene.alice.in(scene.general).presses(card, "Render");

        rig.eventually(() -> !press.followUps().isEmpty());
        assertThat(press.followUps().getFirst().content()).startsWith("You have 3 songs in the works");
        assertThat(press.followUps().getFirst().isEphemeral()).isTrue();
        assertThat(press.response().buttons()).hasSize(2);
        assertThat(scene.unfinished()).hasSize(3);
    }

    @Test
    void nobodyElseCanRenderOrChangeIt() {
        Scene scene = rig.scene();
        SandboxMessage card = plans(scene);
        SandboxMessage visible = scene.status(scene.asks(scene.alice, "a song"));

        SandboxInteraction press = scene.bob
                .in(scene.general)
                .pressesForged(visible, card.button("Render").customId());
        SandboxInteraction form = scene.alice.in(scene.general).selects(card, menu(card), "0");
        SandboxInteraction sent = scene.bob.in(scene.general).submits(form, Map.of("name", "Bob's"));

        rig.eventually(() -> !press.followUps().isEmpty() && !sent.followUps().isEmpty());
        assertThat(press.followUps().getFirst().content()).isEqualTo("That is not your plan.");
        assertThat(sent.followUps().getFirst().content()).isEqualTo("That is not your plan.");
        assertThat(scene.unfinished()).hasSize(1);
        assertThat(now(scene, card).content()).isEqualTo(CARD);
    }

    @Test
    void aPlanThatWasForgottenIsSaidToBeGone() {
        Scene scene = rig.scene();
        SandboxMessage card = plans(scene);
        rig.database.drafts().forget(Instant.now().plusSeconds(60));

        SandboxInteraction press = scene.alice.in(scene.general).presses(card, "Render");
        SandboxInteraction choice = scene.alice.in(scene.general).selects(card, menu(card), "0");

        rig.eventually(() -> !press.followUps().isEmpty());
        assertThat(press.followUps().getFirst().content())
                .isEqualTo("That plan is no longer here. With /plan you get another.");
        assertThat(choice.modal()).isEmpty();
        assertThat(scene.unfinished()).isEmpty();
    }

    @Test
    void aForgedIdRendersNothing() {
        Scene scene = rig.scene();
        SandboxMessage card = plans(scene);

        SandboxInteraction press = scene.alice.in(scene.general).pressesForged(card, "render:0000000000000000");
        SandboxInteraction section = scene.alice.in(scene.general).pressesForged(card, menu(card) + ":0");

        rig.eventually(() -> !press.followUps().isEmpty());
        assertThat(press.followUps().getFirst().content()).startsWith("That plan is no longer here.");
        assertThat(section.modal()).isEmpty();
        assertThat(scene.unfinished()).isEmpty();
    }

    @Test
    void aSectionOpensAsAFormAndComesBackChanged() {
        Scene scene = rig.scene();
        SandboxMessage card = plans(scene);

        SandboxInteraction form = scene.alice.in(scene.general).selects(card, menu(card), "1");

        assertThat(form.modal().orElseThrow().title()).isEqualTo("Section 2");
        assertThat(form.modal().orElseThrow().fields())
                .extracting(Field::label, Field::prefilled)
                .containsExactly(
                        tuple("Name", "Verse 1"),
                        tuple("How long", "0:22"),
                        tuple("Styles, with commas between", ""),
                        tuple("Lyrics, a line each", "down it goes\nto the *sea*"),
                        tuple("And then", "STAY"));

        SandboxInteraction sent = scene.alice
                .in(scene.general)
                .submits(
                        form,
                        Map.of(
                                "name", "Chorus",
                                "styles", "choir,  bright\nloud",
                                "lyrics", "one\n\n two "));

        rig.eventually(() -> now(scene, card).content().contains("Chorus"));
        assertThat(now(scene, card).content())
                .endsWith("`0:09` **2. Chorus** · 0:22 long · choir, bright, loud\n> one\n> two");
        assertThat(sent.followUps()).isEmpty();
        PlanSection changed = rendered(rig, scene, card).sections().get(1);
        assertThat(changed.length()).as("not rounded by the form").isEqualTo(Duration.ofMillis(21_500));
        assertThat(changed.lines()).containsExactly("one", "two");
    }

    @Test
    void aSectionIsMovedCopiedAndRemoved() {
        Scene scene = rig.scene();
        SandboxMessage card = plans(scene);

        steps(scene, card, 0, "DOWN");
        rig.eventually(() -> names(scene, card).equals(List.of("1. Verse 1 · 0:22", "2. Intro · 0:09")));
        steps(scene, card, 1, "COPY");
        rig.eventually(
                () -> names(scene, card).equals(List.of("1. Verse 1 · 0:22", "2. Intro · 0:09", "3. Intro · 0:09")));
        steps(scene, card, 1, "UP");
        rig.eventually(
                () -> names(scene, card).equals(List.of("1. Intro · 0:09", "2. Verse 1 · 0:22", "3. Intro · 0:09")));
        steps(scene, card, 0, "REMOVE");
        rig.eventually(() -> names(scene, card).equals(List.of("1. Verse 1 · 0:22", "2. Intro · 0:09")));

        assertThat(rendered(rig, scene, card).sections())
                .containsExactly(PLAN.sections().getLast(), PLAN.sections().getFirst());
    }

    @Test
    void theOnlySectionCanNeitherBeMovedNorRemoved() {
        Scene scene = rig.scene();
        ANSWERS.add(new Planned(PLAN.withSections(List.of(PLAN.sections().getLast()))));
        SandboxMessage card = plans(scene);

        SandboxInteraction form = scene.alice.in(scene.general).selects(card, menu(card), "0");

        assertThat(form.modal().orElseThrow().fields().getLast().values()).containsExactly("STAY", "COPY", "ADD");
    }

    @Test
    void aFormWhoseSectionIsGoneByNowChangesNothing() {
        Scene scene = rig.scene();
        SandboxMessage card = plans(scene);
        SandboxInteraction late = scene.alice.in(scene.general).selects(card, menu(card), "1");
        steps(scene, card, 0, "REMOVE");
        rig.eventually(() -> names(scene, card).size() == 1);

        SandboxInteraction sent = scene.alice.in(scene.general).submits(late, Map.of("name", "Lost"));

        rig.eventually(() -> !sent.followUps().isEmpty());
        assertThat(sent.followUps().getFirst().content()).isEqualTo("There is no such section any more.");
        assertThat(names(scene, card)).containsExactly("1. Verse 1 · 0:22");
    }

    @Test
    void anEditThatTheModelWouldNotTakeIsKeptWithWhatIsWrongAndNotRendered() {
        Scene scene = rig.scene();
        SandboxMessage card = plans(scene);
        SandboxInteraction form = scene.alice.in(scene.general).selects(card, menu(card), "0");

        scene.alice.in(scene.general).submits(form, Map.of("name", "Overture", "length", "2:30"));

        rig.eventually(() -> now(scene, card).content().contains("Overture"));
        assertThat(now(scene, card).content())
                .endsWith("That song cannot be made as asked:\n• Section 1 has to last 3 to 120 seconds.");
        SandboxInteraction press = scene.alice.in(scene.general).presses(now(scene, card), "Render");
        rig.eventually(() -> !press.followUps().isEmpty());
        assertThat(press.followUps().getFirst().content()).contains("Section 1 has to last 3 to 120 seconds.");
        assertThat(scene.unfinished()).isEmpty();
        assertThat(now(scene, card).buttons()).hasSize(2);
    }

    @Test
    void aLengthThatIsNoneLeavesTheSectionAsLongAsItWas() {
        Scene scene = rig.scene();
        SandboxMessage card = plans(scene);
        SandboxInteraction form = scene.alice.in(scene.general).selects(card, menu(card), "0");

        scene.alice.in(scene.general).submits(form, Map.of("name", "Overture", "length", "short"));

        rig.eventually(() -> now(scene, card).content().contains("Overture"));
        assertThat(now(scene, card).content())
                .contains("**1. Overture** · 0:09 long")
                .endsWith("“short” is no length. Write it in seconds, as in 90, or as 1:30.");
    }

    @Test
    void aPlanOfThirtySectionsFitsIntoAMessageAndEachCanBeEdited() {
        Scene scene = rig.scene();
        PlanSection section = PlanSection.of(
                "A section with a name",
                Duration.ofSeconds(10),
                List.of("a style"),
                Collections.nCopies(30, "la ".repeat(60)));
        ANSWERS.add(new Planned(new CompositionPlan(List.of(), List.of(), Collections.nCopies(30, section))));

        SandboxMessage card = plans(scene);

        assertThat(card.content()).hasSizeLessThanOrEqualTo(2000).contains("more sections");
        assertThat(card.files().getFirst().description().orElseThrow())
                .hasSizeLessThanOrEqualTo(1024)
                .contains(
                        "0:00 1. A section with a name, 0:10 2. ", "4:50 30. A section with a name. It ends at 5:00.");
        SandboxInteraction form = scene.alice.in(scene.general).selects(card, menu(card) + ":25", "29");
        assertThat(form.modal().orElseThrow().title()).isEqualTo("Section 30");
        // 30 lines of 180 characters are more than a field holds.
        assertThat(form.modal().orElseThrow().fields())
                .extracting(Field::customId)
                .doesNotContain("lyrics");
        scene.alice.in(scene.general).submits(form, Map.of("name", "Last"));
        rig.eventually(() -> now(scene, card).componentJson().toString().contains("30. Last"));
        assertThat(rendered(rig, scene, card).sections().getLast().lines()).hasSize(30);
    }

    @Test
    void wildNamesAndLinesOfAPlannerBreakNeitherTheCardNorTheForm() {
        Scene scene = rig.scene();
        PlanSection wild = PlanSection.of(
                "**In\ntro** " + "x".repeat(150), Duration.ofSeconds(20), List.of("a\nb"), List.of("@everyone\n# la"));
        ANSWERS.add(new Planned(PLAN.withSections(List.of(wild))));

        SandboxMessage card = plans(scene);

        assertThat(card.content())
                .contains("`0:00` **1. \\*\\*In tro\\*\\* xxx")
                .contains("· 0:20 long · a b\n> \\@everyone \\# la\n")
                .endsWith("• Section 1 needs a name of at most 100 characters.");
        assertThat(scene.alice
                        .in(scene.general)
                        .selects(card, menu(card), "0")
                        .modal()
                        .orElseThrow()
                        .fields()
                        .getFirst()
                        .prefilled())
                .hasSizeLessThanOrEqualTo(100);
    }

    @Test
    void aPlannerThatFailsIsSaidInWords() {
        Scene scene = rig.scene();
        List<ProviderFailure> failures = List.of(
                new ProviderFailure.Unavailable("x"),
                new ProviderFailure.OutcomeUnknown("x"),
                new ProviderFailure.Internal("x"));
        failures.forEach(failure -> ANSWERS.add(new NotPlanned(failure)));
        List<String> said = new ArrayList<>();

        for (int i = 0; i < failures.size(); i++) {
            said.add(plans(scene).content());
        }

        assertThat(said)
                .containsExactly(
                        "The provider could not be reached. Please try again later.",
                        "The plan did not come. Please try again.",
                        "The plan did not come. Please try again.");
    }

    @Test
    void aModelThatDoesNotPlanNamesThoseThatDo() {
        Scene scene = rig.scene();

        SandboxMessage answer =
                scene.says(scene.alice, "plan", Map.of("prompt", "a calm river", "model", "studio/grand"));

        assertThat(answer.content()).isEqualTo("Grand Studio does not follow plans. These models do: `desk/drafter`.");
        assertThat(ASKED).isEmpty();
        assertThat(scene.alice.in(scene.general).completes("plan", "model", "", Map.of("prompt", "x")))
                .hasSize(1);
    }

    @Test
    void whatNoModelCouldMakeIsRefusedBeforeThePlannerIsAsked() {
        Scene scene = rig.scene();

        SandboxMessage tooLong = scene.says(scene.alice, "plan", Map.of("prompt", "a calm river", "length", 4000));
        SandboxMessage empty = scene.says(scene.alice, "plan", Map.of("prompt", " \u200b "));

        assertThat(tooLong.content()).contains("Drafting Desk makes songs of 10 to 400 seconds.");
        assertThat(empty.content()).contains("The prompt is empty");
        assertThat(ASKED).isEmpty();
    }

    private static void steps(Scene scene, SandboxMessage card, int index, String step) {
        edits(scene, card, index, Map.of("step", step));
    }
}
