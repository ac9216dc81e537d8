package dev.earworm.jobs;

import java.nio.file.Path;

/** Makes of what a provider sent a file that can be posted. */
@FunctionalInterface
public interface TrackPreparer {
    /**
     * Probes, names, tags and fits; the same input gives the same file, also after a crash in the middle.
     *
     * @param raw left as it is
     * @param sizeLimit in bytes
     */
    Preparation prepare(Job job, Path raw, long sizeLimit);

    /** What came of it. */
    sealed interface Preparation {
        record Prepared(FinishedTrack track) implements Preparation {}

        /** The file is no sound, or a damaged one. */
        record NotAudio(String detail) implements Preparation {}

        /** No encoding of it is small enough. */
        record CannotFit(String detail) implements Preparation {}
    }
}
