package dev.earworm.jobs;

import dev.earworm.music.JobId;
import dev.earworm.music.StemSeparator.StemSet;

/**
 * What a member gets for an order. Whatever it is, it has one life ({@link JobState}), one reservation and one end; how
 * it is made and handed over differs.
 */
public sealed interface Work {
    /** Whether it is a song, of which more can be made. */
    default boolean isSong() {
        return switch (this) {
            case Song _ -> true;
            case Stems _ -> false;
        };
    }

    /** The song that the request describes. */
    record Song() implements Work {}

    /**
     * A finished song, taken apart. The order's request is the song's own, so it counts as a song of that length.
     *
     * @param of the finished song, of the same member
     */
    record Stems(JobId of, StemSet set) implements Work {}
}
