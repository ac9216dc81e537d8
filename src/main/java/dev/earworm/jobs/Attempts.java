package dev.earworm.jobs;

/**
 * What was tried at the provider so far.
 *
 * @param postponed how often the provider said "not now" or was surely not reached
 * @param lost how often a submit was sent and its outcome never learned
 * @param open a submit is under way; found open at a restart, its outcome is unknown
 */
public record Attempts(int postponed, int lost, boolean open) {
    public static final Attempts NONE = new Attempts(0, 0, false);
}
