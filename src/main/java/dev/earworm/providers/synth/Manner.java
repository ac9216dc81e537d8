package dev.earworm.providers.synth;

import dev.earworm.music.CompositionPlan;
import dev.earworm.music.PlanSection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A way to play a section, in words that the composer understands.
 *
 * @param styles what it is like
 * @param avoided who is silent
 */
record Manner(List<String> styles, List<String> avoided) {
    private static final String DRUMS = "drums";

    /** In the order in which a section that is written anew again and again gets them. */
    private static final List<Manner> ALL = List.of(
            new Manner(List.of("sparse"), List.of(DRUMS)),
            new Manner(List.of("full"), List.of()),
            new Manner(List.of("hushed", "dreamy"), List.of(DRUMS)),
            new Manner(List.of("soaring", "epic"), List.of()),
            new Manner(List.of("stripped", "playful"), List.of()),
            new Manner(List.of("steady"), List.of()));

    /** What stands in the planner's own sections, and would speak against some of these. */
    private static final List<String> REPLACED = Stream.concat(
                    Stream.of("contrasting", "fading"), ALL.stream().flatMap(manner -> manner.styles.stream()))
            .toList();

    /** Another way for a section than the one it has, without anything that the plan rules out. */
    static Optional<Manner> next(CompositionPlan plan, PlanSection section) {
        int now = ALL.stream()
                .filter(manner -> section.styles().containsAll(manner.styles))
                .map(ALL::indexOf)
                .findFirst()
                .orElse(-1);
        return Stream.concat(ALL.subList(now + 1, ALL.size()).stream(), ALL.subList(0, Math.max(0, now)).stream())
                .filter(manner -> manner.styles.stream().noneMatch(plan.avoided()::contains))
                .findFirst();
    }

    /** The section in this manner; whatever else is said of it stays. */
    PlanSection of(PlanSection section) {
        return new PlanSection(
                section.name(),
                section.length(),
                with(section.styles(), styles, REPLACED),
                with(section.avoided(), avoided, List.of(DRUMS)),
                List.of(),
                Optional.empty());
    }

    private static List<String> with(List<String> before, List<String> own, List<String> replaced) {
        Stream<String> kept = before.stream().filter(style -> !replaced.contains(style));
        return Stream.concat(own.stream(), kept).toList();
    }
}
