package dev.earworm.music;

import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.OptionProblem.FeatureMissing;
import dev.earworm.music.OptionProblem.FeatureNeeded;
import dev.earworm.music.OptionProblem.LengthNotChosen;
import dev.earworm.music.OptionProblem.LengthOutOfRange;
import dev.earworm.music.OptionProblem.LyricsBesidePlan;
import dev.earworm.music.OptionProblem.LyricsTooLong;
import dev.earworm.music.OptionProblem.LyricsTooShort;
import dev.earworm.music.OptionProblem.LyricsWithoutVoice;
import dev.earworm.music.OptionProblem.PlanUnfit;
import dev.earworm.music.OptionProblem.PromptTooLong;
import dev.earworm.music.OptionProblem.PromptTooShort;
import dev.earworm.music.OptionProblem.ReferenceLengthOutOfRange;
import dev.earworm.music.OptionProblem.ReferenceTooLarge;
import dev.earworm.music.OptionProblem.ReferenceUnreadable;
import dev.earworm.music.OptionProblem.SeedOutOfRange;
import java.util.ArrayList;
import java.util.List;

/** Decides whether a request fits a model, before anything is reserved or paid. */
public final class RequestPolicy {
    private RequestPolicy() {}

    /** Every problem at once; empty when the model can make this song. */
    public static List<OptionProblem> problems(SongRequest request, MusicModel model) {
        List<OptionProblem> problems = new ArrayList<>();
        addPromptProblems(request, model, problems);
        addLengthProblems(request, model, problems);
        if (request.instrumental() && !model.has(Feature.INSTRUMENTAL)) {
            problems.add(new FeatureMissing(Feature.INSTRUMENTAL));
        }
        addReferenceProblems(request, model, problems);
        addLyricsProblems(request, model, problems);
        addSeedProblems(request, model, problems);
        addPlanProblems(request, model, problems);
        return List.copyOf(problems);
    }

    /** What cannot be known of a reference before it has been fetched and looked into. */
    public static List<OptionProblem> problems(ReferenceAudio reference, ReferenceRule rule) {
        List<OptionProblem> problems = new ArrayList<>();
        if (!rule.formats().contains(reference.format())) {
            problems.add(new ReferenceUnreadable(rule.formats()));
        }
        if (reference.length().compareTo(rule.minimum()) < 0
                || reference.length().compareTo(rule.maximum()) > 0) {
            problems.add(new ReferenceLengthOutOfRange(rule.minimum(), rule.maximum()));
        }
        return List.copyOf(problems);
    }

    private static void addPromptProblems(SongRequest request, MusicModel model, List<OptionProblem> problems) {
        int length = promptLength(request, model);
        if (length > model.prompt().maximum()) {
            problems.add(new PromptTooLong(model.prompt().maximum(), length));
        } else if (request.prompt().length() < model.prompt().minimum()) {
            problems.add(new PromptTooShort(
                    model.prompt().minimum(), request.prompt().length()));
        }
    }

    /** A model that follows plans gets them apart from the prompt; for the others they become a part of it. */
    private static int promptLength(SongRequest request, MusicModel model) {
        if (followsPlan(request, model)) {
            return request.prompt().length();
        }
        int own = request.plan()
                .map(plan -> PlanPrompt.of(request.prompt(), plan))
                .orElse(request.prompt())
                .length();
        return switch (model.lyricsPlace()) {
            case APART -> own;
            case IN_PROMPT -> own + request.wordsToSing().map(String::length).orElse(0);
        };
    }

    private static boolean followsPlan(SongRequest request, MusicModel model) {
        return request.plan().isPresent() && model.has(Feature.PLAN);
    }

    private static void addLengthProblems(SongRequest request, MusicModel model, List<OptionProblem> problems) {
        LengthRange range = model.length();
        // A plan is as long as its sections; a model that decides by itself reads that in words.
        boolean isLeftToTheModel = !model.has(Feature.LENGTH) && request.plan().isPresent();
        if (isLeftToTheModel || range.contains(request.length())) {
            return;
        }
        problems.add(
                model.has(Feature.LENGTH)
                        ? new LengthOutOfRange(range.minimum(), range.maximum())
                        : new LengthNotChosen(range.usual()));
    }

    private static void addLyricsProblems(SongRequest request, MusicModel model, List<OptionProblem> problems) {
        if (request.wordsToSing().isEmpty()) {
            if (model.needs(Feature.LYRICS)) {
                problems.add(new FeatureNeeded(Feature.LYRICS));
            }
            return;
        }
        int actual = request.wordsToSing().get().length();
        if (!model.has(Feature.LYRICS)) {
            problems.add(new FeatureMissing(Feature.LYRICS));
        } else if (request.instrumental()) {
            problems.add(new LyricsWithoutVoice());
        } else if (followsPlan(request, model)) {
            addLyricsBesidePlan(request, problems);
        } else if (actual > model.lyrics().maximum()) {
            problems.add(new LyricsTooLong(model.lyrics().maximum(), actual));
        } else if (actual < model.lyrics().minimum()) {
            problems.add(new LyricsTooShort(model.lyrics().minimum(), actual));
        }
    }

    /** A plan's own lyrics have limits of their own, which are {@link PlanPolicy}'s. */
    private static void addLyricsBesidePlan(SongRequest request, List<OptionProblem> problems) {
        if (!request.plan().map(CompositionPlan::hasLyrics).orElse(false)) {
            problems.add(new LyricsBesidePlan());
        }
    }

    private static void addSeedProblems(SongRequest request, MusicModel model, List<OptionProblem> problems) {
        if (request.seed().isEmpty()) {
            return;
        }
        long seed = request.seed().getAsLong();
        if (!takesSeed(request, model)) {
            problems.add(new FeatureMissing(Feature.SEED));
        } else if (seed < 0 || seed > SongRequest.MAX_SEED) {
            problems.add(new SeedOutOfRange(SongRequest.MAX_SEED));
        }
    }

    /** Whether the model would take a seed with all else that is asked for. */
    public static boolean takesSeed(SongRequest request, MusicModel model) {
        return model.has(Feature.SEED)
                || model.has(Feature.SEED_WITH_PLAN) && request.plan().isPresent();
    }

    private static void addReferenceProblems(SongRequest request, MusicModel model, List<OptionProblem> problems) {
        if (request.reference().isEmpty()) {
            if (model.needs(Feature.REFERENCE)) {
                problems.add(new FeatureNeeded(Feature.REFERENCE));
            }
            return;
        }
        if (model.reference().isEmpty()) {
            problems.add(new FeatureMissing(Feature.REFERENCE));
            return;
        }
        long limit = model.reference().get().maxBytes();
        long actual = request.reference().get().size();
        if (actual > limit) {
            problems.add(new ReferenceTooLarge(limit, actual));
        }
    }

    private static void addPlanProblems(SongRequest request, MusicModel model, List<OptionProblem> problems) {
        if (request.plan().isEmpty()) {
            return;
        }
        CompositionPlan plan = request.plan().get();
        PlanPolicy.problems(plan).forEach(problem -> problems.add(new PlanUnfit(problem)));
        if (plan.takesUpSongs() && !model.has(Feature.EXTEND)) {
            problems.add(new FeatureMissing(Feature.EXTEND));
        }
    }
}
