package dev.earworm.jobs;

import dev.earworm.music.JobId;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where files of songs are safe when the machine that they came to is lost, so that a song that is paid for can be handed
 * over by any process. Where the songs themselves are on one machine's disk, so are their files, and there is none.
 */
public interface SongVault {
    /** The disk is all there is. */
    SongVault NONE = new NoVault();

    /** Whether there is one. */
    boolean isThere();

    /** Returns once these files, by name, are safe; in place of those that the song had. May be repeated. */
    void put(JobId id, Map<String, Path> files);

    boolean holds(JobId id);

    /**
     * Writes the song's files into a folder.
     *
     * @return whether there are any
     */
    boolean fetch(JobId id, Path folder);

    void remove(JobId id);

    /** Removes what is left of songs that no longer need it. */
    void sweep();
}
