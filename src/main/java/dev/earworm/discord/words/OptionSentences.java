package dev.earworm.discord.words;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.music.AudioFormat;
import dev.earworm.music.ModelId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.OptionProblem;
import dev.earworm.music.Providers;
import dev.earworm.music.RequestPolicy;
import dev.earworm.music.SongRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.Message;

/** Why options do not fit a model: what is allowed, and which other model could. */
public final class OptionSentences {
    private static final int MODELS_SHOWN = 10;
    private static final int ASKED_SHOWN = 60;

    private final Providers providers;

    public OptionSentences(Providers providers) {
        this.providers = providers;
    }

    /** A sentence for each problem, and which models do not have it, if all that fits into one message. */
    public String of(MusicModel model, SongRequest request, List<OptionProblem> problems) {
        String full = unfit(problems.stream().map(problem -> withOthers(sentence(model, problem), problem, request)));
        return full.length() <= Message.MAX_CONTENT_LENGTH
                ? full
                : unfit(problems.stream().map(problem -> sentence(model, problem)));
    }

    /** A sentence for a problem that every model has. */
    public String of(MusicModel model, OptionProblem problem) {
        return unfit(Stream.of(sentence(model, problem)));
    }

    private static String unfit(Stream<String> sentences) {
        return say(
                "unfit",
                sentences.map(sentence -> say("unfit.problem", sentence)).collect(Collectors.joining("\n")));
    }

    /** Which models there are, for one that is not among them. */
    public String unknownModel(String asked) {
        String shown = MemberWords.shown(Prompts.line(asked), ASKED_SHOWN);
        return say("unknown-model", shown, listed(providers.models().stream()));
    }

    /** Which models have a price, for one whose price nobody knows. */
    public String unpriced(ModelId model) {
        String priced = listed(providers.models().stream()
                .filter(other -> providers.price(other).isPresent()));
        return priced.isEmpty() ? say("unpriced.none") : say("unpriced", "`" + model + "`", priced);
    }

    private static String sentence(MusicModel model, OptionProblem problem) {
        return switch (problem) {
            case OptionProblem.PromptEmpty _ -> say("unfit.prompt-empty");
            case OptionProblem.PromptTooShort tooShort ->
                say("unfit.prompt-too-short", model.title(), tooShort.minimum(), tooShort.actual());
            case OptionProblem.PromptTooLong tooLong ->
                say("unfit.prompt-too-long", model.title(), tooLong.limit(), tooLong.actual());
            case OptionProblem.LyricsTooLong tooLong ->
                say("unfit.lyrics-too-long", model.title(), tooLong.limit(), tooLong.actual());
            case OptionProblem.LyricsTooShort tooShort ->
                say("unfit.lyrics-too-short", model.title(), tooShort.minimum(), tooShort.actual());
            case OptionProblem.LyricsWithoutVoice _ -> say("unfit.lyrics-without-voice");
            case OptionProblem.LyricsBesidePlan _ -> say("unfit.lyrics-beside-plan");
            case OptionProblem.LengthOutOfRange length ->
                say(
                        "unfit.length",
                        model.title(),
                        length.minimum().toSeconds(),
                        length.maximum().toSeconds());
            case OptionProblem.LengthNotChosen length ->
                say("unfit.length-not-chosen", model.title(), Lengths.clock(length.usual()));
            case OptionProblem.SeedOutOfRange seed -> say("unfit.seed", Long.toString(seed.maximum()));
            case OptionProblem.ReferenceTooLarge tooLarge ->
                say(
                        "unfit.reference-too-large",
                        model.title(),
                        megabytes(tooLarge.limit()),
                        megabytes(tooLarge.actual()));
            case OptionProblem.ReferenceLengthOutOfRange length ->
                say(
                        "unfit.reference-length",
                        model.title(),
                        length.minimum().toSeconds(),
                        length.maximum().toSeconds());
            case OptionProblem.ReferenceUnreadable unreadable ->
                say("unfit.reference-format", model.title(), titles(unreadable.formats()));
            case OptionProblem.PlanUnfit unfit -> PlanSentences.of(unfit.problem());
            case OptionProblem.FeatureNeeded needed -> needed(model, needed.feature());
            case OptionProblem.FeatureMissing missing -> missing(model, missing.feature());
        };
    }

    private static String missing(MusicModel model, Feature feature) {
        return switch (feature) {
            case INSTRUMENTAL -> say("unfit.no-instrumental", model.title());
            case LYRICS -> say("unfit.no-lyrics", model.title());
            case SEED, SEED_WITH_PLAN -> say("unfit.no-seed", model.title());
            case LENGTH -> say("unfit.no-length", model.title());
            case PLAN -> say("unfit.no-plan", model.title());
            case EXTEND -> say("unfit.no-extend", model.title());
            case STEMS -> say("unfit.no-stems", model.title());
            case REFERENCE -> say("unfit.no-reference", model.title());
        };
    }

    /** Of all features, a model can only need what a member gives. */
    private static String needed(MusicModel model, Feature feature) {
        return feature == Feature.LYRICS
                ? say("unfit.needs-lyrics", model.title())
                : say("unfit.needs-reference", model.title());
    }

    /** Rounded up, so that a file that is a little too large does not look as if it fitted. */
    private static long megabytes(long bytes) {
        return (bytes + 999_999) / 1_000_000;
    }

    private static String titles(Set<AudioFormat> formats) {
        return Listing.of(formats.stream().sorted().map(AudioFormat::title));
    }

    /** Only where the member may well mean it as it stands: nobody is sent elsewhere for a prompt that is empty. */
    private String withOthers(String sentence, OptionProblem problem, SongRequest request) {
        return switch (problem) {
            case OptionProblem.PromptTooLong _,
                    OptionProblem.LyricsTooLong _,
                    OptionProblem.LengthOutOfRange _,
                    OptionProblem.LengthNotChosen _,
                    OptionProblem.ReferenceTooLarge _,
                    OptionProblem.FeatureMissing _ -> listedOthers(sentence, problem, request);
            case OptionProblem.PromptTooShort _,
                    OptionProblem.PromptEmpty _,
                    OptionProblem.LyricsTooShort _,
                    OptionProblem.LyricsWithoutVoice _,
                    OptionProblem.LyricsBesidePlan _,
                    OptionProblem.SeedOutOfRange _,
                    OptionProblem.ReferenceLengthOutOfRange _,
                    OptionProblem.ReferenceUnreadable _,
                    OptionProblem.PlanUnfit _,
                    OptionProblem.FeatureNeeded _ -> sentence;
        };
    }

    private String listedOthers(String sentence, OptionProblem problem, SongRequest request) {
        String others = listed(providers.models().stream().filter(model -> isFree(model, problem, request)));
        return others.isEmpty() ? sentence : say("unfit.others", sentence, others);
    }

    private static boolean isFree(MusicModel model, OptionProblem problem, SongRequest request) {
        return RequestPolicy.problems(request.withModel(model.id()), model).stream()
                .noneMatch(other -> isAlike(other, problem));
    }

    private static boolean isAlike(OptionProblem one, OptionProblem other) {
        if (one instanceof OptionProblem.FeatureMissing) {
            return one.equals(other);
        }
        return isOfLength(one) ? isOfLength(other) : one.getClass().equals(other.getClass());
    }

    private static boolean isOfLength(OptionProblem problem) {
        return problem instanceof OptionProblem.LengthOutOfRange || problem instanceof OptionProblem.LengthNotChosen;
    }

    private static String listed(Stream<MusicModel> models) {
        return Listing.of(models.limit(MODELS_SHOWN).map(model -> "`" + model.id() + "`"));
    }
}
