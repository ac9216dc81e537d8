package dev.earworm.discord.component;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.music.PlanPolicy;
import dev.earworm.music.PlanSection;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Where a section of a plan goes once its form was sent. */
enum SectionStep {
    STAY,
    UP,
    DOWN,
    COPY,
    REMOVE;

    /** What can be done with a section; a plan keeps at least one. */
    static List<SectionStep> offered(int sections, int index) {
        return Arrays.stream(values())
                .filter(step -> switch (step) {
                    case STAY -> true;
                    case UP -> index > 0;
                    case DOWN -> index < sections - 1;
                    case COPY -> sections < PlanPolicy.MAX_SECTIONS;
                    case REMOVE -> sections > 1;
                })
                .toList();
    }

    /** What was chosen; a section stays where it is if that was not offered. */
    static SectionStep chosen(String value, int sections, int index) {
        return offered(sections, index).stream()
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
            case REMOVE -> say("plan.remove");
        };
    }

    void take(List<PlanSection> sections, int index) {
        switch (this) {
            case STAY -> {}
            case UP -> Collections.swap(sections, index, index - 1);
            case DOWN -> Collections.swap(sections, index, index + 1);
            case COPY -> sections.add(index + 1, sections.get(index));
            case REMOVE -> sections.remove(index);
        }
    }
}
