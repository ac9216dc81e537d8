package dev.earworm.jobs;

import dev.earworm.music.JobId;

/** Does the work of promoted songs, durably: what was started goes on after a crash. */
public interface SongRunner {
    /** Whether the song's work is under way or just being put away; until it is, a new start would be dropped. */
    boolean isAtWork(JobId id);

    /** Begins the song's work once the transaction that is open on this thread is on disk. A second start does nothing. */
    void start(JobId id);
}
