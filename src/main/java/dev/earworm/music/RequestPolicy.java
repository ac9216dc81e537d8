package dev.earworm.music;

import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.OptionProblem.FeatureMissing;
import dev.earworm.music.OptionProblem.LengthOutOfRange;
import dev.earworm.music.OptionProblem.LyricsTooLong;
import dev.earworm.music.OptionProblem.LyricsWithoutVoice;
import dev.earworm.music.OptionProblem.PromptTooLong;
import dev.earworm.music.OptionProblem.SeedOutOfRange;
import java.util.ArrayList;
import java.util.List;

/** Decides whether a request fits a model, before anything is reserved or paid. */
public final class RequestPolicy {
    private RequestPolicy() {}

    /** Every problem at once; empty when the model can make this song. */
    public static List<OptionProblem> problems(SongRequest request, MusicModel model) {
        List<OptionProblem> problems = new ArrayList<>();
        int promptLength = promptLength(request, model);
        if (promptLength > model.promptLimit()) {
            problems.add(new PromptTooLong(model.promptLimit(), promptLength));
        }
        if (request.length().compareTo(model.minimumLength()) < 0
                || request.length().compareTo(model.maximumLength()) > 0) {
            problems.add(new LengthOutOfRange(model.minimumLength(), model.maximumLength()));
        }
        if (request.instrumental() && !model.has(Feature.INSTRUMENTAL)) {
            problems.add(new FeatureMissing(Feature.INSTRUMENTAL));
        }
        if (request.reference().isPresent() && !model.has(Feature.REFERENCE)) {
            problems.add(new FeatureMissing(Feature.REFERENCE));
        }
        addLyricsProblems(request, model, problems);
        addSeedProblems(request, model, problems);
        return List.copyOf(problems);
    }

    private static int promptLength(SongRequest request, MusicModel model) {
        int own = request.prompt().length();
        return switch (model.lyricsPlace()) {
            case APART -> own;
            case IN_PROMPT -> own + request.lyrics().map(String::length).orElse(0);
        };
    }

    private static void addLyricsProblems(SongRequest request, MusicModel model, List<OptionProblem> problems) {
        if (request.lyrics().isEmpty()) {
            return;
        }
        int actual = request.lyrics().get().length();
        if (!model.has(Feature.LYRICS)) {
            problems.add(new FeatureMissing(Feature.LYRICS));
        } else if (request.instrumental()) {
            problems.add(new LyricsWithoutVoice());
        } else if (actual > model.lyricsLimit()) {
            problems.add(new LyricsTooLong(model.lyricsLimit(), actual));
        }
    }

    private static void addSeedProblems(SongRequest request, MusicModel model, List<OptionProblem> problems) {
        if (request.seed().isEmpty()) {
            return;
        }
        long seed = request.seed().getAsLong();
        if (!model.has(Feature.SEED)) {
            problems.add(new FeatureMissing(Feature.SEED));
        } else if (seed < 0 || seed > SongRequest.MAX_SEED) {
            problems.add(new SeedOutOfRange(SongRequest.MAX_SEED));
        }
    }
}
