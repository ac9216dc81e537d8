package dev.earworm.discord;

import dev.earworm.music.CompositionPlan;
import dev.earworm.music.Planner;
import dev.earworm.music.Planner.Planning.Planned;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Answers with what a test laid out for it, else always with the same plan, and remembers what it was asked. */
final class ScriptedPlanner implements Planner {
    final ConcurrentLinkedQueue<Planning> answers = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<PlanRequest> asked = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<Planning> redone = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<SectionRequest> askedAnew = new ConcurrentLinkedQueue<>();

    /** Done before a section that is written anew comes back. */
    volatile Runnable meanwhile = () -> {};

    private final CompositionPlan usual;

    ScriptedPlanner(CompositionPlan usual) {
        this.usual = usual;
    }

    void forget() {
        answers.clear();
        asked.clear();
        redone.clear();
        askedAnew.clear();
        meanwhile = () -> {};
    }

    @Override
    public Planning plan(PlanRequest request) {
        asked.add(request);
        return Optional.ofNullable(answers.poll()).orElseGet(() -> new Planned(usual));
    }

    @Override
    public Optional<SectionPlanner> sections() {
        return Optional.of(this::redo);
    }

    private Planning redo(SectionRequest request) {
        askedAnew.add(request);
        meanwhile.run();
        return Optional.ofNullable(redone.poll()).orElseGet(() -> new Planned(request.plan()));
    }
}
