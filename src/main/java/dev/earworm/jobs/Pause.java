package dev.earworm.jobs;

import dev.earworm.music.JobId;
import java.time.Duration;

/** Lets a song wait without holding anything but its own virtual thread. */
@FunctionalInterface
public interface Pause {
    /**
     * Returns after that time, or earlier when there is news of the song.
     *
     * @throws InterruptedException when the program stops; the song goes on after the next start
     */
    void pause(JobId id, Duration duration) throws InterruptedException;
}
