package dev.earworm.jobs;

/** What came of calling a song back. */
public sealed interface Cancellation {
    /** It was still waiting; its quota is free again. */
    record Cancelled(Job job) implements Cancellation {}

    /** It was being made, and its provider stopped; that may have cost, so it counts against the quota. */
    record Stopped(Job job) implements Cancellation {}

    /** It is just being handed to a provider that can stop it afterwards. */
    record NotYet(Job job) implements Cancellation {}

    /** Its provider cannot stop what it has begun: it will be finished, posted, and counted. */
    record CannotStop(Job job) implements Cancellation {}

    /** Its provider was asked to stop, and did not: it will be finished, posted, and counted. */
    record NotStopped(Job job) implements Cancellation {}

    /** It has been made and is about to be posted. */
    record TooLate(Job job) implements Cancellation {}

    /** It ended before. */
    record Ended(Job job) implements Cancellation {}

    record NotYours() implements Cancellation {}

    record NoSuchSong() implements Cancellation {}
}
