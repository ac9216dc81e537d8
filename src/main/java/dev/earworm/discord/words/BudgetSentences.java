package dev.earworm.discord.words;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.quota.NearCeiling;
import dev.earworm.quota.Period;
import java.time.Instant;

/** That money runs out, as admins read it. */
public final class BudgetSentences {
    private BudgetSentences() {}

    public static String near(NearCeiling ceiling) {
        Period period = ceiling.limit().period().orElseThrow();
        String reset = QuotaSentences.reset(period, end(ceiling));
        return switch (period) {
            case DAY -> say("budget.near-day", reset);
            case WEEK -> say("budget.near-week", reset);
            case MONTH -> say("budget.near-month", reset);
        };
    }

    /** When the ceiling starts anew. */
    public static Instant end(NearCeiling ceiling) {
        return ceiling.since().resetsAt(ceiling.limit().period().orElseThrow());
    }
}
