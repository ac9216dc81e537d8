package dev.earworm.jobs;

import java.nio.file.Path;

/** Gets back the audio of a song that was delivered, from wherever it was posted or kept. */
public interface SongArchive {
    /**
     * Writes the song's file, as it was posted, to the target. May be repeated.
     *
     * @param target does not exist yet
     * @throws java.io.UncheckedIOException when the disk fails
     * @throws InterruptedException when the program stops
     */
    Retrieval retrieve(Job job, Path target) throws InterruptedException;

    /** What came of it. */
    sealed interface Retrieval {
        /** @param fileName as it was posted, with its extension */
        record Retrieved(String fileName) implements Retrieval {}

        /** The message was deleted, or the bot cannot see it any more. */
        record Gone(String detail) implements Retrieval {}

        /** Discord is not well; to be tried again. */
        record Unreachable(String detail) implements Retrieval {}
    }
}
