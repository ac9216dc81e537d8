package dev.earworm.music;

import dev.earworm.music.MusicModel.Feature;
import java.time.Duration;

/** Why a request does not fit a model: something a member can read and mend. */
public sealed interface OptionProblem {
    /** The prompt (with the lyrics, where the model takes both in one text) is too long; characters. */
    record PromptTooLong(int limit, int actual) implements OptionProblem {}

    /** Nothing is left of the prompt once invisible characters are gone. */
    record PromptEmpty() implements OptionProblem {}

    /** The lyrics are too long; characters. */
    record LyricsTooLong(int limit, int actual) implements OptionProblem {}

    /** Lyrics and "no singing" together. */
    record LyricsWithoutVoice() implements OptionProblem {}

    record LengthOutOfRange(Duration minimum, Duration maximum) implements OptionProblem {}

    record SeedOutOfRange(long maximum) implements OptionProblem {}

    record FeatureMissing(Feature feature) implements OptionProblem {}
}
