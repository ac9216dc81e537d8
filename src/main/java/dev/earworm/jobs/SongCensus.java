package dev.earworm.jobs;

import java.time.Instant;
import java.util.List;

/** How many songs there are that have not ended, counted where they are stored. */
@FunctionalInterface
public interface SongCensus {
    /** A provider's, by state; a state without songs is left out. */
    List<Count> of(String provider);

    /**
     * So many songs are in that state.
     *
     * @param songs 1 or more
     * @param oldest when the first of them was accepted
     */
    record Count(JobState state, int songs, Instant oldest) {}
}
