package dev.earworm.discord;

import static dev.earworm.discord.PlanCards.CARD;
import static dev.earworm.discord.PlanCards.PLAN;
import static dev.earworm.discord.PlanCards.answer;
import static dev.earworm.discord.PlanCards.edits;
import static dev.earworm.discord.PlanCards.names;
import static dev.earworm.discord.PlanCards.now;
import static dev.earworm.discord.PlanCards.opens;
import static dev.earworm.discord.PlanCards.plans;
import static dev.earworm.discord.PlanCards.presses;
import static dev.earworm.discord.PlanCards.rendered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.earworm.discord.BotRig.Scene;
import dev.earworm.music.CompositionPlan;
import dev.earworm.music.PlanSection;
import dev.earworm.music.Planner.Planning.NotPlanned;
import dev.earworm.music.Planner.Planning.Planned;
import dev.earworm.music.ProviderFailure;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.sandbox.SandboxModal.Field;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanEditingTest {
    private static final PlanSection ANEW =
            PlanSection.of("Verse 1", Duration.ofMillis(21_500), List.of("whispered"), List.of("up it goes"));

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
    void whatHoldsForTheWholeSongIsAFormOfItsOwn() {
        Scene scene = rig.scene();
        SandboxMessage card = plans(scene);

        SandboxInteraction form = presses(scene, card, "Edit the whole song");

        assertThat(form.modal().orElseThrow().title()).isEqualTo("Edit the whole song");
        assertThat(form.modal().orElseThrow().fields())
                .extracting(Field::label, Field::prefilled, Field::isRequired)
                .containsExactly(
                        tuple("Styles throughout", "calm, piano", false),
                        tuple("What it must be without", "drums", false));

        scene.alice
                .in(scene.general)
                .submits(form, Map.of("styles", "wild,  *loud*\nguitars", "avoided", "-flutes, \u2212 choir,-"));

        rig.eventually(() -> now(scene, card).content().contains("wild"));
        assertThat(now(scene, card).content())
                .isEqualTo(CARD.replace("calm, piano", "wild, \\*loud\\*, guitars")
                        .replace("Without: drums", "Without: flutes, choir"));
        assertThat(rendered(rig, scene, card))
                .isEqualTo(new CompositionPlan(
                        List.of("wild", "*loud*", "guitars"), List.of("flutes", "choir"), PLAN.sections()));
    }

    @Test
    void emptiedFieldsLeaveTheWholeSongWithoutAny() {
        Scene scene = rig.scene();
        SandboxMessage card = plans(scene);

        scene.alice
                .in(scene.general)
                .submits(presses(scene, card, "Edit the whole song"), Map.of("styles", "", "avoided", ""));

        rig.eventually(() -> !now(scene, card).content().contains("Throughout"));
        assertThat(now(scene, card).content()).doesNotContain("Without:").contains("**1. Intro**");
    }

    @Test
    void stylesThatFillNoFormAreSaidToBeTooMany() {
        Scene scene = rig.scene();
        List<String> many =
                IntStream.range(0, 50).mapToObj(i -> i + "x".repeat(100)).toList();
        PLANNER.answers.add(new Planned(new CompositionPlan(many, many, PLAN.sections())));
        SandboxMessage card = plans(scene);

        SandboxInteraction press = presses(scene, card, "Edit the whole song");

        assertThat(press.modal()).isEmpty();
        assertThat(press.awaitResponse(BotRig.SOON).content())
                .isEqualTo("This plan has more styles than a form can hold.");
    }

    @Test
    void nobodyElseCanEditTheWholeSong() {
        Scene scene = rig.scene();
        SandboxMessage card = plans(scene);
        SandboxMessage visible = scene.status(scene.asks(scene.alice, "a song"));
        String id = card.button("Edit the whole song").customId();

        SandboxInteraction press = scene.bob.in(scene.general).pressesForged(visible, id);
        SandboxInteraction sent = scene.bob
                .in(scene.general)
                .submits(presses(scene, card, "Edit the whole song"), Map.of("styles", "Bob's"));
        SandboxInteraction unknown = scene.alice.in(scene.general).pressesForged(card, "plan:0000000000000000");

        assertThat(press.modal()).isEmpty();
        assertThat(press.awaitResponse(BotRig.SOON).content()).isEqualTo("That is not your plan.");
        assertThat(answer(rig, sent).content()).isEqualTo("That is not your plan.");
        assertThat(unknown.awaitResponse(BotRig.SOON).content()).startsWith("That plan is no longer here.");
        assertThat(now(scene, card).content()).isEqualTo(CARD);
    }

    @Test
    void aNewSectionComesBehindTheOneThatIsOpen() {
        Scene scene = rig.scene();
        SandboxMessage card = plans(scene);

        edits(scene, card, 0, Map.of("step", "ADD"));

        rig.eventually(() ->
                names(scene, card).equals(List.of("1. Intro · 0:09", "2. New section · 0:15", "3. Verse 1 · 0:22")));
        assertThat(rendered(rig, scene, card).sections().get(1))
                .isEqualTo(PlanSection.of("New section", Duration.ofSeconds(15), List.of(), List.of()));
    }

    @Test
    void aPlanThatIsFullTakesNoFurtherSection() {
        Scene scene = rig.scene();
        PLANNER.answers.add(new Planned(
                PLAN.withSections(Collections.nCopies(30, PLAN.sections().getFirst()))));
        SandboxMessage card = plans(scene);

        SandboxInteraction form = opens(scene, card, 0);

        assertThat(form.modal().orElseThrow().fields().getLast().values())
                .containsExactly("STAY", "DOWN", "REMOVE", "REDO");
    }

    @Test
    void aMinusKeepsAStyleOutOfASection() {
        Scene scene = rig.scene();
        SandboxMessage card = plans(scene);

        edits(scene, card, 0, Map.of("styles", "soft pads, -drums, \u2013bass"));

        rig.eventually(() -> now(scene, card).content().contains("without drums, bass"));
        assertThat(opens(scene, card, 0).modal().orElseThrow().fields().get(2).prefilled())
                .isEqualTo("soft pads, -drums, -bass");
        PlanSection section = rendered(rig, scene, card).sections().getFirst();
        assertThat(section.styles()).containsExactly("soft pads");
        assertThat(section.avoided()).containsExactly("drums", "bass");
    }

    @Test
    void aSectionIsWrittenAnewAndTheOthersStay() {
        Scene scene = rig.scene();
        SandboxMessage card = plans(scene);
        PLANNER.redone.add(new Planned(PLAN.withSection(1, ANEW)));
        PLANNER.meanwhile =
                () -> rig.eventually(() -> now(scene, card).content().endsWith("\nSection 2 is being written anew …"));

        edits(scene, card, 1, Map.of("step", "REDO"));

        rig.eventually(() -> now(scene, card).content().contains("whispered"));
        assertThat(now(scene, card).content()).endsWith("`0:09` **2. Verse 1** · 0:22 long · whispered\n> up it goes");
        assertThat(PLANNER.askedAnew).singleElement().satisfies(asked -> {
            assertThat(asked.prompt()).isEqualTo("a calm river");
            assertThat(asked.plan()).isEqualTo(PLAN);
            assertThat(asked.index()).isEqualTo(1);
        });
        assertThat(rendered(rig, scene, card)).isEqualTo(PLAN.withSection(1, ANEW));
    }

    @Test
    void whatWasTypedBesidesGoesToThePlanner() {
        Scene scene = rig.scene();
        SandboxMessage card = plans(scene);

        edits(scene, card, 1, Map.of("name", "Hook", "step", "REDO"));

        rig.eventually(() -> now(scene, card).content().endsWith("The planner had nothing else for section 2."));
        assertThat(PLANNER.askedAnew.element().plan().sections().get(1).name()).isEqualTo("Hook");
        assertThat(now(scene, card).content()).contains("**2. Hook**");
    }

    @Test
    void aSectionThatCannotBeWrittenAnewStaysAsItIs() {
        Scene scene = rig.scene();
        SandboxMessage card = plans(scene);
        PLANNER.redone.add(new NotPlanned(new ProviderFailure.Unavailable("secret")));
        PLANNER.redone.add(new NotPlanned(new ProviderFailure.ContentRefused("secret", Optional.empty())));

        edits(scene, card, 1, Map.of("step", "REDO"));
        rig.eventually(() -> now(scene, card).content().contains("stays as it is"));
        String unavailable = now(scene, card).content();
        edits(scene, card, 0, Map.of("step", "REDO"));
        rig.eventually(() -> now(scene, card).content().contains("Section 1 stays"));

        assertThat(unavailable)
                .isEqualTo(CARD
                        + "\nSection 2 stays as it is. The provider could not be reached. Please try again later.");
        assertThat(now(scene, card).content())
                .startsWith(CARD + "\nSection 1 stays as it is. The provider does not make songs like this one");
    }

    @Test
    void whatTheMemberChangesMeanwhileIsKept() {
        Scene scene = rig.scene();
        SandboxMessage card = plans(scene);
        SandboxInteraction second = opens(scene, card, 1);
        PLANNER.redone.add(new Planned(PLAN.withSection(1, ANEW)));
        PLANNER.meanwhile = () -> {
            scene.alice.in(scene.general).submits(second, Map.of("name", "Mine"));
            rig.eventually(() -> names(scene, card).contains("2. Mine · 0:22"));
        };

        edits(scene, card, 1, Map.of("step", "REDO"));

        rig.eventually(() -> now(scene, card).content().contains("changed meanwhile"));
        assertThat(now(scene, card).content())
                .contains("**2. Mine** · 0:22 long\n> down it goes")
                .endsWith("\nSection 2 was changed meanwhile, so it was not written anew.");
    }

    @Test
    void aPlanThatIsNotTakenIsMendedFirst() {
        Scene scene = rig.scene();
        SandboxMessage card = plans(scene);

        edits(scene, card, 0, Map.of("length", "2:30", "step", "REDO"));

        rig.eventually(() -> now(scene, card).content().contains("First mend"));
        assertThat(now(scene, card).content())
                .contains("\nFirst mend what is wrong; then a section can be written anew.\n")
                .endsWith("• Section 1 has to last 3 to 120 seconds.");
        assertThat(PLANNER.askedAnew).isEmpty();
    }

    @Test
    void aLengthThatIsNoneIsSaidBeforeThePlannerIsAsked() {
        Scene scene = rig.scene();
        SandboxMessage card = plans(scene);

        edits(scene, card, 0, Map.of("length", "short", "step", "REDO"));

        rig.eventually(() -> now(scene, card).content().contains("“short” is no length."));
        assertThat(PLANNER.askedAnew).isEmpty();
    }

    @Test
    void aPlanThatIsForgottenMeanwhileIsGone() {
        Scene scene = rig.scene();
        SandboxMessage card = plans(scene);
        PLANNER.redone.add(new Planned(PLAN.withSection(1, ANEW)));
        PLANNER.meanwhile = () -> rig.database.drafts().forget(Instant.now().plusSeconds(60));

        edits(scene, card, 1, Map.of("step", "REDO"));

        rig.eventually(() -> now(scene, card).content().startsWith("That plan is no longer here."));
        assertThat(now(scene, card).componentJson()).isEmpty();
    }
}
