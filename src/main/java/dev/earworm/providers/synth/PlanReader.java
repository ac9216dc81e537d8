package dev.earworm.providers.synth;

import dev.earworm.music.CompositionPlan;
import dev.earworm.music.PlanSection;
import dev.earworm.providers.synth.compose.Outline;
import dev.earworm.providers.synth.compose.Outline.Passage;
import dev.earworm.providers.synth.prompt.PromptReader;
import dev.earworm.providers.synth.prompt.SceneReader;
import dev.earworm.providers.synth.prompt.Wishes;

/** Reads a plan as the composer understands it; lines that are to be sung are passed over. */
final class PlanReader {
    private final SceneReader reader;

    PlanReader(PromptReader reader) {
        this.reader = new SceneReader(reader);
    }

    /** What is asked for the whole piece. */
    Wishes wishes(String prompt, CompositionPlan plan) {
        return reader.whole(prompt, plan.styles(), plan.avoided());
    }

    Outline outline(CompositionPlan plan) {
        return new Outline(plan.sections().stream().map(this::passage).toList());
    }

    private Passage passage(PlanSection section) {
        return new Passage(reader.scene(section.name(), section.styles(), section.avoided()), section.length());
    }
}
