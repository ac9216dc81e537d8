package dev.earworm.discord.words;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.music.PlanProblem;

/** Why a plan cannot be made, a sentence for each reason. */
final class PlanSentences {
    private PlanSentences() {}

    static String of(PlanProblem problem) {
        return switch (problem) {
            case PlanProblem.NoSections _ -> say("unfit.plan-empty");
            case PlanProblem.TooManySections many -> say("unfit.plan-sections", many.limit(), many.actual());
            case PlanProblem.NameOutOfRange name -> say("unfit.plan-name", name.section(), name.limit());
            case PlanProblem.SectionLengthOutOfRange length ->
                say(
                        "unfit.plan-section-length",
                        length.section(),
                        length.minimum().toSeconds(),
                        length.maximum().toSeconds());
            case PlanProblem.LengthOutOfRange length ->
                say(
                        "unfit.plan-length",
                        length.minimum().toSeconds(),
                        length.maximum().toSeconds());
            case PlanProblem.TooManyStyles many
            when many.section() == 0 -> say("unfit.plan-styles", many.limit(), many.actual());
            case PlanProblem.TooManyStyles many ->
                say("unfit.plan-section-styles", many.section(), many.limit(), many.actual());
            case PlanProblem.TooManyLines many -> say("unfit.plan-lines", many.section(), many.limit(), many.actual());
            case PlanProblem.LineTooLong line -> say("unfit.plan-line", line.section(), line.limit(), line.actual());
        };
    }
}
