package dev.earworm.music;

import java.time.Duration;
import java.util.Optional;

/** Writes a plan of a song without making it. Costs nothing, and may be repeated. */
public interface Planner {
    Planning plan(PlanRequest request);

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
