package dev.earworm.jobs;

/** What came of calling a song back. */
public sealed interface Cancellation {
    /** It was still waiting; its quota is free again. */
    record Cancelled(Job job) implements Cancellation {}

    /** It was being made, and its provider stopped; that may have cost, so it counts against the quota. */
    record Stopped(Job job) implements Cancellation {}

    /** The provider has it and is paid for it: it will be finished and posted. */
    record TooLate(Job job) implements Cancellation {}

    /** It ended before. */
    record Ended(Job job) implements Cancellation {}

    record NotYours() implements Cancellation {}

    record NoSuchSong() implements Cancellation {}
}
