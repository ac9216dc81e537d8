package dev.earworm.discord.words;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.jobs.Costs;
import dev.earworm.music.Usd;
import java.util.Optional;

/** What a song costs, as members read it. */
public final class CostSentences {
    private CostSentences() {}

    /** What was charged, else what is expected; empty where nobody knows. */
    public static Optional<String> of(Costs costs) {
        return costs.actual()
                .map(actual -> free(actual).orElseGet(() -> PriceSentences.of(actual)))
                .or(() -> costs.estimated()
                        .map(estimate ->
                                free(estimate).orElseGet(() -> say("track.cost-about", PriceSentences.of(estimate)))));
    }

    private static Optional<String> free(Usd amount) {
        return amount.equals(Usd.ZERO) ? Optional.of(say("track.cost-free")) : Optional.empty();
    }
}
