package dev.earworm.discord.component;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.music.PlanPolicy;
import dev.earworm.music.PlanSection;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Where a section of a plan goes once its form was sent. */
enum SectionStep {
    STAY,
    UP,
    DOWN,
    COPY,
    ADD,
    REMOVE,
    REDO;

    private static final Duration NEW_LENGTH = Duration.ofSeconds(15);

    /** Whether the planner writes single sections anew. */
    enum Redoing {
        POSSIBLE,
        IMPOSSIBLE
    }

    /**
     * What can be done with a section; a plan keeps at least one.
     *
     * @param redoing whether it can be written anew
     */
    static List<SectionStep> offered(int sections, int index, Redoing redoing) {
        return Arrays.stream(values())
                .filter(step -> switch (step) {
                    case STAY -> true;
                    case UP -> index > 0;
                    case DOWN -> index < sections - 1;
                    case COPY, ADD -> sections < PlanPolicy.MAX_SECTIONS;
                    case REMOVE -> sections > 1;
                    case REDO -> redoing == Redoing.POSSIBLE;
                })
                .toList();
    }

    /** What was chosen; a section stays where it is if that was not offered. */
    static SectionStep chosen(String value, List<SectionStep> offered) {
        return offered.stream()
                .filter(step -> step.name().equals(value))
                .findFirst()
                .orElse(STAY);
    }

    String label() {
        return switch (this) {
            case STAY -> say("plan.stay");
            case UP -> say("plan.up");
            case DOWN -> say("plan.down");
            case COPY -> say("plan.copy");
            case ADD -> say("plan.add");
            case REMOVE -> say("plan.remove");
            case REDO -> say("plan.redo");
        };
    }

    /** What a step is to the plan; writing a section anew is the planner's, and takes a while. */
    void take(List<PlanSection> sections, int index) {
        switch (this) {
            case STAY, REDO -> {}
            case UP -> Collections.swap(sections, index, index - 1);
            case DOWN -> Collections.swap(sections, index, index + 1);
            case COPY -> sections.add(index + 1, sections.get(index));
            case ADD -> sections.add(index + 1, PlanSection.of(say("plan.new-name"), NEW_LENGTH, List.of(), List.of()));
            case REMOVE -> sections.remove(index);
        }
    }
}
