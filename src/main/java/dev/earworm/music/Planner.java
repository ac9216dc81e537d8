package dev.earworm.music;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Writes a plan of a song without making it. Costs nothing, and may be repeated. */
public interface Planner {
    Planning plan(PlanRequest request);

    /** Writes single sections anew, if it can. */
    default Optional<SectionPlanner> sections() {
        return Optional.empty();
    }

    /** Writes one section of a plan anew. Costs nothing, and may be repeated. */
    @FunctionalInterface
    interface SectionPlanner {
        /** The same plan but for that section, whose name and length stay; where the planner sees fit, it stays, too. */
        Planning redo(SectionRequest request);
    }

    /**
     * Which section is to be another one.
     *
     * @param prompt of the whole song
     * @param plan one that the model can follow
     * @param index of a section that is to be made, from 0
     */
    record SectionRequest(ModelId model, String prompt, CompositionPlan plan, int index) {
        public SectionRequest {
            Objects.checkIndex(index, plan.sections().size());
        }
    }

    /**
     * What the plan is of.
     *
     * @param length of the whole song; empty to let the planner choose
     * @param source a plan to start from, which the prompt asks to change
     */
    record PlanRequest(ModelId model, String prompt, Optional<Duration> length, Optional<CompositionPlan> source) {}

    /** What came of it. */
    sealed interface Planning {
        record Planned(CompositionPlan plan) implements Planning {}

        record NotPlanned(ProviderFailure failure) implements Planning {}
    }
}
