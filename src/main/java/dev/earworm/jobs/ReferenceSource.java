package dev.earworm.jobs;

import dev.earworm.music.OptionProblem;
import dev.earworm.music.Reference;
import dev.earworm.music.ReferenceAudio;
import dev.earworm.music.ReferenceRule;
import java.nio.file.Path;
import java.util.List;

/** Brings home the sound that a song starts from, and looks whether the model takes it. */
@FunctionalInterface
public interface ReferenceSource {
    /**
     * Fetches and looks; may be repeated as long as Discord keeps the file.
     *
     * @param target written only by this call
     */
    Outcome fetch(Reference reference, ReferenceRule rule, Path target) throws InterruptedException;

    /** What came of it. */
    sealed interface Outcome {
        record Fetched(ReferenceAudio audio) implements Outcome {}

        /** It never will do. */
        record Unfit(List<OptionProblem> problems) implements Outcome {
            public Unfit {
                problems = List.copyOf(problems);
            }
        }

        /** It did not come; it may another time. */
        record Unreachable(String detail) implements Outcome {}

        /** It is gone. */
        record Gone(String detail) implements Outcome {}
    }
}
