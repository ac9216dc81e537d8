package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.SongWish.Clear;
import dev.earworm.discord.command.SongWish.Unclear;
import dev.earworm.discord.words.Listing;
import dev.earworm.discord.words.OptionSentences;
import dev.earworm.discord.words.Prompts;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.ModelId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.OptionProblem;
import dev.earworm.music.Providers;
import dev.earworm.music.Reference;
import dev.earworm.music.RequestPolicy;
import dev.earworm.music.SongRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;

/**
 * Makes a complete request of what a member typed: cleaned words, and every default filled in. A model that takes a seed
 * always gets one, so that the same request makes the same song again after a crash.
 */
final class SongWishes {
    private final Providers providers;
    private final OptionSentences sentences;
    private final LongUnaryOperator chance;

    /**
     * For the models of these providers.
     *
     * @param chance a random number from 0 to below its argument
     */
    SongWishes(Providers providers, LongUnaryOperator chance) {
        this.providers = providers;
        this.sentences = new OptionSentences(providers);
        this.chance = chance;
    }

    /** @param defaults of the guild for which it is wished */
    SongWish of(SongOptions options, SongDefaults defaults) {
        Optional<MusicModel> model = model(options, defaults);
        if (model.isEmpty()) {
            return new Unclear(sentences.unknownModel(options.model().orElse("")));
        }
        String prompt = Prompts.line(options.prompt());
        if (prompt.isEmpty()) {
            return new Unclear(sentences.of(model.get(), new OptionProblem.PromptEmpty()));
        }
        Optional<AudioFormat> format = options.format().map(AudioFormat::parse).orElse(Optional.of(defaults.format()));
        if (format.isEmpty()) {
            return new Unclear(say("unfit.format", formats()));
        }
        if (options.reference().filter(file -> !isSound(file)).isPresent()) {
            return new Unclear(say("unfit.reference"));
        }
        return new Clear(new SongRequest(
                model.get().id(),
                prompt,
                length(options, defaults, model.get()),
                options.instrumental(),
                options.lyrics().map(Prompts::lines).filter(lyrics -> !lyrics.isEmpty()),
                format.get(),
                seed(options, model.get()),
                options.reference()));
    }

    /** The same once more: with another seed, where its model takes one. */
    SongRequest again(SongRequest request) {
        boolean takesSeed = providers
                .model(request.model())
                .filter(model -> RequestPolicy.takesSeed(request, model))
                .isPresent();
        return request.withSeed(takesSeed ? OptionalLong.of(newSeed()) : OptionalLong.empty());
    }

    private Optional<MusicModel> model(SongOptions options, SongDefaults defaults) {
        return options.model().isEmpty()
                ? Optional.of(defaults.model())
                : options.model().flatMap(text -> ModelId.parse(text.strip())).flatMap(providers::model);
    }

    private static Duration length(SongOptions options, SongDefaults defaults, MusicModel model) {
        return options.length().isPresent()
                ? Duration.ofSeconds(options.length().getAsLong())
                : defaults.length(model);
    }

    private OptionalLong seed(SongOptions options, MusicModel model) {
        if (options.seed().isPresent() || !model.has(Feature.SEED)) {
            return options.seed();
        }
        return OptionalLong.of(newSeed());
    }

    private long newSeed() {
        return chance.applyAsLong(SongRequest.MAX_SEED + 1);
    }

    private static boolean isSound(Reference file) {
        return file.contentType().startsWith("audio/");
    }

    private static String formats() {
        return Listing.of(Arrays.stream(AudioFormat.values()).map(AudioFormat::title));
    }
}
