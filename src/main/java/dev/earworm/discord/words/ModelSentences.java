package dev.earworm.discord.words;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.Price;
import dev.earworm.music.Providers;
import java.util.Arrays;
import java.util.Optional;

/** What a model can do, in a few words that are made from the catalogue: in autocomplete and in help alike. */
public final class ModelSentences {
    private final Providers providers;

    public ModelSentences(Providers providers) {
        this.providers = providers;
    }

    /** As {@code Music v2 · 3–600 s · instrumental, lyrics, plan · $0.15 a minute}; plain text, nothing is escaped. */
    public String brief(MusicModel model) {
        String sentence = say("model.brief", model.title(), length(model));
        String abilities = abilities(model);
        String able = abilities.isEmpty() ? sentence : say("model.and", sentence, abilities);
        Optional<Price> price = providers.price(model);
        return price.isEmpty() ? able : say("model.and", able, PriceSentences.of(price.get()));
    }

    private static String length(MusicModel model) {
        return model.has(Feature.LENGTH)
                ? say(
                        "model.length",
                        model.length().minimum().toSeconds(),
                        model.length().maximum().toSeconds())
                : say("model.own-length", model.length().usual().toSeconds());
    }

    private static String abilities(MusicModel model) {
        return Listing.of(Arrays.stream(Feature.values())
                .filter(model::has)
                .flatMap(feature -> ability(model, feature).stream()));
    }

    private static Optional<String> ability(MusicModel model, Feature feature) {
        return switch (feature) {
            case LENGTH, SEED_WITH_PLAN -> Optional.empty();
            case INSTRUMENTAL -> Optional.of(say("model.instrumental"));
            case LYRICS -> Optional.of(model.needs(feature) ? say("model.needs-lyrics") : say("model.lyrics"));
            case SEED -> Optional.of(say("model.seed"));
            case REFERENCE -> Optional.of(model.needs(feature) ? say("model.needs-reference") : say("model.reference"));
            case PLAN -> Optional.of(say("model.plan"));
            case EXTEND -> Optional.of(say("model.extend"));
            case STEMS -> Optional.of(say("model.stems"));
        };
    }
}
