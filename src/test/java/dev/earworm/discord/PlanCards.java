package dev.earworm.discord;

import dev.earworm.discord.BotRig.Scene;
import dev.earworm.music.CompositionPlan;
import dev.earworm.music.PlanSection;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A plan, its card, and what members do to it. */
final class PlanCards {
    static final CompositionPlan PLAN = new CompositionPlan(
            List.of("calm", "piano"),
            List.of("drums"),
            List.of(
                    PlanSection.of("Intro", Duration.ofMillis(8_500), List.of("soft pads"), List.of()),
                    PlanSection.of(
                            "Verse 1", Duration.ofMillis(21_500), List.of(), List.of("down it goes", "to the *sea*"))));
    private static final String SECTIONS = """
            `0:00` **1. Intro** · 0:09 long · soft pads
            `0:09` **2. Verse 1** · 0:22 long
            > down it goes
            > to the \\*sea\\*""";
    static final String CARD = """
            **A plan for “a calm river”**
            Drafting Desk · 0:30
            Throughout: calm, piano
            Without: drums
            """ + SECTIONS;

    private PlanCards() {}

    /** Alice asks for a plan. */
    static SandboxMessage plans(Scene scene) {
        return scene.says(scene.alice, "plan", Map.of("prompt", "a calm river"));
    }

    /** The card as Alice sees it now. */
    static SandboxMessage now(Scene scene, SandboxMessage card) {
        return scene.alice.sees(scene.general).stream()
                .filter(message -> message.id() == card.id())
                .findFirst()
                .orElseThrow();
    }

    /** The id of the first menu of sections. */
    static String menu(SandboxMessage card) {
        return card.button("Render").customId().replace("render:", "section:");
    }

    /** Alice opens the form of a section. */
    static SandboxInteraction opens(Scene scene, SandboxMessage card, int index) {
        return scene.alice.in(scene.general).selects(now(scene, card), menu(card), Integer.toString(index));
    }

    /** Alice fills in the form of a section and sends it. */
    static SandboxInteraction edits(Scene scene, SandboxMessage card, int index, Map<String, String> fields) {
        return scene.alice.in(scene.general).submits(opens(scene, card, index), fields);
    }

    /** What the menu of sections offers now. */
    static List<String> names(Scene scene, SandboxMessage card) {
        return now(scene, card).componentJson().findValues("options").getFirst().findValuesAsText("label");
    }

    static SandboxInteraction presses(Scene scene, SandboxMessage card, String button) {
        return scene.alice.in(scene.general).presses(now(scene, card), button);
    }

    /** What a press was answered with beside the card. */
    static SandboxMessage answer(BotRig rig, SandboxInteraction press) {
        rig.eventually(() -> !press.followUps().isEmpty());
        return press.followUps().getFirst();
    }

    /** The plan of the song that comes of it. */
    static CompositionPlan rendered(BotRig rig, Scene scene, SandboxMessage card) {
        answer(rig, presses(scene, card, "Render"));
        return scene.unfinished().getFirst().request().plan().orElseThrow();
    }
}
