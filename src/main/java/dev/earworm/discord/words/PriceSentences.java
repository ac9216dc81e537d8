package dev.earworm.discord.words;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.music.Price;
import dev.earworm.music.Usd;

/** What a model takes, and amounts of money, as members read them. */
final class PriceSentences {
    private PriceSentences() {}

    static String of(Price price) {
        return switch (price) {
            case Price.PerSong song when song.amount().equals(Usd.ZERO) -> say("price.free");
            case Price.PerSong song -> say("price.per-song", of(song.amount()));
            case Price.PerMinute minute -> say("price.per-minute", of(minute.amount()));
            case Price.PerSecond second -> say("price.per-second", of(second.amount()));
            case Price.Tiered tiered ->
                say(
                        "price.tiered",
                        of(tiered.tiers().getFirst().amount()),
                        of(tiered.tiers().getLast().amount()));
        };
    }

    static String of(Usd amount) {
        return say("price.amount", amount.dollars());
    }
}
