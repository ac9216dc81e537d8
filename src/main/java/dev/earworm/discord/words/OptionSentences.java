package dev.earworm.discord.words;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.OptionProblem;
import dev.earworm.music.Providers;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why options do not fit a model: what is allowed, and which other model could. */
public final class OptionSentences {
    private static final int MODELS_SHOWN = 10;
    private static final int ASKED_SHOWN = 60;

    private final Providers providers;

    public OptionSentences(Providers providers) {
        this.providers = providers;
    }

    /** A sentence for each problem. */
    public String of(MusicModel model, List<OptionProblem> problems) {
        String sentences = problems.stream()
                .map(problem -> say("unfit.problem", of(model, problem)))
                .collect(Collectors.joining("\n"));
        return say("unfit", sentences);
    }

    /** Which models there are, for one that is not among them. */
    public String unknownModel(String asked) {
        String shown = MemberWords.shown(Prompts.line(asked), ASKED_SHOWN);
        return say("unknown-model", shown, listed(providers.models().stream()));
    }

    private String of(MusicModel model, OptionProblem problem) {
        return switch (problem) {
            case OptionProblem.PromptEmpty _ -> say("unfit.prompt-empty");
            case OptionProblem.PromptTooLong tooLong ->
                say("unfit.prompt-too-long", model.title(), tooLong.limit(), tooLong.actual());
            case OptionProblem.LyricsTooLong tooLong ->
                say("unfit.lyrics-too-long", model.title(), tooLong.limit(), tooLong.actual());
            case OptionProblem.LyricsWithoutVoice _ -> say("unfit.lyrics-without-voice");
            case OptionProblem.LengthOutOfRange length ->
                say(
                        "unfit.length",
                        model.title(),
                        length.minimum().toSeconds(),
                        length.maximum().toSeconds());
            case OptionProblem.SeedOutOfRange seed -> say("unfit.seed", Long.toString(seed.maximum()));
            case OptionProblem.FeatureMissing missing -> missing(model, missing.feature()) + others(missing.feature());
        };
    }

    private static String missing(MusicModel model, Feature feature) {
        return switch (feature) {
            case INSTRUMENTAL -> say("unfit.no-instrumental", model.title());
            case LYRICS -> say("unfit.no-lyrics", model.title());
            case SEED -> say("unfit.no-seed", model.title());
            case REFERENCE -> say("unfit.no-reference", model.title());
        };
    }

    private String others(Feature feature) {
        String others = listed(providers.models().stream().filter(model -> model.has(feature)));
        return others.isEmpty() ? "" : " " + say("unfit.others", others);
    }

    private static String listed(Stream<MusicModel> models) {
        return models.limit(MODELS_SHOWN).map(model -> "`" + model.id() + "`").collect(Collectors.joining(", "));
    }
}
