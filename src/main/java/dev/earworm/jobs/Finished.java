package dev.earworm.jobs;

import java.nio.file.Path;
import java.util.List;

/** What is ready to be posted. */
public sealed interface Finished permits FinishedTrack, FinishedStems {
    /** The sound, in the order in which it is posted; not empty. */
    List<NamedFile> files();

    /** In bytes, of the largest file: what the limit of a file is compared with. */
    long size();

    /** In bytes, of all files. */
    long total();

    /** @param name safe to show and to store, with its extension */
    record NamedFile(String name, Path path) {}
}
