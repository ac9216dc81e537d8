package dev.earworm.jobs;

/** What is ready to be posted. */
public sealed interface Finished permits FinishedTrack, FinishedStems {
    /** In bytes, of the largest file: what a limit is compared with. */
    long size();
}
