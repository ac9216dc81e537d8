package dev.earworm.discord.words;

import static dev.earworm.discord.words.Messages.say;

import java.util.stream.Stream;

/** Things side by side in one sentence, separated as the language that is spoken separates them. */
public final class Listing {
    private Listing() {}

    /** Empty where there is nothing to list. */
    public static String of(Stream<String> things) {
        return things.reduce((before, thing) -> say("listing.and", before, thing))
                .orElse("");
    }
}
