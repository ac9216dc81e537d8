package dev.earworm.jobs;

import java.time.Instant;
import java.util.Optional;

/**
 * What was tried at the provider so far.
 *
 * @param postponed how often the provider said "not now" or was surely not reached
 * @param lost how often a submit was sent and its outcome never learned
 * @param open a submit is under way; found open at a restart, its outcome is unknown
 * @param first when the first submit was begun, or would have been, had the provider not been known to be down
 */
public record Attempts(int postponed, int lost, boolean open, Optional<Instant> first) {
    public static final Attempts NONE = new Attempts(0, 0, false, Optional.empty());
}
