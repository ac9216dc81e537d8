package dev.earworm.jobs;

import java.nio.file.Path;

/** Makes of what a provider sent a file that can be posted. */
@FunctionalInterface
public interface TrackPreparer {
    /**
     * Probes, names, tags and fits; the same input gives the same file, also after a crash in the middle.
     *
     * @param raw left as it is; a song, or a folder of stems
     * @param sizeLimit in bytes
     * @throws java.io.UncheckedIOException when the disk or ffmpeg fails; may be tried again
     * @throws InterruptedException when the program stops
     */
    Outcome prepare(Job job, Path raw, long sizeLimit) throws InterruptedException;

    /** What came of it. */
    sealed interface Outcome {
        record Prepared(Finished finished) implements Outcome {}

        /** The file is no sound, or a damaged one. */
        record NotAudio(String detail) implements Outcome {}

        /** No encoding of it is small enough. */
        record CannotFit(String detail) implements Outcome {}
    }
}
