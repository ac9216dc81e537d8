package dev.earworm.audio;

import java.util.List;

/** How a file is made to fit a size limit. */
public sealed interface FitPlan permits FitPlan.Attempts, CannotFit {

    /**
     * Ways to write it, best first. The first one should fit; the others are for when an encoder misses its bit rate.
     *
     * @param encodings at least one
     */
    record Attempts(List<Encoding> encodings) implements FitPlan {
        public Attempts {
            encodings = List.copyOf(encodings);
        }
    }
}
