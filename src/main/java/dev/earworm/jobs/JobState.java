package dev.earworm.jobs;

/**
 * Where a song stands. Each arrow between two states is one committed write:
 *
 * <pre>
 * QUEUED ─promote→ SUBMITTING ─id stored→ RENDERING ─audio on disk→ RENDERED ─message stored→ DELIVERED
 *    └─ CANCELLED       └──────────────────── FAILED ────────────────────┘
 * </pre>
 *
 * A song that is RENDERING is CANCELLED, too, where its provider can stop.
 *
 * <p>A provider that answers with the audio itself goes from SUBMITTING to RENDERED at once. A provider that says "not
 * now" sends the song back from SUBMITTING to QUEUED; so does one that cannot make it while another can.
 */
public enum JobState {
    /** Accepted and paid for from the quota; waits for its turn. */
    QUEUED,
    /** Has a slot; is being handed to the provider. */
    SUBMITTING,
    /** The provider has it, and we know by which name. */
    RENDERING,
    /** The audio is on our disk. */
    RENDERED,
    /** Posted, once; or, where nobody could be given it, kept for its member. */
    DELIVERED,
    /** Refused, once, its quota released. */
    FAILED,
    /** Called back by its member: while it waited, its quota released; or while it was made, its quota spent. */
    CANCELLED;

    /** It ended, and there is no song. */
    public boolean cameToNothing() {
        return switch (this) {
            case QUEUED, SUBMITTING, RENDERING, RENDERED, DELIVERED -> false;
            case FAILED, CANCELLED -> true;
        };
    }

    /** Nothing more will come of it. */
    public boolean isEnded() {
        return switch (this) {
            case QUEUED, SUBMITTING, RENDERING, RENDERED -> false;
            case DELIVERED, FAILED, CANCELLED -> true;
        };
    }
}
