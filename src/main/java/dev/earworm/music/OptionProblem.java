package dev.earworm.music;

import dev.earworm.music.MusicModel.Feature;
import java.time.Duration;
import java.util.Set;

/** Why a request does not fit a model: something a member can read and mend. */
public sealed interface OptionProblem {
    /** The prompt (with the lyrics, where the model takes both in one text) is too long; characters. */
    record PromptTooLong(int limit, int actual) implements OptionProblem {}

    record PromptTooShort(int minimum, int actual) implements OptionProblem {}

    /** Nothing is left of the prompt once invisible characters are gone. */
    record PromptEmpty() implements OptionProblem {}

    /** The lyrics are too long; characters. */
    record LyricsTooLong(int limit, int actual) implements OptionProblem {}

    record LyricsTooShort(int minimum, int actual) implements OptionProblem {}

    /** Lyrics and "no singing" together. */
    record LyricsWithoutVoice() implements OptionProblem {}

    /** The model follows a plan, and sings what stands in it, nothing beside it. */
    record LyricsBesidePlan() implements OptionProblem {}

    record LengthOutOfRange(Duration minimum, Duration maximum) implements OptionProblem {}

    /** The model decides by itself; about so long. */
    record LengthNotChosen(Duration usual) implements OptionProblem {}

    record SeedOutOfRange(long maximum) implements OptionProblem {}

    /** The reference is too large; bytes. */
    record ReferenceTooLarge(long limit, long actual) implements OptionProblem {}

    /** The reference is too short or too long. */
    record ReferenceLengthOutOfRange(Duration minimum, Duration maximum) implements OptionProblem {}

    /** The reference is no sound, or one that the model cannot read. */
    record ReferenceUnreadable(Set<AudioFormat> formats) implements OptionProblem {
        public ReferenceUnreadable {
            formats = Set.copyOf(formats);
        }
    }

    record PlanUnfit(PlanProblem problem) implements OptionProblem {}

    record FeatureMissing(Feature feature) implements OptionProblem {}

    /** The model cannot do without it. */
    record FeatureNeeded(Feature feature) implements OptionProblem {}
}
