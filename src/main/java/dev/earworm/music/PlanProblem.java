package dev.earworm.music;

import java.time.Duration;

/** Why a plan cannot be made into a song: something a member can read and mend. Sections count from 1. */
public sealed interface PlanProblem {
    record NoSections() implements PlanProblem {}

    record TooManySections(int limit, int actual) implements PlanProblem {}

    record NameOutOfRange(int section, int limit) implements PlanProblem {}

    record SectionLengthOutOfRange(int section, Duration minimum, Duration maximum) implements PlanProblem {}

    record LengthOutOfRange(Duration minimum, Duration maximum) implements PlanProblem {}

    /** @param section 0 for the whole song */
    record TooManyStyles(int section, int limit, int actual) implements PlanProblem {}

    record TooManyLines(int section, int limit, int actual) implements PlanProblem {}

    record LineTooLong(int section, int limit, int actual) implements PlanProblem {}
}
