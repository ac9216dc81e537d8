package dev.earworm.library;

import dev.earworm.music.JobId;
import dev.earworm.quota.Account;
import java.util.List;
import java.util.Optional;

/**
 * The songs that were delivered and that their members did not put away. Nobody sees another member's private song, and
 * nobody but its member changes one: whoever tries is answered as if there were none.
 */
public interface LibraryStore {
    /** A song of the reader's, or one that was posted for everybody in a channel that the reader sees. */
    Optional<LibrarySong> find(JobId id, Reader reader);

    /** A song of this member's. */
    Optional<LibrarySong> own(JobId id, Account member);

    /** The newest first. */
    List<LibrarySong> newest(Shelf shelf, Search search, int count);

    /** This song, if it is there, and the next older ones; the newest first. */
    List<LibrarySong> from(Shelf shelf, JobId first, int count);

    /** The next newer ones than this; the newest first. */
    List<LibrarySong> newerThan(Shelf shelf, JobId song, int count);

    /**
     * From now on it is called that.
     *
     * @return whether there is such a song of this member
     */
    boolean rename(JobId id, Account member, String title);

    /** Marks it; says as above. */
    boolean favour(JobId id, Account member);

    /** Takes the mark away; says as above. */
    boolean unfavour(JobId id, Account member);

    /** Puts it away for good; says as above. */
    boolean hide(JobId id, Account member);

    /**
     * Lets songs of earlier versions be found.
     *
     * @return how many, at most as many as that; 0 when none is left
     */
    int makeSearchable(int count);
}
