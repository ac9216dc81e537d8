package dev.earworm.audio;

import java.nio.file.Path;

/** What came of preparing a file for posting. */
public sealed interface Preparation permits Preparation.Prepared, NotAudio, CannotFit {

    /**
     * Ready to post.
     *
     * @param file tagged, named and within the limit; its kind may be another than the one asked for
     * @param info of this file, not of the source; its kind is present
     * @param bytes size of the file
     */
    record Prepared(Path file, AudioInfo info, long bytes) implements Preparation {}
}
