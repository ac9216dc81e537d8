package dev.earworm.discord.words;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.jobs.Refusal;
import dev.earworm.keys.ProviderAccount;
import dev.earworm.music.PlanProblem;
import dev.earworm.music.ProviderFailure;
import java.time.Duration;
import java.time.Instant;
import net.dv8tion.jda.api.utils.TimeFormat;

/** Why there is no plan, or why one cannot be made: a sentence for each reason. */
public final class PlanSentences {
    private PlanSentences() {}

    /** Why a planner of this account wrote none. Nothing was made that could be lost or paid twice, whatever happened. */
    public static String because(ProviderFailure failure, ProviderAccount account) {
        return switch (failure) {
            case ProviderFailure.OutcomeUnknown _, ProviderFailure.Internal _ -> say("plan.failed");
            case ProviderFailure.BadRequest _,
                    ProviderFailure.ContentRefused _,
                    ProviderFailure.RateLimited _,
                    ProviderFailure.Unavailable _,
                    ProviderFailure.OutOfCredit _,
                    ProviderFailure.Unauthorised _ ->
                RefusalSentences.because(Refusal.of(failure, account).reason());
        };
    }

    /** A member asked for so many plans within such a time, and may ask again from then on. */
    public static String enough(int plans, Duration window, Instant again) {
        return say(
                "plan.enough",
                plans,
                window.toMinutes(),
                TimeFormat.RELATIVE.atInstant(again).toString());
    }

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
