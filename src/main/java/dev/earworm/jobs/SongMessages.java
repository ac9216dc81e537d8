package dev.earworm.jobs;

/** Takes back what was posted of a song. */
public interface SongMessages {
    /** Deletes every message of the song that others, or its member in direct messages, can see. May be repeated. */
    Withdrawal withdraw(Job job);

    /** What came of it. */
    sealed interface Withdrawal {
        /** They are gone, by this or from before. */
        record Withdrawn() implements Withdrawal {}

        /** The bot does not reach all of them any more; the others are gone. */
        record OutOfReach(String detail) implements Withdrawal {}

        /** Discord is not well; to be tried again. */
        record TryLater(String detail) implements Withdrawal {}
    }
}
