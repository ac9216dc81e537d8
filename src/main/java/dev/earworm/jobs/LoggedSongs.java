package dev.earworm.jobs;

import dev.earworm.music.JobId;

/** The songs of whose end the admins of a guild were told. Durable. */
public interface LoggedSongs {
    /**
     * From now on they were; called before they are, so that a crash in between costs them the line instead of telling twice.
     *
     * @return whether they had not been told, and there is such a song
     */
    boolean add(JobId song);
}
